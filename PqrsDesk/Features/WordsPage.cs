using System.Globalization;
using System.Text.Encodings.Web;

namespace PqrsDesk.Features;

/// <summary>A page of a few words, for where no page of the desk may be drawn.</summary>
internal static class WordsPage
{
    public static IResult Of(string title, string text, int status) => Results.Content(Html(title, text), "text/html; charset=utf-8", statusCode: status);

    public static string Html(string title, string text)
    {
        (title, text) = (HtmlEncoder.Default.Encode(title), HtmlEncoder.Default.Encode(text));
        return $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{title} · PqrsDesk</title></head>
            <body style="max-width:640px;margin:48px auto;padding:0 16px;font:16px/1.5 system-ui,sans-serif"><main><h1>{title}</h1><p>{text}</p></main></body></html>
            """;
    }
}
