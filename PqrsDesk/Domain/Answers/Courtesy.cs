using System.Collections.Frozen;

namespace PqrsDesk.Domain.Answers;

/// <summary>Whether a text greets and thanks, by its words.</summary>
public static class Courtesy
{
    private const int GreetingWords = 12;

    private static readonly FrozenSet<string> ThanksWords = new[]
    {
        "gracias", "agradecemos", "agradezco", "agradecerle", "agradecerles", "agradecido", "agradecida", "agradecidos", "agradecidas", "agradecimiento", "agradece", "agradecer",
        "thank", "thanks", "thankful", "grateful", "appreciate", "appreciated",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> GreetingFirst = new[]
    {
        "hola", "saludo", "saludos", "saludamos", "saludarlo", "saludarla", "estimado", "estimada", "estimados", "estimadas", "apreciado", "apreciada", "apreciados", "respetado", "respetada", "respetados",
        "senor", "senora", "senores", "senoras", "sr", "sra", "sres", "doctor", "doctora", "dr", "dra", "dear", "hello", "hi", "greetings", "mr", "mrs", "ms", "sir", "madam",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> DayParts = new[] { "dia", "dias", "tardes", "tarde", "noches", "morning", "afternoon", "evening", "day" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Thanks(string text) => Thanks(Prose.Of(text));

    public static bool Thanks(Prose prose)
    {
        foreach (var word in prose.Words)
            if (ThanksWords.Contains(word.Folded)) return true;
        return false;
    }

    /// <summary>Among the first words: who greets later does not greet.</summary>
    public static bool Greets(Prose prose)
    {
        for (var at = 0; at < Math.Min(GreetingWords, prose.Words.Count); at++)
        {
            var word = prose.Words[at].Folded;
            if (GreetingFirst.Contains(word)) return true;
            if (word is "buenos" or "buenas" or "buen" or "good" && at + 1 < prose.Words.Count && DayParts.Contains(prose.Words[at + 1].Folded)) return true;
        }

        return false;
    }
}
