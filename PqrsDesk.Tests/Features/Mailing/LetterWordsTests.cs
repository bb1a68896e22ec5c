using System.Text;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Features.Mailing.Posting;

namespace PqrsDesk.Features.Mailing;

/// <summary>What letters say, as a mail program shows it.</summary>
public sealed class LetterWordsTests
{
    [SkippableFact]
    public async Task A_house_s_own_template_is_used_and_what_people_typed_fills_no_places()
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: To(smtp));
        var folder = Directory.CreateDirectory(Path.Combine(desk.Folder, "cartas")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "reply-es.txt"), "Asunto: Caso {radicado}\n\n{mensaje}\n\n{nadie_lo_conoce}\n");
        var receipt = await desk.FileAsync();
        await desk.ReplyAsync(receipt.Number, "Escriba {radicado} y <b>no</b> otra cosa.");
        await SendAsync(desk);

        var letter = await LetterAsync(smtp, 2);
        Assert.Equal($"Caso {receipt.Number}", ReadMail.Of(letter.Message).Subject);
        Assert.Equal("Escriba {radicado} y <b>no</b> otra cosa.\n\n{nadie_lo_conoce}", ReadMail.Of(letter.Message).WholeText);
        Assert.Contains("&lt;b&gt;no&lt;/b&gt;", Encoding.ASCII.GetString(letter.Message), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task What_is_written_in_Markdown_is_drawn_on_the_page_and_reads_well_without_it(string language)
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: [.. To(smtp), ("Mail:Language", language), ("Desk:PublicAddress", "https://pqrs.example.org")]);
        var receipt = await desk.FileAsync();
        await desk.ReplyAsync(receipt.Number, "Le falta:\n\n- la **factura**\n- el *recibo* {radicado}\n\nMire [la guía](https://example.org/guia) o [su caso](/consultar). <script>alert(1)</script> ![f](https://example.org/a.png) \uE000");
        await desk.AnswerAsync(receipt.Number, "Se devolvió **todo**.");
        await SendAsync(desk);

        var (reply, answer) = (await LetterAsync(smtp, 2), await LetterAsync(smtp, 3));
        Assert.Contains("Le falta:\n\n- la factura\n- el recibo {radicado}\n\nMire la guía (https://example.org/guia) o su caso. <script>alert(1)</script> f", ReadMail.Of(reply.Message).WholeText, StringComparison.Ordinal);
        var page = PageOf(reply);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("auto", page.QuerySelector("ul")!.ParentElement!.GetAttribute("dir"));
        Assert.Equal(["la factura", "el recibo {radicado}"], page.QuerySelectorAll("li").Select(item => item.TextContent));
        Assert.Equal(["https://example.org/guia", "https://pqrs.example.org/consultar"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("script, img, style, link"));
        Assert.Equal("María Íñiguez", System.Text.RegularExpressions.Regex.Match(page.Body!.TextContent, "María Íñiguez").Value);
        Assert.Equal("todo", PageOf(answer).QuerySelector("strong")!.TextContent);
        Assert.Contains(receipt.Number, PageOf(answer).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The page of a letter, as a mail program opens it.</summary>
    private static AngleSharp.Html.Dom.IHtmlDocument PageOf(TakenLetter letter)
    {
        var source = Encoding.ASCII.GetString(letter.Message);
        var part = source[source.IndexOf("Content-Type: text/html", StringComparison.Ordinal)..];
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..part.IndexOf("\r\n--=_", StringComparison.Ordinal)].Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = System.Text.RegularExpressions.Regex.Replace(body, "=([0-9A-F]{2})", sign => ((char)Convert.ToByte(sign.Groups[1].Value, 16)).ToString());
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes)));
    }
}
