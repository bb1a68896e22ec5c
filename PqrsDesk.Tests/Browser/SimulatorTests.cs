using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class SimulatorTests : BrowserTest
{
    [SkippableFact]
    public async Task Another_instant_or_target_moves_the_due_at_once()
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk, Role.Agent, DeskUrls.Simulator);
        var response = visit.Page.Locator("tr[data-step='0'] .step-cell").First;
        await Assertions.Expect(response).ToContainTextAsync("24 mar");

        await visit.Page.FillAsync("#sim-evento-0-cuando", "2026-03-19T09:00");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(response).ToContainTextAsync("19 mar");
        await Assertions.Expect(response).ToContainTextAsync("11:00");

        await visit.Page.FillAsync("#sim-respuesta-high", "60");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(response).ToContainTextAsync("10:00");
        await Assertions.Expect(visit.Page.Locator("[data-clock=FirstResponse] .clock-breach")).ToBeVisibleAsync();
    }
}
