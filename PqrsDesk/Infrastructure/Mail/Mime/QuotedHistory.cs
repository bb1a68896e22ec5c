using System.Text.RegularExpressions;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Which of the text is new: what the program quoted below or above it, and the signature, are folded away.</summary>
/// <remarks>Never all of it: a message that is nothing but a quotation was meant to be read.</remarks>
internal static partial class QuotedHistory
{
    /// <summary>Lines that the head of a quotation may be spread over.</summary>
    private const int HeadLines = 3;

    /// <summary>A signature is short; what is longer after the dashes is text.</summary>
    private const int SignatureLines = 12;

    /// <param name="text">Cleaned.</param>
    public static string NewOf(string text)
    {
        var lines = text.Split('\n');
        var kept = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (IsSeparator(lines, at)) break;
            if (HeadAt(lines, at) is { } after)
            {
                // Whoever writes below the quotation goes on after it; "El asesor me escribió:" is no head of one.
                var quotes = lines.Skip(after).SkipWhile(string.IsNullOrWhiteSpace).Take(1).Any(IsQuoted);
                if (!quotes && lines[at..after].Any(line => SaysWhenOrWho().IsMatch(line))) break;
                if (quotes)
                {
                    at = after - 1;
                    continue;
                }
            }

            if (!IsQuoted(lines[at])) kept.Add(lines[at]);
        }

        var fresh = MailText.Tidy(string.Join('\n', WithoutSignature(kept)));
        return fresh.Length > 0 ? fresh : MailText.Tidy(text);
    }

    private static bool IsQuoted(string line) => line.StartsWith('>');

    private static IEnumerable<string> WithoutSignature(List<string> lines)
    {
        var signature = lines.FindLastIndex(line => line is "-- " or "--" || Device().IsMatch(line));
        return signature >= 0 && lines.Count - signature <= SignatureLines ? lines.Take(signature) : lines;
    }

    /// <summary>"El lunes … escribió:" and its like, in one line or in several.</summary>
    /// <returns>The line after it; null where there is none.</returns>
    private static int? HeadAt(string[] lines, int at)
    {
        var line = lines[at].TrimStart('>', ' ');
        if (!HeadBegins().IsMatch(line)) return null;
        for (var last = at; last < lines.Length && last < at + HeadLines; last++)
            if (HeadEnds().IsMatch(lines[last].TrimEnd())) return last + 1;
        return null;
    }

    private static bool IsSeparator(string[] lines, int at)
    {
        var line = lines[at].Trim();
        if (Separator().IsMatch(line)) return true;
        if (!OutlookFrom().IsMatch(line)) return false;

        // The block of headers that Outlook puts above: From alone may be a sentence.
        var near = lines.Skip(at + 1).Take(6).ToList();
        return near.Exists(next => OutlookSent().IsMatch(next.Trim())) && near.Exists(next => OutlookSubject().IsMatch(next.Trim()));
    }

    [GeneratedRegex(@"^(on|el|em|le|am)\b.{0,300}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HeadBegins();

    [GeneratedRegex(@"\b(wrote|escribió|escribio|escreveu|a écrit|schrieb)\b[^:]{0,120}:$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HeadEnds();

    [GeneratedRegex(@"@|\d{1,2}:\d{2}", RegexOptions.NonBacktracking)]
    private static partial Regex SaysWhenOrWho();

    [GeneratedRegex(@"^-{2,}\s?(original message|mensaje original|mensaje reenviado|forwarded message|mensagem original|mensaje de respuesta)\s?-{2,}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\*?(from|de|desde)\s?:\*?\s?\S", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OutlookFrom();

    [GeneratedRegex(@"^\*?(sent|date|enviado|enviado el|fecha)\s?:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OutlookSent();

    [GeneratedRegex(@"^\*?(subject|asunto)\s?:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OutlookSubject();

    [GeneratedRegex(@"^(sent from my|enviado desde mi|get outlook for|obtener outlook para|enviado desde outlook)\b.{0,120}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Device();
}
