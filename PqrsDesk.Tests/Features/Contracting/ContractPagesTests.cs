using Bunit;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Features.SlaRules;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Contracting;

public sealed class ContractPagesTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Me = await Desk.HireAsync("Luz Marina", Role.Lead));
    }

    [Fact]
    public async Task A_level_says_what_it_means_refuses_what_cannot_be_and_is_kept_in_versions()
    {
        SignIn(Me = await Desk.HireAsync("Zoe", Role.Admin));
        var page = Render<PlansPage>(p => p.Add(each => each.Clave, DeskUrls.NewRule));
        See(page, () => page.Find("#nivel-nombre"));
        await page.InvokeAsync(() => page.Find("#nivel-nombre").ChangeAsync($"Oro {Hostile}"));
        await page.InvokeAsync(() => page.Find("#nivel-high-primera").ChangeAsync("60"));
        await page.InvokeAsync(() => page.Find("#nivel-high-solucion").ChangeAsync("480"));
        See(page, () => Assert.Contains("Prioridad alta, plataforma crítica: primera respuesta en 30 min hábiles, solución en 4 h hábiles.", Words(page.Find(".plan-meaning")), StringComparison.Ordinal));
        await PressAsync(page, "Guardar");
        See(page, () => Assert.Contains("no tiene un calendario de atención", Words(page.Find("#nivel-calendario-error")), StringComparison.Ordinal));
        Assert.Equal("nivel-calendario-error", page.Find("#nivel-calendario").GetAttribute("aria-describedby"));

        await page.InvokeAsync(() => page.Find("#nivel-calendario").ChangeAsync("office"));
        await PressAsync(page, "Guardar");
        See(page, () => Assert.Equal("Los tiempos de cada prioridad van de 1 a 527040 minutos.", Words(page.Find("#nivel-low-primera-error"))));
        foreach (var id in (string[])["medium-primera", "medium-solucion", "low-primera", "low-solucion"]) await page.InvokeAsync(() => page.Find($"#nivel-{id}").ChangeAsync("600"));
        await page.InvokeAsync(() => page.Find("#nivel-nuestros").ChangeAsync($"Responder.\n\n{Hostile}"));
        await PressAsync(page, "Guardar");

        var plan = Assert.Single((await Desk.Get<KeepPlans>().ReadAsync(CancellationToken.None)).Versions);
        Assert.Equal(["Responder.", Hostile], plan.Definition.OurCommitments);
        var shown = Render<PlansPage>(p => p.Add(each => each.Clave, plan.Key));
        See(shown, () => shown.Find("#nivel-high-primera"));
        await shown.InvokeAsync(() => shown.Find("#nivel-high-primera").ChangeAsync("30"));
        await PressAsync(shown, "Guardar");
        See(shown, () => Assert.Contains("Se guardó la versión 2.", shown.Markup, StringComparison.Ordinal));
        Assert.Contains("tiempos", Words(shown.Find(".sla-history li")), StringComparison.Ordinal);
        AssertNoElements(shown);
    }

    [Fact]
    public async Task A_contract_says_how_many_cases_it_counts_and_does_not_list()
    {
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await Desk.LaunchAsync();
        var contract = await Desk.AgreeAsync(Agreements.Draft(customer.Id, await Desk.OfferAsync(), portal.Id) with { IncludedCases = 5 });
        var named = (await Desk.FileAsync(Agreements.About(portal, customer.Id))).Number;
        var nobody = (await Desk.FileAsync(Agreements.About(portal, customer.Id) with { Subject = "Mi jefe cobra por los turnos" }, Samples.Nobody)).Number;

        var page = Render<ContractPage>(p => p.Add(each => each.Numero, contract.Id));

        See(page, () => Assert.Contains("Un caso anónimo o con identidad reservada (0 min).", Words(page.Find(".contract-unnamed")), StringComparison.Ordinal));
        Assert.Contains(named, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(nobody, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Mi jefe", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Casos radicados: 2", Words(page.Find(".contract-behind")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_is_drafted_refused_beside_its_field_signed_and_read()
    {
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Standard, $"Andina {Hostile}");
        var portal = await Desk.LaunchAsync(criticality: CriticalityClass.Critical);
        var plan = await Desk.OfferAsync();
        var earlier = await Desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id) with { Until = new(2026, 3, 31) });
        var page = Render<NewContractPage>();
        See(page, () => page.Find("#contrato-cliente"));
        await PressAsync(page, "Guardar el borrador");
        See(page, () => Assert.Equal("Escriba un valor.", Words(page.Find("#contrato-precio-error"))));
        await page.InvokeAsync(() => page.Find("#contrato-precio").ChangeAsync("-5"));
        await page.InvokeAsync(() => page.Find("#contrato-cliente").ChangeAsync(Number(customer.Id)));
        await page.InvokeAsync(() => page.Find(".sla-condition input[type=checkbox]").ChangeAsync(true));
        await page.InvokeAsync(() => page.Find("#contrato-nivel").ChangeAsync(Number(plan.Id)));
        See(page, () => Assert.Contains("plataforma crítica: primera respuesta en 30 min hábiles", page.Markup, StringComparison.Ordinal));
        await PressAsync(page, "Guardar el borrador");
        See(page, () => Assert.Equal("Un valor no puede ser negativo.", Words(page.Find("#contrato-precio-error"))));
        await page.InvokeAsync(() => page.Find("#contrato-precio").ChangeAsync("1500000"));
        await page.InvokeAsync(() => page.Find("#contrato-hasta").ChangeAsync("2026-01-01"));
        await PressAsync(page, "Guardar el borrador");
        See(page, () => Assert.Equal("El contrato no puede terminar antes de empezar.", Words(page.Find("#contrato-hasta-error"))));
        await page.InvokeAsync(() => page.Find("#contrato-hasta").ChangeAsync("2026-12-31"));
        await PressAsync(page, "Guardar el borrador");
        See(page, () => Assert.Equal($"Se cruza con el contrato {earlier.Number}, que cubre Portal de pagos para este cliente del 3 de mar de 2026 al 31 de mar de 2026.", Words(page.Find("#contrato-desde-error"))));
        await page.InvokeAsync(() => page.Find("#contrato-desde").ChangeAsync("2026-04-01"));
        await PressAsync(page, "Guardar el borrador");

        var drafted = Assert.Single((await Desk.Get<ReadContracts>().RunAsync(ContractScope.Draft, null, null, CancellationToken.None)).Rows);
        var open = Render<ContractPage>(p => p.Add(each => each.Numero, drafted.Id));
        See(open, () => Assert.Contains("Borrador", Words(open.Find(".contract-facts")), StringComparison.Ordinal));
        await PressAsync(open, "Ver qué cambiaría al firmar");
        See(open, () => open.Find(".sla-preview"));
        await open.InvokeAsync(() => open.FindAll(".sla-preview button").Single(button => button.TextContent.Trim() == "Firmar").ClickAsync(new()));
        See(open, () => Assert.Contains("Hecho. Se aplica a los casos que se radiquen desde ahora.", open.Markup, StringComparison.Ordinal));
        Assert.Contains("Firmado, aún no rige", Words(open.Find(".contract-facts")), StringComparison.Ordinal);
        AssertNoElements(open);
    }

    [Fact]
    public async Task What_was_used_shows_its_bar_its_formula_and_the_derived_policy_is_read_only()
    {
        var customer = await Desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await Desk.LaunchAsync();
        var contract = await Desk.AgreeAsync(Agreements.Draft(customer.Id, await Desk.OfferAsync(), portal.Id) with { IncludedHours = 10, Surcharge = Money.Pesos(80_000) });
        var number = (await Desk.FileAsync(Agreements.About(portal, customer.Id))).Number;
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.SpendTime(810, "Diagnóstico", now.On, false, book, now));

        var page = Render<ContractPage>(p => p.Add(each => each.Numero, contract.Id));
        See(page, () => Assert.Contains("13,5 h / 10 h · 135 %", Words(page.Find(".contract-used")), StringComparison.Ordinal));
        Assert.Contains("Agotado", Words(page.Find(".contract-used")), StringComparison.Ordinal);
        Assert.Equal("210 min adicionales ÷ 60 × 80.000 COP = 280.000 COP", Words(page.Find(".contract-extra p")));
        Assert.Equal($"/casos/{number}", page.Find(".contract-behind a").GetAttribute("href"));

        var list = Render<ContractsPage>();
        See(list, () => Assert.Contains(list.FindAll("td"), cell => Words(cell).Contains("135 %", StringComparison.Ordinal)));
        var policies = Render<PoliciesPage>(p => p.Add(each => each.Clave, ContractPolicies.KeyOf(contract.Id, portal.Id)));
        See(policies, () => Assert.Contains("Derivada del contrato", policies.Markup, StringComparison.Ordinal));
        Assert.True(policies.Find("fieldset.sla-fields").HasAttribute("disabled"));
    }

    [Fact]
    public async Task An_agent_reads_and_changes_nothing_and_an_unknown_contract_says_so()
    {
        var contract = await Desk.AgreeAsync(Agreements.Draft((await Desk.WinCustomerAsync(ServiceLevel.Standard)).Id, await Desk.OfferAsync(), (await Desk.LaunchAsync()).Id));
        SignIn(Me = await Desk.HireAsync());
        var page = Render<ContractPage>(p => p.Add(each => each.Numero, contract.Id));
        See(page, () => page.Find(".contract-facts"));
        Assert.Empty(page.FindAll(".contract-change, .sla-flow"));
        var none = Render<ContractPage>(p => p.Add(each => each.Numero, 999));
        See(none, () => Assert.Equal("No existe ese contrato.", Words(none.Find(".empty-title"))));
    }

    private static Task PressAsync<T>(IRenderedComponent<T> page, string text) where T : Microsoft.AspNetCore.Components.IComponent =>
        page.InvokeAsync(() => page.FindAll("button").Last(button => button.TextContent.Trim() == text).ClickAsync(new()));
}
