using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>A letter's words as a page that every mail program shows alike: paragraphs and links, nothing that is fetched.</summary>
internal static partial class LetterPage
{
    public static string Of(string text, string title, string language, LetterPicture? picture = null, LetterMessage? message = null)
    {
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title></head>\n");
        page.Append("<body style=\"margin:0;padding:24px;background:#ffffff;color:#1f2933;font:16px/1.5 Arial,Helvetica,sans-serif\"><div style=\"max-width:640px\">\n");
        foreach (var paragraph in Paragraphs(message?.Around ?? text))
        {
            if (paragraph == LetterMessage.Place)
            {
                page.Append("<div dir=\"auto\">\n").Append(message?.Html).Append("</div>\n");
                continue;
            }

            page.Append("<p style=\"margin:0 0 16px\">").Append(string.Join("<br>\n", paragraph.Split('\n').Select(Line))).Append("</p>\n");
            if (picture is null || !paragraph.Contains(picture.Of, StringComparison.Ordinal)) continue;
            page.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\"><img src=\"cid:{LetterPicture.Id}\" width=\"180\" height=\"180\" alt=\"{WebUtility.HtmlEncode(picture.Alt)}\"></p>\n");
            picture = null;
        }

        return page.Append("</div></body></html>\n").ToString();
    }

    /// <summary>What is drawn is a paragraph of its own, also where a house's template has it in the midst of one.</summary>
    private static IEnumerable<string> Paragraphs(string text) => text.ReplaceLineEndings("\n")
        .Replace(LetterMessage.Place, $"\n\n{LetterMessage.Place}\n\n", StringComparison.Ordinal)
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => paragraph.Trim('\n')).Where(paragraph => paragraph.Length > 0);

    private static string Line(string line)
    {
        var (said, at) = (new StringBuilder(), 0);
        foreach (Match link in WebAddress().Matches(line))
        {
            var address = WebUtility.HtmlEncode(link.Value);
            said.Append(WebUtility.HtmlEncode(line[at..link.Index])).Append("<a href=\"").Append(address).Append("\">").Append(address).Append("</a>");
            at = link.Index + link.Length;
        }

        return said.Append(WebUtility.HtmlEncode(line[at..])).ToString();
    }

    [GeneratedRegex("""https?://[^\s<>"']*[^\s<>"'.,;:!?)\]]""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WebAddress();
}
