using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Paragraphs that were broken into lines on the way, joined again (RFC 3676, <c>format=flowed</c>).</summary>
internal static class FlowedText
{
    public static string Join(string text, bool deleteSpace)
    {
        var (joined, open, depth) = (new StringBuilder(text.Length), false, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var quotes = line.Length - line.TrimStart('>').Length;
            var words = line[quotes..];
            if (words.StartsWith(" ")) words = words[1..];
            var goesOn = open && quotes == depth && !words.SequenceEqual("-- ");
            if (joined.Length > 0 && !goesOn) joined.Append('\n');
            if (!goesOn && quotes > 0) joined.Append('>', quotes).Append(' ');
            open = words.EndsWith(" ") && !words.SequenceEqual("-- ");
            joined.Append(open && deleteSpace ? words[..^1] : words);
            depth = quotes;
        }

        return joined.ToString();
    }
}
