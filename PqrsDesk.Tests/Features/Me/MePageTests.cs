using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Features.Casework.Tasking;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Me;

public sealed class MePageTests : PageTest
{
    [Fact]
    public async Task Whoever_has_nothing_is_told_what_comes()
    {
        var page = Render<MePage>();
        See(page, () => Assert.Contains("No tiene casos pendientes.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("martes 3 de marzo de 2026", page.Find(".title-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nada todavía", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No dejó nada a medio escribir.", page.Markup, StringComparison.Ordinal);
        See(page, () => Assert.Contains("Todavía no hay resultados", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".part-error"));
        await DisposeComponentsAsync();
        Assert.Equal(0, Desk.Get<LiveViews>().Count);
    }

    [Fact]
    public async Task What_happens_appears_by_itself_each_line_with_its_place()
    {
        var page = Render<MePage>();
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = $"Cobro {Hostile}" })).Number;
        await Desk.TakeAsync(number, Me);
        await Desk.NoteAsync(number, by: Actor.Staff(Me));

        Later(page, () => Assert.Equal($"/casos/{number}", page.Find($"[data-case='{number}'] a").GetAttribute("href")));
        Assert.NotEmpty(page.FindAll($"[data-case='{number}'] sla-timer[due]"));
        Assert.Equal("1 caso tomado", Words(page.Find("[data-done='Taken'] summary")));
        Assert.Equal("1 nota", Words(page.Find("[data-done='Noted'] summary")));
        AssertHarmless(page);
        Assert.Equal("/?mios=true", page.FindAll(".me-tiles a")[2].GetAttribute("href"));
        Assert.Contains("vence=Overdue", page.FindAll(".me-tiles a")[0].GetAttribute("href"), StringComparison.Ordinal);

        await Desk.AnswerAsync(number, by: Actor.Staff(Me));
        Later(page, () => Assert.Empty(page.FindAll("[data-case]")));
        Assert.Equal("1 caso respondido", Words(page.Find("[data-done='Answered'] summary")));
    }

    [Fact]
    public async Task Tasks_reviews_drafts_and_what_comes_back_stand_beside_it()
    {
        var billing = await Desk.OpenAreaAsync();
        await Desk.CareAsync(CareHouse.Reviewed());
        var ana = Me;
        var lead = await Desk.HireAsync("Lía Vega", Role.Lead);
        var (asked, proposed, aside, begun) = ((await Desk.FileAsync()).Number, (await Desk.FileAsync()).Number, (await Desk.FileAsync()).Number, (await Desk.FileAsync()).Number);
        await Desk.Get<WorkTask>().RunAsync(asked, new TaskAct.Ask(Samples.FirstArea, lead.Id, null, 2, $"¿Cuánto? {Hostile}"), Actor.Staff(ana), CancellationToken.None);
        await Desk.ProposeAsync(proposed, ana);
        await Desk.TakeAsync(aside, lead);
        await Desk.ChangeAsync(aside, (ticket, book, now) => ticket.Snooze(now.At.AddHours(1), null, book, now), Actor.Staff(lead));
        await Desk.Get<Drafts>().KeepAsync(lead.Id, $"caso:{begun}", "{}", CancellationToken.None);
        await Desk.Get<Drafts>().KeepAsync(lead.Id, "buzon", "{}", CancellationToken.None);
        await Desk.Get<Drafts>().KeepAsync(lead.Id, DraftKeys.OfNewArticle(null, "es"), "{}", CancellationToken.None);
        await Desk.Get<Drafts>().KeepAsync(lead.Id, DraftKeys.OfMacro("7"), "{}", CancellationToken.None);
        await Desk.Get<Drafts>().KeepAsync(lead.Id, "algo-nuevo", "{}", CancellationToken.None);
        SignIn(lead);

        var page = Render<MePage>();

        See(page, () => Assert.Contains(asked, Words(page.Find("[aria-labelledby='mis-tareas']")), StringComparison.Ordinal));
        AssertHarmless(page);
        Assert.Equal($"/casos/{proposed}", page.Find("[aria-labelledby='por-revisar'] li a").GetAttribute("href"));
        Assert.Equal($"/casos/{aside}", page.Find("[aria-labelledby='vuelven-hoy'] li a").GetAttribute("href"));
        Assert.Equal(["/casos/" + begun, "/conocimiento/articulos/nuevo?idioma=es", "/conocimiento/macros/7", "/recepcion/buzon"], page.FindAll("[aria-labelledby='sin-enviar'] li a").Select(link => link.GetAttribute("href")!).Order());
        Assert.NotEqual(0, billing.Id);
    }

    [Fact]
    public async Task Results_say_whose_they_are_and_why_there_is_no_median()
    {
        await AnswerAsync(Me, 5);
        await AnswerAsync(await Desk.HireAsync("Rosa"), 20);
        var page = Render<MePage>();

        See(page, () => Assert.Equal("1", Words(page.Find("[data-result='Answered'] .kpi-value"))));
        Assert.Equal("5 min", Words(page.Find("[data-result='FirstReplyTime'] .kpi-value")));
        Assert.Contains("solo otra persona tiene datos", Words(page.Find("[data-result='FirstReplyTime'] [data-team]")), StringComparison.Ordinal);
        Assert.Contains("responsable=yo", page.Find("[data-result='Answered'] a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("100 %", Words(page.Find("[data-result='Compliance'] .kpi-value")).Replace('\u00A0', ' '));
        Assert.Empty(page.FindAll("[data-result='Solved']"));

        await AnswerAsync(await Desk.HireAsync("Luis"), 30);
        await AnswerAsync(await Desk.HireAsync("Mar"), 25);
        Later(page, () => Assert.Equal("Mediana del equipo: 25 min de 3 personas", Words(page.Find("[data-result='FirstReplyTime'] [data-team]"))));
    }

    [Theory]
    [InlineData("7", "7 días")]
    [InlineData("90", "90 días")]
    [InlineData("8", "30 días")]
    [InlineData("<script>", "30 días")]
    [InlineData("99999999999999999999", "30 días")]
    public void The_address_says_how_far_back(string days, string shown)
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/yo?dias={Uri.EscapeDataString(days)}");
        var page = Render<MePage>();
        See(page, () => Assert.Equal(shown, Words(page.Find(".segments [aria-current]"))));
    }

    [Theory]
    [InlineData("es-CO", 0, "0 min")]
    [InlineData("es-CO", 59.6, "1 h")]
    [InlineData("en-US", 135, "2 h 15 min")]
    [InlineData("es-CO", 60_001, "1.000 h 1 min")]
    public void Business_time_is_said_in_hours(string language, double minutes, string said)
    {
        Speak(language);
        Assert.Equal(said, Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<MeTexts>>().Say(PersonKpi.ResolutionTime, minutes));
    }

    /// <summary>A day may be a second behind, and results some seconds: the clock goes on until the page says so.</summary>
    private void Later(IRenderedComponent<MePage> page, Action seen)
    {
        for (var tries = 0; ; tries++)
        {
            Desk.Clock.Advance(TimeSpan.FromSeconds(1));
            try
            {
                page.WaitForAssertion(seen, TimeSpan.FromSeconds(1));
                return;
            }
            catch (Bunit.Extensions.WaitForHelpers.WaitForFailedException) when (tries < 30)
            {
                // Not yet.
            }
        }
    }

    private async Task AnswerAsync(StaffMember by, int minutes)
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.TakeAsync(number, by);
        Desk.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await Desk.ReplyAsync(number, by: Actor.Staff(by));
        await Desk.AnswerAsync(number, by: Actor.Staff(by));
    }
}
