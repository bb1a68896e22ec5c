using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PqrsDesk.Ui;

/// <summary>Text that staff write in Markdown, as a page. Nothing of it is markup of its own: HTML stays text, and only addresses that cannot run anything are links.</summary>
/// <remarks>Pictures are left out and their words stay: a page that is read must not fetch from elsewhere.</remarks>
public static partial class MarkdownWords
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    /// <summary>Safe to show. The title of the page stands above it, so its first headings are of the second level.</summary>
    public static string Html(string text)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
            foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link);
            foreach (var address in document.Descendants<AutolinkInline>().ToList())
                if (!address.IsEmail && !IsHarmless(address.Url)) address.ReplaceBy(new LiteralInline(address.Url));
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested beyond all measure: whoever wrote that sees it as it was written.
            return $"<p>{WebUtility.HtmlEncode(text)}</p>";
        }
    }

    /// <summary>Whether an address leads to a page, into this desk or to a mailbox.</summary>
    public static bool IsHarmless(string? address) => address is not null && Harmless().IsMatch(address);

    private static void Tame(LinkInline link)
    {
        if (link.IsImage || !IsHarmless(link.Url)) Unwrap(link);
        else if (link.Url!.StartsWith("http", StringComparison.OrdinalIgnoreCase)) Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(link).AddProperty("rel", "noopener noreferrer nofollow");
    }

    /// <summary>Its words stay where it stood.</summary>
    private static void Unwrap(LinkInline link)
    {
        foreach (var word in link.ToList())
        {
            word.Remove();
            link.InsertBefore(word);
        }

        link.Remove();
    }

    // Of the web, of a mailbox, or without a scheme: a colon before the first slash would begin one.
    [GeneratedRegex(@"\A(?:https?://[^\s\\]|mailto:[^\s]+@|/(?![/\\])|[#?]|[\w.%-]+(?:[/?#]|\z))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
