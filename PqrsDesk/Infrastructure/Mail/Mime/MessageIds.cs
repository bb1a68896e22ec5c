namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>The identities of messages, without their brackets.</summary>
internal static class MessageIds
{
    /// <summary>RFC 5322 allows a line's length; longer ones are no identities.</summary>
    public const int Length = 250;

    /// <summary>Of a long conversation the beginning and the end are looked at.</summary>
    private const int Most = 60;

    /// <summary>The first; null when there is none.</summary>
    public static string? Of(string? header) => Read(header) is [var first, ..] ? first : null;

    public static IReadOnlyList<string> Read(string? header)
    {
        var (found, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var at = 0; header is not null && at < header.Length && header.IndexOf('<', at) is >= 0 and var open;)
        {
            var end = header.IndexOf('>', open);
            if (end < 0) break;
            Add(header[(open + 1)..end]);
            at = end + 1;
        }

        // Some write it without brackets.
        if (found.Count == 0 && header?.Trim() is { Length: > 0 } bare && bare.Contains('@') && !bare.Contains(' ')) Add(bare.Trim('<', '>'));
        return found.Count <= Most ? found : [.. found.Take(Most / 2), .. found.TakeLast(Most / 2)];

        void Add(string id)
        {
            id = string.Concat(id.Where(letter => letter is > ' ' and not '\u007F'));
            if (id.Length is > 0 and <= Length && seen.Add(id)) found.Add(id);
        }
    }
}
