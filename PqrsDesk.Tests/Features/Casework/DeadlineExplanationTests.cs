using Bunit;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>What the button beside a deadline tells, on a claim filed on Tuesday 3 March 2026 at ten.</summary>
public sealed class DeadlineExplanationTests : PageTest
{
    [Fact]
    public async Task Rule_10_a_clock_tells_its_policy_the_hours_counted_what_was_closed_and_the_pauses()
    {
        var number = (await Desk.FileAsync()).Number;
        Desk.Clock.Advance(TimeSpan.FromDays(1));
        await Desk.WaitAsync(number);
        Desk.Clock.Advance(TimeSpan.FromHours(5));
        await Desk.HearAsync(number);

        var lines = await WhyAsync(number, "Solución");
        Assert.Equal("Política «General», versión 1, con el calendario «Horario de atención».", lines[0]);
        Assert.StartsWith("martes 3 de marzo de 2026: abierto", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("cuenta 6 h", lines[1], StringComparison.Ordinal);
        Assert.Contains("pausado", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("cuenta 4 h", lines[2], StringComparison.Ordinal);
        Assert.Contains("sábado 7 de marzo: cerrado", lines);
        Assert.Equal("suma 40 h: vence el martes 10 de marzo de 2026 a las 15:00", lines[^1]);
    }

    [Fact]
    public async Task Rule_10_a_legal_term_tells_its_days_the_holidays_skipped_and_the_extension()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Extend(new DateOnly(2026, 4, 10), "Faltan pruebas.", book, now));

        var lines = await WhyAsync(number, "Término legal");
        Assert.Contains("día 1: miércoles 4 de marzo", lines);
        Assert.Contains("lunes 23 de marzo: festivo, Día de San José", lines);
        Assert.Contains("jueves 2 de abril: festivo, Jueves Santo", lines);
        Assert.Contains("día 25: viernes 10 de abril", lines);
        Assert.Contains("vence el viernes 10 de abril de 2026 a las 23:59:59", lines);
        Assert.Equal("Incluye una prórroga de 10 días hábiles.", lines[^1]);
    }

    private async Task<List<string>> WhyAsync(string number, string deadline)
    {
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".ticket"));
        await page.InvokeAsync(() => page.Find($"[aria-label='¿Por qué vence entonces? {deadline}']").ClickAsync());
        See(page, () => Assert.NotEmpty(page.FindAll(".why li")));
        return [.. page.FindAll(".why li").Select(Words)];
    }
}
