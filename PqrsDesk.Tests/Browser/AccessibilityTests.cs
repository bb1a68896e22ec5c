using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>Every main page, light and dark, wide and narrow: nothing serious for axe, nothing cut at the side.</summary>
public sealed class AccessibilityTests : BrowserTest
{
    [SkippableTheory]
    [InlineData(ColorScheme.Light, "es-CO")]
    [InlineData(ColorScheme.Dark, "en-US")]
    public async Task Every_page_can_be_read_and_fits(ColorScheme scheme, string locale)
    {
        var desk = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(desk, new() { Scheme = scheme, Locale = locale });
        await visit.SignInAsDemoAsync(Role.Admin);
        if (locale == "en-US") await visit.Page.GotoAsync(DeskUrls.LanguageOf("en", DeskUrls.Queue));
        Assert.Equal(locale[..2], await visit.Page.Locator("html").GetAttributeAsync("lang"));
        var radicado = await desk.ReadAsync(db => Task.FromResult(db.Tickets.OrderByDescending(t => t.Version).First().Number));

        foreach (var address in (string[])[DeskUrls.Queue, DeskUrls.TicketOf(radicado), DeskUrls.NewTicket, DeskUrls.Wall, DeskUrls.Dashboard, DeskUrls.Reports, DeskUrls.SlaCalendarOf("office"), DeskUrls.SlaPolicyOf("critical"), DeskUrls.SlaTermOf(null), DeskUrls.PauseCauses, DeskUrls.Supervision, DeskUrls.MailOf(null), DeskUrls.Knowledge, DeskUrls.Simulator, DeskUrls.Reception, DeskUrls.SuggestionBox, DeskUrls.RoutingRuleOf(DeskUrls.NewRule), DeskUrls.Administration, DeskUrls.AreaOf(null), DeskUrls.Protocol, DeskUrls.Reviews, DeskUrls.NoticesOf(all: true)])
        {
            await visit.GoAsync(address);
            await visit.Page.Locator(".skeleton").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            foreach (var (width, height) in ((int, int)[])[(1440, 900), (360, 740)])
            {
                await visit.Page.SetViewportSizeAsync(width, height);
                await visit.MustBeAccessibleAsync();
                Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{address} is cut at {width} pixels.");
            }
        }
    }

    [SkippableFact]
    public async Task An_unknown_address_is_a_calm_page_in_the_frame()
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk);

        var response = await visit.Page.GotoAsync("/nada/de/esto");

        Assert.Equal(404, response!.Status);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("No encontrado");
        await Assertions.Expect(visit.Page.Locator("nav.rail")).ToBeVisibleAsync();
        visit.ForgiveErrors();
    }

    [SkippableFact]
    public async Task An_unknown_radicado_radicado_is_a_calm_page()
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk);

        var response = await visit.Page.GotoAsync(DeskUrls.TicketOf("PQRS-1999-000001"));

        Assert.Equal(404, response!.Status);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        visit.ForgiveErrors();
    }
}
