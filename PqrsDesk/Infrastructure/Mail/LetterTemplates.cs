namespace PqrsDesk.Infrastructure.Mail;

/// <summary>What a letter says, with <see cref="Domain.Answers.Places"/> such as <c>{radicado}</c> for what is filled in.</summary>
public sealed record LetterTemplate(string Subject, string Body)
{
    /// <summary>The first line is the subject, behind <c>Asunto:</c> or <c>Subject:</c>; the rest is the letter.</summary>
    public static LetterTemplate Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', 2);
        var subject = lines[0].IndexOf(':') is >= 0 and var colon ? lines[0][(colon + 1)..].Trim() : lines[0].Trim();
        return new(subject, lines.Length > 1 ? lines[1].Trim('\n') : "");
    }
}

/// <summary>The templates of the letters: those that ship with the desk, or a house's own in the folder <c>cartas</c> of its data, such as <c>receipt-es.txt</c>.</summary>
/// <remarks>Read anew for each letter, so that a correction counts from the next one on.</remarks>
public sealed class LetterTemplates(DeskSettings settings)
{
    private readonly string _folder = Path.Combine(settings.DataFolder, "cartas");

    public LetterTemplate Of(MailOccasion occasion, string language)
    {
        var name = $"{occasion.ToString().ToLowerInvariant()}-{language}.txt";
        var own = Path.Combine(_folder, name);
        return LetterTemplate.Read(File.Exists(own) ? File.ReadAllText(own) : Shipped(name));
    }

    private static string Shipped(string name)
    {
        using var stream = typeof(LetterTemplates).Assembly.GetManifestResourceStream($"letters/{name}") ?? throw new InvalidOperationException($"There is no letter {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
