using System.Net;
using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>
/// HTML mail as plain text: paragraphs, lists and quotations stay visible, a link says where it leads, and what a reader
/// would not see is not there. One pass over the letters, so that no page is too deep or too broken for it.
/// </summary>
internal sealed class HtmlText
{
    private const int TagLimit = 2_000;
    private const int AddressLimit = 300;

    /// <summary>Their content is none of the text.</summary>
    private static readonly HashSet<string> Mute = ["script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea", "audio", "video"];

    /// <summary>What stands in these is not read for tags, only for their own end.</summary>
    private static readonly HashSet<string> Raw = ["script", "style", "title", "textarea", "iframe"];
    private static readonly HashSet<string> Empty = ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"];
    private static readonly HashSet<string> Blocks =
    [
        "p", "div", "table", "tr", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main",
        "address", "center", "form", "fieldset", "figure", "blockquote", "pre", "hr", "body", "html",
    ];
    private static readonly HashSet<string> Paragraphs = ["p", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"];

    private readonly bool _hides;
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private int _quotes;
    private int _pre;
    private bool _blank;
    private string? _muted;
    private int _muteDepth;
    private string? _link;
    private int _linkFrom;

    private HtmlText(bool hides) => _hides = hides;

    public static string Of(string html)
    {
        var (text, whole) = Of(html, hides: true);

        // What hides something and never ends it would hide everything.
        return text.Length > 0 || whole ? text : Of(html, hides: false).Text;
    }

    private static (string Text, bool Whole) Of(string html, bool hides)
    {
        var reading = new HtmlText(hides);
        reading.Read(html);
        reading.Break();
        return (MailText.Tidy(reading._text.ToString()), reading._muted is null);
    }

    private void Read(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            if (open > at) Say(html[at..open]);
            at = open < html.Length ? Tag(html, open) : open;
        }
    }

    /// <returns>Where the text goes on.</returns>
    private int Tag(string html, int open)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0) return After(html, "-->", open + 4);
        if (open + 1 < html.Length && html[open + 1] is '!' or '?') return After(html, ">", open + 1);
        var closing = open + 1 < html.Length && html[open + 1] == '/';
        var at = open + (closing ? 2 : 1);
        if (at >= html.Length || !char.IsAsciiLetter(html[at]))
        {
            Say("<");
            return open + 1;
        }

        var start = at;
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] is ':' or '-')) at++;
        var name = html[start..at].ToLowerInvariant();
        var end = End(html, at);
        if (closing) Close(name);
        else Open(name, html[at..Math.Min(end, at + TagLimit)]);
        var after = Math.Min(html.Length, end + 1);
        return !closing && Raw.Contains(name) ? RawEnd(html, name, after) : after;
    }

    /// <summary>The end of the tag, of which a value in quotes may hold a sign that looks like it; a quote that never ends is none.</summary>
    private static int End(string html, int at)
    {
        var first = html.IndexOf('>', at);
        if (first < 0) return html.Length;
        var quote = '\0';
        for (var last = Math.Min(html.Length, at + TagLimit); at < last; at++)
        {
            if (quote != '\0' ? html[at] == quote : html[at] is '"' or '\'') quote = quote == '\0' ? html[at] : '\0';
            else if (quote == '\0' && html[at] == '>') return at;
        }

        return first;
    }

    private static int RawEnd(string html, string name, int from)
    {
        for (var at = from; at < html.Length && html.IndexOf("</", at, StringComparison.Ordinal) is >= 0 and var end; at = end + 2)
            if (string.Compare(html, end + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0) return end;
        return html.Length;
    }

    private static int After(string html, string sign, int from) =>
        from <= html.Length && html.IndexOf(sign, from, StringComparison.Ordinal) is >= 0 and var at ? at + sign.Length : html.Length;

    private void Open(string name, string attributes)
    {
        if (_muted == "head" && name == "body") _muted = null;
        if (_muted is not null)
        {
            if (name == _muted) _muteDepth++;
            return;
        }

        var selfClosed = Empty.Contains(name);
        if (!selfClosed && (Mute.Contains(name) ? _hides || Raw.Contains(name) : _hides && IsHidden(attributes)))
        {
            (_muted, _muteDepth) = (name, 1);
            return;
        }

        if (Blocks.Contains(name)) Break(Paragraphs.Contains(name));
        switch (name)
        {
            case "br" when _line.Length == 0: _text.Append('\n'); break;
            case "br": Break(); break;
            case "hr": _line.Append("----"); Break(); break;
            case "li": _line.Append("- "); break;
            case "td" or "th" when _line.Length > 0: _line.Append(" | "); break;
            case "blockquote": _quotes++; break;
            case "pre": _pre++; break;
            case "img" when Attribute(attributes, "alt") is { } alt && MailText.Line(alt) is { Length: > 0 } words: _line.Append('[').Append(words).Append(']'); break;
            case "a": (_link, _linkFrom) = (Address(Attribute(attributes, "href")), _line.Length); break;
        }
    }

    private void Close(string name)
    {
        if (_muted is not null)
        {
            if (name == _muted && --_muteDepth == 0) _muted = null;
            return;
        }

        if (name == "a") EndLink();
        if (Blocks.Contains(name)) Break(Paragraphs.Contains(name));
        if (name == "blockquote" && _quotes > 0) _quotes--;
        if (name == "pre" && _pre > 0) _pre--;
    }

    private void Say(string raw)
    {
        if (_muted is not null) return;
        var text = WebUtility.HtmlDecode(raw);
        foreach (var letter in text)
        {
            if (_pre > 0 && letter == '\n') Break();
            else if (!char.IsWhiteSpace(letter) || letter == '\u00A0') _line.Append(letter);
            else if (_pre > 0) _line.Append(letter);
            else if (_line.Length > 0 && _line[^1] != ' ') _line.Append(' ');
        }
    }

    /// <summary>Where a link says one address and leads to another, both are to be seen.</summary>
    private void EndLink()
    {
        if (_link is not { } address) return;
        _link = null;
        var said = _linkFrom <= _line.Length ? _line.ToString(_linkFrom, _line.Length - _linkFrom).Trim() : "";
        if (said.Length == 0 || Bare(said) == Bare(address)) return;
        _line.Append(" <").Append(address).Append('>');
    }

    private static string Bare(string address) => address.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase)
        .Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/').ToLowerInvariant();

    private static string? Address(string? href) =>
        href?.Trim() is { Length: > 0 and <= AddressLimit } address && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>')
            && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            ? address
            : null;

    /// <param name="paragraph">Whether an empty line comes before what follows.</param>
    private void Break(bool paragraph = false)
    {
        var line = _line.ToString().TrimEnd();
        _line.Clear();
        _linkFrom = 0;
        if (line.Length > 0)
        {
            if (_blank) _text.Append('\n');
            _text.Append('>', Math.Min(_quotes, MimeLimits.Depth)).Append(_quotes > 0 ? " " : "").Append(line).Append('\n');
            _blank = false;
        }

        _blank |= paragraph;
    }

    private static bool IsHidden(string attributes)
    {
        if (attributes.Length == 0) return false;
        var style = Attribute(attributes, "style")?.Replace(" ", "", StringComparison.Ordinal);
        return style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    private static string? Attribute(string attributes, string name)
    {
        for (var at = 0; at < attributes.Length && attributes.IndexOf(name, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; at = found + name.Length)
        {
            var after = found + name.Length;
            if (found > 0 && !char.IsWhiteSpace(attributes[found - 1]) && attributes[found - 1] is not ('"' or '\'' or '/')) continue;
            while (after < attributes.Length && char.IsWhiteSpace(attributes[after])) after++;
            if (after >= attributes.Length || attributes[after] != '=') continue;
            after++;
            while (after < attributes.Length && char.IsWhiteSpace(attributes[after])) after++;
            if (after >= attributes.Length) return null;
            var quote = attributes[after] is '"' or '\'' ? attributes[after] : '\0';
            var end = quote == '\0' ? attributes.AsSpan(after).IndexOfAny(" \t\r\n>") : attributes.AsSpan(after + 1).IndexOf(quote);
            var value = end < 0 ? attributes[(quote == '\0' ? after : after + 1)..] : attributes.Substring(quote == '\0' ? after : after + 1, end);
            return WebUtility.HtmlDecode(value);
        }

        return null;
    }
}
