using AngleSharp.Html.Parser;
using Xunit;

namespace PqrsDesk.Ui;

public sealed class MarkdownWordsTests
{
    [Fact]
    public void What_is_written_becomes_a_page_whose_title_stands_above_it()
    {
        var page = Read("# Pasos\n\n1. Uno\n2. **Dos**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[el portal](https://example.org/a?b=1&c=2) o escriba a [nosotros](mailto:a@example.org), o [aquí](/radicar).");
        Assert.Equal("Pasos", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("Dos", page.QuerySelector("li strong")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("td").Length);
        Assert.Equal(["https://example.org/a?b=1&c=2", "mailto:a@example.org", "/radicar"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("noopener noreferrer nofollow", page.QuerySelector("a")!.GetAttribute("rel"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("texto <b onclick=\"x()\">negro</b>")]
    [InlineData("<iframe src='https://example.org'></iframe>")]
    [InlineData("<!-- --><svg onload=alert(1)>")]
    [InlineData("![foto](https://example.org/a.png)")]
    [InlineData("![foto](javascript:alert(1))")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#x0A;script:alert(1))")]
    [InlineData("[x](&#x6A;avascript:alert(1))")]
    [InlineData("[x](<javascript:alert(1)>)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](/\\example.org)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("[![f](https://example.org/a.png)](javascript:alert(1))")]
    [InlineData("[x](javascript:alert(1)) ![f](https://example.org/a.png) <javascript:alert(1)> [y](//example.org)")]
    [InlineData("![f](https://example.org/a.png)<javascript:alert(1)>![f](https://example.org/a.png)<javascript:alert(2)>")]
    public void Nothing_that_could_run_or_fetch_comes_through(string text)
    {
        var page = Read(text);
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, svg, b, a"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_letter_has_its_marks_with_it_and_only_links_that_lead_somewhere_from_there()
    {
        var page = new HtmlParser().ParseDocument(MarkdownWords.Letter("Hola **Rosa**\notra línea\n\n- uno\n- dos\n\n|a|b|\n|-|:-:|\n|1|2|\n\n[su caso](/consultar) [guía](guia.html) [portal](https://example.org) <p>x</p>", "https://pqrs.example.org"));
        Assert.Equal("Rosa", page.QuerySelector("strong")!.TextContent);
        Assert.Single(page.QuerySelectorAll("p > br"));
        Assert.Equal(["https://pqrs.example.org/consultar", "https://example.org"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("p, ul, table"), element => Assert.NotNull(element.GetAttribute("style")));
        Assert.Contains("<p>x</p>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", MarkdownWords.Letter("[su caso](/consultar)", null), StringComparison.Ordinal);
        Assert.DoesNotContain("<a", MarkdownWords.Letter("[x](javascript:alert(1)) ![f](https://example.org/a.png) <javascript:alert(1)> [y](//example.org) [z](/\\example.org)", "https://pqrs.example.org"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData("mailto:a@example.org", true)]
    [InlineData("guia.html", true)]
    [InlineData("carpeta/guia", true)]
    [InlineData("#parte", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("guia:1", false)]
    [InlineData("http:", false)]
    [InlineData("\u0001javascript:x", false)]
    public void Which_addresses_are_links(string? address, bool harmless) => Assert.Equal(harmless, MarkdownWords.IsHarmless(address));

    [Fact]
    public void No_text_is_too_strange_to_be_shown()
    {
        foreach (var text in (string[])["", "\0", "\uD800", "\u202Eabc", new('>', 100_000), new('[', 100_000), new('*', 100_000), string.Concat(Enumerable.Repeat("- ", 50_000)), string.Concat(Enumerable.Repeat("👍", 50_000))])
            Assert.NotNull(MarkdownWords.Html(text));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Read(string text) => new HtmlParser().ParseDocument(MarkdownWords.Html(text));
}
