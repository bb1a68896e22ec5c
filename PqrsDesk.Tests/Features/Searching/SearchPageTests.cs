using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Searching;

public sealed class SearchPageTests : PageTest
{
    [Fact]
    public async Task A_person_sees_what_was_found_with_its_words_marked_and_where_they_stand()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.ReplyAsync(number, "El reintegro se hará en la próxima FACTURACIÓN.");

        var page = Open("cobro facturación");

        var found = Assert.Single(page.FindAll(".found-case"));
        Assert.Equal(DeskUrls.TicketOf(number), found.QuerySelector("a[data-open]")!.GetAttribute("href"));
        Assert.Equal(["Cobro", "FACTURACIÓN"], found.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Contains("Respuesta", found.QuerySelector(".found-excerpt")!.TextContent, StringComparison.Ordinal);
        foreach (var word in (string[])[number, Samples.Petitioner.Name!, "Atención", "Radicado"]) Assert.Contains(word, found.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 caso", page.Find("header").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        await Desk.FileAsync(Samples.Filing with { Subject = "<img src=x onerror=alert(1)> cobro", Description = "<script>alert('reintegro')</script>" });

        var page = Open("cobro reintegro");

        Assert.Empty(page.FindAll("img, script"));
        Assert.Contains("<img src=x onerror=alert(1)>", page.Find(".found-subject").TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>", page.Find(".found-excerpt").TextContent, StringComparison.Ordinal);
        Assert.Empty(Open("<b>\"nada\"</b>").FindAll("b"));
    }

    [Fact]
    public void Every_way_of_finding_nothing_says_what_to_do()
    {
        Assert.Contains("Escriba qué busca", Open("").Markup, StringComparison.Ordinal);
        Assert.Contains("no tiene ninguna palabra", Open("--- %").Markup, StringComparison.Ordinal);
        Assert.Contains("Ningún caso tiene «xilófono»", Open("xilófono").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        for (var i = 0; i < SearchAsk.PageSize + 3; i++) await Desk.FileAsync();
        var page = Open("factura");
        var first = page.FindAll(".found-case").Select(found => found.GetAttribute("data-row")).ToList();

        Go(page.Find("a[rel=next]").GetAttribute("href")!);
        page = Render<SearchPage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".found-case").Count));

        Assert.Equal(SearchAsk.PageSize, first.Count);
        Assert.Empty(page.FindAll(".found-case").Select(found => found.GetAttribute("data-row")).Intersect(first));
    }

    [Fact]
    public async Task A_status_narrows()
    {
        var (open, answered) = ((await Desk.FileAsync()).Number, (await Desk.FileAsync()).Number);
        await Desk.AnswerAsync(answered);
        var page = Open("factura");
        Assert.Equal(2, page.FindAll(".found-case").Count);

        await page.InvokeAsync(() => page.Find("#estado").ChangeAsync(nameof(TicketStatus.Answered)));
        page = Render<SearchPage>();

        page.WaitForAssertion(() => Assert.Equal(answered, Assert.Single(page.FindAll(".found-case")).GetAttribute("data-row")));
        Assert.NotEqual(open, answered);
    }

    [Fact]
    public async Task An_index_that_is_not_whole_says_so()
    {
        await Desk.FileAsync();
        await Desk.Get<DeskWriter>().RunAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "SearchBuild" SET "Remaining" = 6, "Tickets" = 10"""), CancellationToken.None);

        Assert.Contains("(40 %)", Open("factura").Find(".notice").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<SearchPage> Open(string text)
    {
        Go(DeskUrls.SearchFor(text));
        var page = Render<SearchPage>();
        page.WaitForState(() => page.FindAll(".skeleton").Count == 0, TimeSpan.FromSeconds(20));
        return page;
    }

    private void Go(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);
}
