using System.Net;
using System.Text.RegularExpressions;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Features.Knowledge;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Portal;

public sealed partial class HelpTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task The_help_and_an_article_load_within_their_weight_and_without_a_script_of_the_desk()
    {
        await desk.ArticleAsync("Horarios de atención", string.Concat(Enumerable.Repeat("Atendemos de lunes a viernes.\n\n", 200)));
        using var client = desk.Client();
        foreach (var address in (string[])[DeskUrls.Help, DeskUrls.HelpFor("atendemos"), DeskUrls.HelpArticleOf("horarios-de-atencion")])
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
            Assert.Contains("Horarios de atención", page, StringComparison.Ordinal);
            Assert.DoesNotContain("blazor.web", page, StringComparison.OrdinalIgnoreCase);
            var weight = page.Length;
            foreach (Match sheet in Sheet().Matches(page)) weight += (await client.GetByteArrayAsync(new Uri("/" + sheet.Groups[1].Value, UriKind.Relative))).Length;
            Assert.InRange(weight, 1, 100 * 1024);
        }
    }

    [Fact]
    public async Task What_staff_alone_may_read_is_not_there_whatever_is_asked()
    {
        await desk.ArticleAsync("Guía secreta", "Palabra secretísima.", visibility: ArticleVisibility.Internal);
        await desk.ArticleAsync("Borrador secreto", "Palabra secretísima.", publish: false);
        using var client = desk.Client();
        Assert.DoesNotContain("secret", await client.GetStringAsync(DeskUrls.Help), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Guía", WebUtility.HtmlDecode(await client.GetStringAsync(DeskUrls.HelpFor("secretísima"))), StringComparison.Ordinal);
        foreach (var slug in (string[])["guia-secreta", "borrador-secreto", "nada", new('x', 500), "..%2F..%2Fetc"])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{DeskUrls.Help}/{slug}")).StatusCode);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%00")]
    [InlineData("' OR 1=1 --")]
    [InlineData("%E2%80%AE")]
    public async Task Whatever_is_looked_for_is_only_looked_for(string typed)
    {
        using var client = desk.Client();
        var answer = await client.GetAsync($"{DeskUrls.Help}?q={(typed.Contains('%', StringComparison.Ordinal) ? typed : Uri.EscapeDataString(typed))}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_without_the_form_of_the_page_counts_nothing()
    {
        var id = await desk.ArticleAsync("Votos");
        using var client = desk.Client();
        using var form = new FormUrlEncodedContent([new("Util", "si"), new("_handler", "util")]);
        await client.PostAsync(DeskUrls.HelpArticleOf("votos"), form);
        Assert.Equal(0, await desk.ReadAsync(db => Task.FromResult(db.Articles.Single(article => article.Id == id).Useful)));
    }

    [GeneratedRegex("""<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)""")]
    private static partial Regex Sheet();
}
