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
    private static readonly MarkdownPipeline MessagePipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>Safe to show. The title of the page stands above it, so its first headings are of the second level.</summary>
    /// <param name="message">Each line that was begun anew is a line of its own, as in a letter.</param>
    /// <param name="marked">Names that are marked wherever they stand in it.</param>
    public static string Html(string text, bool message = false, IReadOnlyCollection<string>? marked = null)
    {
        var pipeline = message ? MessagePipeline : Pipeline;
        try
        {
            var document = Markdown.Parse(text, pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
            foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link);
            foreach (var address in document.Descendants<AutolinkInline>().ToList())
                if (!address.IsEmail && !IsHarmless(address.Url)) address.ReplaceBy(new LiteralInline(address.Url));
            if (marked is { Count: > 0 })
                foreach (var place in document.Descendants<LiteralInline>().Select(each => each.Parent).OfType<ContainerInline>().Where(each => each is not LinkInline).Distinct().ToList()) Mark(place, marked);
            return document.ToHtml(pipeline);
        }
        catch (ArgumentException)
        {
            // Nested beyond all measure: whoever wrote that sees it as it was written.
            return $"<p>{WebUtility.HtmlEncode(text)}</p>";
        }
    }

    /// <summary>Whether an address leads to a page, into this desk or to a mailbox.</summary>
    public static bool IsHarmless(string? address) => address is not null && Harmless().IsMatch(address);

    /// <summary>The parser may have cut a name in two: what stands side by side is looked at as one.</summary>
    private static void Mark(ContainerInline place, IReadOnlyCollection<string> names)
    {
        foreach (var first in place.OfType<LiteralInline>().Where(each => each.PreviousSibling is not LiteralInline).ToList())
        {
            List<LiteralInline> run = [first];
            while (run[^1].NextSibling is LiteralInline next) run.Add(next);
            var parts = MentionMarks.Parts(string.Concat(run.Select(each => each.Content.ToString())), names).ToList();
            if (!parts.Exists(part => part.Marked)) continue;
            foreach (var (text, marked) in parts) first.InsertBefore(marked ? Called(text) : new LiteralInline(text));
            run.ForEach(each => each.Remove());
        }
    }

    private static EmphasisInline Called(string name)
    {
        var called = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 1 };
        called.AppendChild(new LiteralInline(name));
        Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(called).AddClass("mention");
        return called;
    }

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
