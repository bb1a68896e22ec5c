using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.SlaRules;

public sealed class RulesPageTests : PageTest
{
    [Fact]
    public async Task An_administrator_changes_the_hours_sees_what_moves_and_applies_it_to_all()
    {
        var page = await CalendarAsync(Role.Admin, "office");
        var receipt = await Desk.FileAsync();

        await page.InvokeAsync(() => page.Find("#weekly-tuesday").ChangeAsync("08:00–11:00"));
        await PressAsync(page, "Ver qué cambiaría");
        See(page, () => Assert.Contains("Casos abiertos a los que alcanza: 1. Cambian de fecha: 1. Quedarían incumplidos: 0.", page.Markup, StringComparison.Ordinal));
        Assert.Equal($"/casos/{receipt.Number}", page.Find(".sla-moved a").GetAttribute("href"));
        Assert.Contains("Clientes preferentes, General", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("input[value=NewAndOpen]").ChangeAsync("NewAndOpen"));
        await PressAsync(page, "Guardar y aplicar");

        See(page, () => Assert.Contains("Se guardó la versión 2. Casos abiertos que alcanzó: 1.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Cambió: horario semanal", page.Find(".sla-history").TextContent, StringComparison.Ordinal);
        Assert.Contains(Me.Name, page.Find(".sla-history").TextContent, StringComparison.Ordinal);
        Assert.IsType<Domain.Tickets.TicketEvent.Repromised>((await Desk.LogAsync(receipt.Number))[^1]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field()
    {
        var page = await CalendarAsync(Role.Admin, "office");
        await page.InvokeAsync(() => page.Find("#weekly-monday").ChangeAsync("08:00–12:00, 11:00–13:00"));
        Assert.Contains("se cruza con otro del mismo día", page.Find("#weekly-monday-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("weekly-monday-error", page.Find("#weekly-monday").GetAttribute("aria-describedby"));

        await page.InvokeAsync(() => page.Find("#weekly-monday").ChangeAsync("22:00–06:00"));
        Assert.Empty(page.FindAll(".field-error"));
        Assert.Contains("lunes 22:00–24:00 + martes 00:00–06:00", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_is_taken_back_when_the_form_changes()
    {
        var page = await CalendarAsync(Role.Admin, "office");
        await page.InvokeAsync(() => page.Find("#weekly-tuesday").ChangeAsync("08:00–11:00"));
        await PressAsync(page, "Ver qué cambiaría");
        See(page, () => Assert.Single(page.FindAll(".sla-preview")));

        await page.InvokeAsync(() => page.Find("#weekly-tuesday").ChangeAsync("08:00–10:00"));

        Assert.Empty(page.FindAll(".sla-preview"));
    }

    [Fact]
    public async Task The_year_shows_holidays_by_name_and_one_can_be_taken_off_and_one_added()
    {
        var page = await CalendarAsync(Role.Admin, "office");
        Assert.Equal(12, page.FindAll(".sla-month").Count);
        Assert.Single(page.FindAll(".day-holiday[title='Día de San José']"));

        page.FindAll(".sla-days label").Single(day => day.TextContent.Contains("San José", StringComparison.Ordinal)).QuerySelector("input")!.Change(false);
        Assert.Empty(page.FindAll(".day-holiday[title='Día de San José']"));

        await page.InvokeAsync(() => page.Find("#festivo").ChangeAsync("2026-03-20"));
        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Contains("Añadir como festivo", StringComparison.Ordinal)).ClickAsync());
        Assert.Single(page.FindAll(".day-holiday[title='Festivo propio']"));
    }

    [Theory]
    [InlineData(Role.Lead)]
    [InlineData(Role.Manager)]
    public async Task Leads_and_managers_read_and_change_nothing(Role role)
    {
        var page = await CalendarAsync(role, "office");
        Assert.NotNull(page.Find("fieldset.sla-fields").GetAttribute("disabled"));
        Assert.Empty(page.FindAll(".sla-flow"));
    }

    [Fact]
    public async Task An_unknown_key_is_a_calm_page()
    {
        var page = await CalendarAsync(Role.Admin, "nada");
        Assert.Contains("No existe ese calendario", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_while_a_change_is_applied_sees_how_far_it_is()
    {
        var run = Desk.Get<RunningChange>().TryBegin("Otra Admin")!;
        run.Tell(40, 100);
        var page = await CalendarAsync(Role.Admin, "office");
        Assert.Contains("Otra Admin está aplicando", page.Find(".sla-running").TextContent, StringComparison.Ordinal);

        run.Tell(80, 100);
        See(page, () => Assert.Equal("80", page.Find(".sla-running progress").GetAttribute("value")));
        Desk.Get<RunningChange>().End(run);
        See(page, () => Assert.Empty(page.FindAll(".sla-running")));
    }

    [Fact]
    public async Task The_product_says_which_policy_applies_and_why()
    {
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Critical, "Acueducto <b>Norte</b>");
        var page = await PolicyAsync(Role.Lead, "critical");
        Assert.Contains("Se aplica «General» porque vale para todos los casos", page.Find(".sla-answer").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("#probe-customer").ChangeAsync(Number(customer.Id)));

        Assert.Contains("Se aplica «Clientes críticos» porque el cliente es de nivel crítico. Promete la primera respuesta en 1 h y la solución en 8 h", page.Find(".sla-answer").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("b"));
    }

    [Fact]
    public async Task A_new_policy_is_saved_with_its_conditions()
    {
        var page = await PolicyAsync(Role.Admin, "nuevo");
        await page.InvokeAsync(() => page.Find("#name").ChangeAsync("Reclamos altos"));
        await page.InvokeAsync(() => page.Find("#order").ChangeAsync("3"));
        page.FindAll(".sla-condition label").Single(label => label.TextContent.Trim() == "Reclamo").QuerySelector("input")!.Change(true);
        foreach (var input in page.FindAll(".sla-target input").Select(input => input.Id!).ToList()) page.Find($"[id='{input}']").Change("90");

        await PressAsync(page, "Ver qué cambiaría");
        See(page, () => Assert.Single(page.FindAll(".sla-preview")));
        await PressAsync(page, "Guardar y aplicar");

        See(page, () => Assert.EndsWith("/sla/politicas/reclamos-altos", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var saved = (await Desk.BookAsync()).CurrentTerms("reclamos-altos")!.Policy;
        Assert.Equal((1, 3, PolicyCondition.Kind), (saved.Version, saved.Order, Assert.Single(saved.Definition.Conditions())));
    }

    [Fact]
    public async Task A_target_that_cannot_be_is_refused_beside_it()
    {
        var page = await PolicyAsync(Role.Admin, "standard");
        await page.InvokeAsync(() => page.Find("[id='targets.high-first']").ChangeAsync(""));
        await PressAsync(page, "Ver qué cambiaría");
        See(page, () => Assert.Contains("minutos enteros", page.Find("[id='targets.high-first-error']").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_level_of_escalation_is_added_and_refused_without_anything_to_do()
    {
        var page = await PolicyAsync(Role.Admin, "standard");
        var levels = page.FindAll(".sla-level").Count;
        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Contains("Agregar un nivel", StringComparison.Ordinal)).ClickAsync());
        await page.InvokeAsync(() => page.Find($"#nivel-{levels}").ChangeAsync("50"));
        await PressAsync(page, "Ver qué cambiaría");
        See(page, () => Assert.Contains("al menos una acción", page.Find($"#nivel-{levels}-error").TextContent, StringComparison.Ordinal));

        page.FindAll(".sla-level")[^1].QuerySelectorAll("label").Single(label => label.TextContent.Trim() == "Reasignar a una persona").QuerySelector("input")!.Change(true);
        await page.InvokeAsync(() => page.Find($"#nivel-{levels}-quien").ChangeAsync(Number(Me.Id)));
        await PressAsync(page, "Ver qué cambiaría");
        See(page, () => Assert.Single(page.FindAll(".sla-preview")));
        await PressAsync(page, "Guardar y aplicar");

        See(page, () => Assert.Contains("Se guardó la versión 2", page.Markup, StringComparison.Ordinal));
        var saved = (await Desk.BookAsync()).CurrentTerms("standard")!.Policy.Definition.Escalations[^1];
        Assert.Equal((50, EscalationAct.Assign, Me.Id), (saved.Percent, Assert.Single(saved.Acts), saved.AssignTo));
        Assert.Contains("Cambió: escalamiento", page.Find(".sla-history").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_of_causes_is_added_to_renamed_and_retired_by_an_administrator()
    {
        SignIn(Me = await Desk.HireAsync("Zoe Admin", Role.Admin));
        var page = Render<PauseCausesPage>();
        See(page, () => Assert.Equal(4, page.FindAll(".sla-causes li").Count));

        await page.InvokeAsync(() => page.Find("#causa").InputAsync(" otra CAUSA "));
        await page.InvokeAsync(() => page.Find(".sla-cause-new").SubmitAsync());
        Assert.Contains("Ya hay otra", page.Find("#causa-error").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#causa").InputAsync("Pago en línea"));
        await page.InvokeAsync(() => page.Find(".sla-cause-new").SubmitAsync());
        See(page, () => Assert.Equal(5, page.FindAll(".sla-causes li").Count));

        await page.FindAll(".sla-causes li")[4].QuerySelectorAll("button")[^1].ClickAsync(new());
        See(page, () => Assert.Contains("Retirada", page.FindAll(".sla-causes li")[4].TextContent, StringComparison.Ordinal));
        Assert.False((await Desk.ReadAsync(db => db.PauseCauses.SingleAsync(cause => cause.Name == "Pago en línea"))).Active);
    }

    [Fact]
    public async Task A_lead_reads_the_catalogue_and_changes_nothing()
    {
        SignIn(Me = await Desk.HireAsync("Lía Vega", Role.Lead));
        var page = Render<PauseCausesPage>();
        See(page, () => Assert.Equal(4, page.FindAll(".sla-causes li").Count));
        Assert.Empty(page.FindAll(".sla-card button"));
        Assert.Equal(SlaProblemCode.NotAllowed, (await Desk.Get<KeepPauseCauses>().SaveAsync(null, "Otra más", true, Actor.Staff(Me), CancellationToken.None))?.Code);
    }

    private async Task<IRenderedComponent<CalendarsPage>> CalendarAsync(Role role, string key)
    {
        Me = await Desk.HireAsync("Zoe Admin", role);
        SignIn(Me);
        var page = Render<CalendarsPage>(its => its.Add(page => page.Clave, key));
        See(page, () => Assert.NotEmpty(page.FindAll(".sla-split")));
        return page;
    }

    private async Task<IRenderedComponent<PoliciesPage>> PolicyAsync(Role role, string key)
    {
        Me = await Desk.HireAsync("Zoe Admin", role);
        SignIn(Me);
        var page = Render<PoliciesPage>(its => its.Add(page => page.Clave, key));
        See(page, () => Assert.NotEmpty(page.FindAll(".sla-split")));
        return page;
    }

    private static Task PressAsync<T>(IRenderedComponent<T> page, string button)
        where T : IComponent
    {
        See(page, () => Assert.Contains(page.FindAll(".sla-flow button"), found => found.TextContent.Contains(button, StringComparison.Ordinal)));
        return page.InvokeAsync(() => page.FindAll(".sla-flow button").First(found => found.TextContent.Contains(button, StringComparison.Ordinal)).ClickAsync(new()));
    }
}
