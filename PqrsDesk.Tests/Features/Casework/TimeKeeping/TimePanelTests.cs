using Bunit;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.TimeKeeping;

public sealed class TimePanelTests : PageTest
{
    [Fact]
    public async Task Time_is_written_down_and_corrected_by_whoever_wrote_it()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.Get<KeepTime>().SpendAsync(number, 30, "De otro", null, false, Samples.Someone(id: 999, name: "Beto Cruz"), CancellationToken.None);
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find("[aria-labelledby=tiempo]"));
        Assert.Empty(page.FindAll("[aria-label='Corregir la anotación 1']"));

        await page.InvokeAsync(() => page.Find("#tiempo-minutos").ChangeAsync("mucho"));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=tiempo] form").SubmitAsync());
        See(page, () => Assert.Contains("Escriba los minutos", Words(page.Find("[aria-labelledby=tiempo] .field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#tiempo-minutos").ChangeAsync("45"));
        await page.InvokeAsync(() => page.Find("#tiempo-que").ChangeAsync($"Llamada {Hostile}"));
        await page.InvokeAsync(() => page.Find("[aria-labelledby=tiempo] form").SubmitAsync());
        See(page, () => Assert.Contains("En total: 1 h 15 min", Words(page.Find("[aria-labelledby=tiempo]")), StringComparison.Ordinal));
        AssertHarmless(page);

        await page.InvokeAsync(() => page.Find("[aria-label='Corregir la anotación 2']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#tiempo-corregido").ChangeAsync("0"));
        await page.InvokeAsync(() => page.Find("#tiempo-motivo").ChangeAsync("No era este caso"));
        await page.Find("#tiempo-corregido").Closest("form")!.SubmitAsync();
        See(page, () => Assert.Contains("En total: 30 min", Words(page.Find("[aria-labelledby=tiempo]")), StringComparison.Ordinal));
        Assert.Contains(new TicketEvent.TimeCorrected(2, Me.Name, 45, 0, "No era este caso"), await Desk.LogAsync(number));
    }
}
