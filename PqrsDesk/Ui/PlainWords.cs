using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PqrsDesk.Ui;

/// <summary>Who a text without drawings is for.</summary>
public enum PlainStyle
{
    /// <summary>Nothing is marked: mail without a page, and networks that draw nothing.</summary>
    Bare = 1,

    /// <summary>As WhatsApp draws it: *bold*, _italic_, ~struck~, ```as written```.</summary>
    WhatsApp = 2,
}

/// <summary>Text that staff write in Markdown, for whoever sees plain letters alone: no marks that mean nothing there, lists as lists, links with their address.</summary>
public static class PlainWords
{
    public static string Of(string text, PlainStyle style = PlainStyle.Bare)
    {
        if (MarkdownWords.Read(text) is not { } document) return text;
        var said = new StringBuilder(text.Length + 32);
        Blocks(document, said, style, "\n\n");
        return said.ToString().Trim('\n');
    }

    private static void Blocks(ContainerBlock blocks, StringBuilder said, PlainStyle style, string between)
    {
        var first = true;
        foreach (var block in blocks)
        {
            var part = Block(block, style);
            if (part.Length == 0) continue;
            if (!first) said.Append(between);
            said.Append(part);
            first = false;
        }
    }

    private static string Block(Block block, PlainStyle style) => block switch
    {
        HeadingBlock heading => Marked(Inlines(heading.Inline, style), style, "*"),
        CodeBlock code => style == PlainStyle.WhatsApp ? $"```{code.Lines}```" : code.Lines.ToString(),
        LeafBlock { Inline: { } inline } => Inlines(inline, style),
        ThematicBreakBlock => "———",
        ListBlock list => List(list, style),
        QuoteBlock quote => Prefixed(Within(quote, style, "\n\n"), "> ", "> "),
        Table table => Rows(table, style),
        LinkReferenceDefinitionGroup => "",
        ContainerBlock other => Within(other, style, "\n\n"),
        _ => "",
    };

    private static string Within(ContainerBlock blocks, PlainStyle style, string between)
    {
        var said = new StringBuilder();
        Blocks(blocks, said, style, between);
        return said.ToString();
    }

    private static string List(ListBlock list, PlainStyle style)
    {
        var between = list.IsLoose ? "\n\n" : "\n";
        var items = new List<string>(list.Count);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{item.Order}{list.OrderedDelimiter} " : "- ";
            items.Add(Prefixed(Within(item, style, between), mark, new string(' ', mark.Length)));
        }

        return string.Join(between, items);
    }

    private static string Prefixed(string text, string first, string others) => first + text.Replace("\n", "\n" + others, StringComparison.Ordinal);

    private static string Rows(Table table, PlainStyle style) =>
        string.Join('\n', table.OfType<TableRow>().Select(row => string.Join(" | ", row.OfType<TableCell>().Select(cell => Within(cell, style, " ")))));

    private static string Inlines(ContainerInline? inlines, PlainStyle style)
    {
        if (inlines is null) return "";
        var said = new StringBuilder();
        foreach (var inline in inlines) said.Append(Word(inline, style));
        return said.ToString();
    }

    private static string Word(Inline inline, PlainStyle style) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => "\n",
        CodeInline code => Marked(code.Content, style, "`"),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline address => address.Url,
        LinkInline link => Link(link, style),
        EmphasisInline emphasis => Marked(Inlines(emphasis, style), style, emphasis.DelimiterChar == '~' ? "~" : emphasis.DelimiterCount == 1 ? "_" : "*"),
        ContainerInline other => Inlines(other, style),
        _ => inline.ToString() ?? "",
    };

    /// <summary>Behind its words, unless they say it already. Where nothing may lead, the words alone.</summary>
    private static string Link(LinkInline link, PlainStyle style)
    {
        var words = Inlines(link, style);
        if (link.IsImage || link.Url is not { } address || !MarkdownWords.IsHarmless(address) || !address.Contains(':', StringComparison.Ordinal)) return words;
        var shown = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
        return words.Length == 0 || words.TrimEnd('/') == shown.TrimEnd('/') ? shown : $"{words} ({shown})";
    }

    private static string Marked(string words, PlainStyle style, string mark) =>
        style == PlainStyle.WhatsApp && words.Trim().Length > 0 && !words.Contains('\n', StringComparison.Ordinal) ? $"{mark}{words.Trim()}{mark}" : words;
}
