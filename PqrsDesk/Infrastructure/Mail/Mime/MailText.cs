using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Text that a stranger sent, made fit to be kept and shown.</summary>
internal static class MailText
{
    /// <summary>Line ends as the desk keeps them; what is no letter and moves no line is taken out; half characters are replaced.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\r')
            {
                clean.Append('\n');
                if (at + 1 < text.Length && text[at + 1] == '\n') at++;
            }
            else if (char.IsSurrogate(letter))
            {
                if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) clean.Append(letter).Append(text[++at]);
                else clean.Append('\uFFFD');
            }
            else if (letter is '\n' or '\t' || !(char.IsControl(letter) || IsHidden(letter)))
            {
                clean.Append(letter == '\u00A0' ? ' ' : letter);
            }
        }

        return clean.ToString();
    }

    /// <summary>The same in one line.</summary>
    public static string Line(string text) => string.Join(' ', Clean(text).Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>No more than one empty line in a row, and none at the ends.</summary>
    public static string Tidy(string text)
    {
        var (tidy, empty) = (new StringBuilder(text.Length), 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var kept = line.TrimEnd();
            if (kept.Length == 0)
            {
                empty++;
                continue;
            }

            if (tidy.Length > 0) tidy.Append('\n').Append(empty > 0 ? "\n" : "");
            tidy.Append(kept);
            empty = 0;
        }

        return tidy.ToString();
    }

    /// <summary>Marks that turn the direction of the text around or take no room: nothing is hidden behind them.</summary>
    private static bool IsHidden(char letter) => letter is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF';
}
