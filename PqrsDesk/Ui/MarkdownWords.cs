using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PqrsDesk.Ui;

/// <summary>Text that staff write in Markdown, as a page. Nothing of it is markup of its own: HTML stays text, and only addresses that cannot run anything are links.</summary>
/// <remarks>
/// Pictures are left out and their words stay: a page that is read must not fetch from elsewhere. What may lead where is decided
/// when each link is drawn, not by changing the tree before: none can be passed by.
/// </remarks>
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
        if (Read(text, pipeline) is not { } document) return $"<p>{WebUtility.HtmlEncode(text)}</p>";
        if (marked is { Count: > 0 })
            foreach (var place in document.Descendants<LiteralInline>().Select(each => each.Parent).OfType<ContainerInline>().Where(each => each is not LinkInline).Distinct().ToList()) Mark(place, marked);
        return Drawn(document, pipeline, url => IsHarmless(url) ? url : null);
    }

    /// <summary>The page of a letter: as a message, with the few marks that mail programs need beside the words, and links that lead somewhere from there.</summary>
    /// <param name="desk">Where the house is reached, such as <c>https://pqrs.entidad.gov.co</c>; null: what leads into the desk is no link.</param>
    public static string Letter(string text, string? desk)
    {
        if (Read(text) is not { } document) return $"<p style=\"{LetterStyles["p"]}\">{WebUtility.HtmlEncode(text)}</p>";
        var page = Drawn(document, MessagePipeline, url => !IsHarmless(url) ? null : Absolute().IsMatch(url!) ? url : desk is not null && url!.StartsWith('/') ? desk + url : null);
        return Opening().Replace(page, tag => LetterStyles.TryGetValue(tag.Groups[1].Value, out var style) && !tag.Groups[2].Value.Contains("style=", StringComparison.Ordinal)
            ? $"<{tag.Groups[1].Value} style=\"{style}\"{tag.Groups[2].Value}>"
            : tag.Value);
    }

    /// <summary>Whether an address leads to a page, into this desk or to a mailbox.</summary>
    public static bool IsHarmless(string? address) => address is not null && Harmless().IsMatch(address);

    /// <summary>A message as it is written, before it is drawn in any way; null where it is nested beyond all measure.</summary>
    internal static MarkdownDocument? Read(string text) => Read(text, MessagePipeline);

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
        called.GetAttributes().AddClass("mention");
        return called;
    }

    private static MarkdownDocument? Read(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            // Whoever wrote that sees it as it was written.
            return null;
        }
    }

    /// <param name="lead">Where an address leads to; null: nowhere, and its words stay.</param>
    private static string Drawn(MarkdownDocument document, MarkdownPipeline pipeline, Func<string?, string?> lead)
    {
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
        using var page = new StringWriter();
        var renderer = new HtmlRenderer(page);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new TameLinks(lead));
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new TameAddresses(lead));
        renderer.Render(document);
        return page.ToString();
    }

    private sealed class TameLinks(Func<string?, string?> lead) : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (link.IsImage || lead(link.GetDynamicUrl?.Invoke() ?? link.Url) is not { } url)
            {
                renderer.WriteChildren(link);
                return;
            }

            (link.GetDynamicUrl, link.Url) = (null, url);
            if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) link.GetAttributes().AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
            base.Write(renderer, link);
        }
    }

    private sealed class TameAddresses(Func<string?, string?> lead) : AutolinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline address)
        {
            if (address.IsEmail || lead(address.Url) is not null) base.Write(renderer, address);
            else renderer.WriteEscape(address.Url);
        }
    }

    private static readonly Dictionary<string, string> LetterStyles = new()
    {
        ["p"] = "margin:0 0 16px",
        ["ul"] = "margin:0 0 16px;padding-left:24px",
        ["ol"] = "margin:0 0 16px;padding-left:24px",
        ["blockquote"] = "margin:0 0 16px;padding:0 12px;border-left:4px solid #c3cad2",
        ["pre"] = "margin:0 0 16px;white-space:pre-wrap",
        ["table"] = "margin:0 0 16px;border-collapse:collapse",
        ["th"] = "padding:4px 8px;border:1px solid #c3cad2;text-align:left",
        ["td"] = "padding:4px 8px;border:1px solid #c3cad2",
    };

    // What is typed is never a tag: HTML is off, and so each of these is the renderer's own.
    [GeneratedRegex("<([a-z]+)([^>]*)>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\A(?:https?://|mailto:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absolute();

    // Of the web, of a mailbox, or without a scheme: a colon before the first slash would begin one.
    [GeneratedRegex(@"\A(?:https?://[^\s\\]|mailto:[^\s]+@|/(?![/\\])|[#?]|[\w.%-]+(?:[/?#]|\z))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
