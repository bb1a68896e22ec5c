namespace PqrsDesk.Ui;

/// <summary>Finds in a text the names that it was found to call.</summary>
public static class MentionMarks
{
    /// <param name="names">As they were written, with their sign.</param>
    /// <returns>The whole text, part by part.</returns>
    public static IEnumerable<(string Text, bool Marked)> Parts(string text, IReadOnlyCollection<string> names)
    {
        var from = 0;
        while (from < text.Length && Next(text, from, names) is var (at, name) && at >= 0)
        {
            if (at > from) yield return (text[from..at], false);
            yield return (name, true);
            from = at + name.Length;
        }

        if (from < text.Length) yield return (text[from..], false);
    }

    /// <summary>The nearest; of two at one place the longer.</summary>
    private static (int At, string Name) Next(string text, int from, IReadOnlyCollection<string> names) => names.Where(name => name.Length > 0)
        .Select(name => (At: text.IndexOf(name, from, StringComparison.Ordinal), Name: name))
        .Where(found => found.At >= 0).OrderBy(found => found.At).ThenByDescending(found => found.Name.Length).FirstOrDefault((-1, ""));
}
