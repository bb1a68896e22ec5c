using AngleSharp.Dom;
using Bunit;
using PqrsDesk.Domain.Sla;
using Xunit;

namespace PqrsDesk.Features.Simulating;

public sealed class SimulatorPageTests : PageTest
{
    [Fact]
    public void The_page_begins_with_an_example_that_is_worked_out()
    {
        var page = Open();

        Assert.Equal(5, page.FindAll("tr[data-step]").Count);
        Assert.Equal(
            ["Cumplido usado 1 h 50 min vence 24 mar, 08:30", "Incumplido usado 16 h 50 min vence 27 mar, 09:10 se incumplió 27 mar, 09:10"],
            page.FindAll("tr[data-step='4'] .step-cell").Select(cell => string.Join(' ', cell.Children.Select(Words))).Select(words => words.Replace("mar.", "mar", StringComparison.Ordinal)));
        Assert.Contains(page.FindAll("[data-working=Resolution] li"), line => Words(line) == "lunes 23 de marzo: festivo, Día de San José");
        Assert.NotEmpty(page.FindAll("[data-clock=Resolution] .paused"));
        Assert.Empty(page.FindAll(".field-error"));
    }

    [Fact]
    public async Task Another_target_moves_the_due_and_may_be_missed()
    {
        var page = Open();

        await page.InvokeAsync(() => page.Find("#sim-respuesta-high").ChangeAsync("30"));

        Assert.Contains("vence 20 mar", Due(page, 4, 0), StringComparison.Ordinal);
        Assert.StartsWith("Incumplido", Words(page.FindAll("tr[data-step='4'] .step-cell")[0]), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-clock=FirstResponse] .clock-breach"));
    }

    [Fact]
    public async Task A_policy_brings_its_targets_and_its_calendar()
    {
        var page = Open();

        await page.InvokeAsync(() => page.Find("#sim-politica").ChangeAsync("critical"));

        Assert.Equal(("30", "1440", "always"), (Value(page, "#sim-respuesta-high"), Value(page, "#sim-solucion-low"), Value(page, "#sim-calendario")));
    }

    [Fact]
    public async Task Events_come_and_go_and_one_out_of_order_is_told_beside_it()
    {
        var page = Open();

        await page.InvokeAsync(() => page.Find(".event-rows + .form-actions button").ClickAsync());
        Assert.Equal(6, page.FindAll("tr[data-step]").Count);

        await page.InvokeAsync(() => page.Find("#sim-evento-4-cuando").ChangeAsync("2026-03-21T10:00"));
        Assert.Equal("Es anterior al evento que le precede.", Words(page.Find("#sim-evento-4-cuando-error")));
        Assert.Equal("true", page.Find("#sim-evento-4-cuando").GetAttribute("aria-invalid"));
        Assert.NotEmpty(page.FindAll(".simulator-result .refusal"));

        await page.FindAll(".event-remove")[^1].ClickAsync();
        Assert.Empty(page.FindAll(".field-error"));
        Assert.Equal(5, page.FindAll("tr[data-step]").Count);
    }

    [Fact]
    public async Task A_calendar_can_be_sketched()
    {
        var page = Open();

        await page.InvokeAsync(() => page.Find("#sim-calendario").ChangeAsync(""));
        await page.InvokeAsync(() => page.Find("#sim-horas-5").ChangeAsync("15:00-16:00, 20:00–24:00"));

        Assert.Equal("viernes 20 de marzo de 2026: abierto 15:30–16:00, 20:00–24:00, cuenta 4 h 30 min", Words(page.Find("[data-working=Resolution] li")));
    }

    [Theory]
    [InlineData("#sim-horas-1", "8 a 12", "sim-horas-1", "Escriba bloques como 08:00-12:00, separados por comas.")]
    [InlineData("#sim-horas-1", "12:00-08:00", "sim-horas-1", "El bloque termina antes de empezar, o no dura nada.")]
    [InlineData("#sim-horas-3", "08:00-12:00, 11:00-13:00", "sim-horas-3", "El bloque se cruza con otro del mismo día.")]
    [InlineData("#sim-zona", "Mars/Olympus", "sim-zona", "No se conoce esa zona horaria: use un nombre IANA, como America/Bogota.")]
    [InlineData("#sim-festivos", "ayer", "sim-festivos", "No es una fecha: escríbala como 2026-03-20.")]
    [InlineData("#sim-respuesta-low", "-3", "sim-respuesta-low", "Escriba minutos enteros, o nada.")]
    [InlineData("#sim-hasta", "2026-03-01T10:00", "sim-hasta", "Es anterior al último evento.")]
    [InlineData("#sim-hasta", "2027-03-01T10:00", "sim-hasta", "La simulación abarca 92 días como máximo.")]
    [InlineData("#sim-evento-0-cuando", "", "sim-evento-0-cuando", "Escriba la fecha y la hora.")]
    public async Task What_cannot_be_read_is_told_beside_its_field(string input, string typed, string field, string words)
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sim-calendario").ChangeAsync(""));

        await page.InvokeAsync(() => page.Find(input).ChangeAsync(typed));

        Assert.Equal(words, Words(page.Find($"#{field}-error")));
        Assert.Equal($"{field}-error", page.Find(input).GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task A_time_that_the_clock_skips_is_refused()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sim-calendario").ChangeAsync(""));
        await page.InvokeAsync(() => page.Find("#sim-zona").ChangeAsync("America/New_York"));

        await page.InvokeAsync(() => page.Find("#sim-evento-0-cuando").ChangeAsync("2026-03-08T02:30"));

        Assert.StartsWith("Esa hora no existe", Words(page.Find("#sim-evento-0-cuando-error")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sim-calendario").ChangeAsync(""));

        await page.InvokeAsync(() => page.Find("#sim-zona").ChangeAsync(Hostile));

        Assert.Equal(Hostile, Value(page, "#sim-zona"));
        AssertNoElements(page);
    }

    [Fact]
    public async Task A_legal_term_is_counted_to_its_last_day()
    {
        var page = Open();
        await page.FindAll(".segments button")[1].ClickAsync();
        Assert.Equal("miércoles 15 de abril de 2026", Words(page.Find(".term-day")));

        await page.InvokeAsync(() => page.Find("#plazo-regimen").ChangeAsync("sfc.queja"));
        Assert.Contains("Por confirmar", Words(page.Find(".term-answer")), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("#plazo-regimen").ChangeAsync(""));
        await page.InvokeAsync(() => page.Find("#plazo-dias").ChangeAsync("1"));
        Assert.Equal("martes 24 de marzo de 2026", Words(page.Find(".term-day")));

        await page.InvokeAsync(() => page.Find("#plazo-dias").ChangeAsync("0"));
        Assert.Equal("Escriba un número entero de 1 a 1000.", Words(page.Find("#plazo-dias-error")));
        Assert.Empty(page.FindAll(".term-day"));
    }

    [Fact]
    public async Task A_term_in_hours_says_its_time_and_a_rule_not_yet_in_force_is_not_counted()
    {
        var page = Open();
        await page.FindAll(".segments button")[1].ClickAsync();

        await page.InvokeAsync(() => page.Find("#plazo-regimen").ChangeAsync("supersalud.simple"));
        Assert.Equal("lunes 23 de marzo de 2026", Words(page.Find(".term-day")));
        Assert.Contains("vence a las 15:30", Words(page.Find(".term-answer")), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("#plazo-radicado").ChangeAsync("2020-04-01T10:00"));
        Assert.Empty(page.FindAll(".term-day"));
        Assert.Contains("no regía", Words(page.Find("#plazo-regimen-error")), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("#plazo-regimen").ChangeAsync("ley1755.peticion"));
        Assert.Contains("Decreto 491 de 2020", Words(page.Find(".term-answer")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_regime_and_event_has_its_words()
    {
        var page = Open();

        Assert.DoesNotContain(page.FindAll("option"), option => option.TextContent.Contains("Event.", StringComparison.Ordinal));
        page.FindAll(".segments button")[1].Click();
        Assert.DoesNotContain(page.FindAll("#plazo-regimen option"), option => option.TextContent.Contains("Act.", StringComparison.Ordinal) || option.TextContent.Contains("Legal.", StringComparison.Ordinal));
        Assert.Equal(CitedTerm.On(LegalBook.Shipped, new(2026, 3, 20)).Count + 1, page.FindAll("#plazo-regimen option").Count);
    }

    [Fact]
    public void It_speaks_English_too()
    {
        Speak("en-US");

        var page = Open();

        Assert.Equal("SLA simulator", Words(page.Find("h1")));
        Assert.Contains(page.FindAll("[data-working=Resolution] li"), line => Words(line) == "Monday, March 23: holiday, Día de San José");
    }

    private IRenderedComponent<SimulatorPage> Open()
    {
        var page = Render<SimulatorPage>();
        See(page, () => Assert.NotEmpty(page.FindAll("tr[data-step]")));
        return page;
    }

    private static string Due(IRenderedComponent<SimulatorPage> page, int step, int clock) => Words(page.FindAll($"tr[data-step='{step}'] .step-cell")[clock]);

    private static string? Value(IRenderedComponent<SimulatorPage> page, string input) => page.Find(input).GetAttribute("value");
}
