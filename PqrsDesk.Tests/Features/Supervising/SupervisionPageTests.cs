using Bunit;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Supervising;

public sealed class SupervisionPageTests : PageTest
{
    [Fact]
    public async Task With_nothing_to_look_at_the_page_says_what_comes_here()
    {
        var page = await OpenAsync();
        Assert.Contains("Ningún caso señalado", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Ninguna pausa por revisar", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_flagged_is_listed_until_a_lead_has_looked_at_it()
    {
        var receipt = await Desk.FileAsync();
        Desk.Clock.Advance(TimeSpan.FromDays(90));
        await Desk.Get<SweepDeadlines>().RunAsync(Desk.Clock.Now, CancellationToken.None);
        var page = await OpenAsync();

        var row = Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal($"/casos/{receipt.Number}", row.QuerySelector("a")!.GetAttribute("href"));
        await row.QuerySelector("button")!.ClickAsync(new());

        See(page, () => Assert.Empty(page.FindAll("tbody tr")));
        Assert.Contains($"{receipt.Number} quedó revisado.", page.Markup, StringComparison.Ordinal);
        Assert.Null((await Desk.TicketAsync(receipt.Number)).FlaggedAt);
    }

    [Fact]
    public async Task What_was_answered_meanwhile_waits_for_nobody()
    {
        var receipt = await Desk.FileAsync();
        Desk.Clock.Advance(TimeSpan.FromDays(90));
        await Desk.AnswerAsync(receipt.Number);
        Assert.NotNull((await Desk.TicketAsync(receipt.Number)).FlaggedAt);
        Assert.Empty((await OpenAsync()).FindAll("tbody tr"));
    }

    [Fact]
    public async Task Doubtful_pauses_are_listed_with_their_cause_who_and_why()
    {
        var cause = await Desk.ReadAsync(db => db.PauseCauses.FirstAsync());
        var (clear, doubtful) = (await Desk.FileAsync(), await Desk.FileAsync());
        await Desk.ReplyAsync(clear.Number);
        await Desk.WaitAsync(clear.Number);
        await Desk.ChangeAsync(doubtful.Number, (ticket, book, now) => ticket.Wait("", book, now, cause));
        var page = await OpenAsync();

        var row = Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal($"/casos/{doubtful.Number}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(cause.Name, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ana Restrepo", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("El peticionario esperaba respuesta", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sigue en pausa", row.TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<SupervisionPage>> OpenAsync()
    {
        SignIn(Me = await Desk.HireAsync("Lía Vega", Role.Lead));
        var page = Render<SupervisionPage>();
        See(page, () => Assert.NotEmpty(page.FindAll(".supervision")));
        return page;
    }
}
