using Bunit;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Assessing;

public sealed class CriticalityPageTests : PageTest
{
    private int portal;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Me = await Desk.HireAsync("Gloria Zuluaga", Role.Lead));
        portal = await Desk.PlatformAsync($"Portal {Hostile}");
    }

    [Fact]
    public async Task It_is_scored_as_one_goes_and_gaps_stand_beside_their_fields()
    {
        var page = Render<CriticalityPage>(p => p.Add(each => each.Numero, portal));
        See(page, () => Assert.Equal("Nunca se ha evaluado", Words(page.Find(".empty-title"))));
        await page.InvokeAsync(() => page.Find(".title-actions button").ClickAsync());
        See(page, () => page.Find("form.assessment"));
        Assert.Equal("Falta calificar para que haya puntaje.", Words(page.Find(".score .muted")));
        await page.InvokeAsync(() => page.Find("form.assessment").SubmitAsync());
        See(page, () => Assert.Equal("Elija un nivel.", Words(page.Find("#factor-Strategic-error"))));
        Assert.Equal(8, page.FindAll(".grade.has-error").Count);

        foreach (var id in Ids()) await page.InvokeAsync(() => page.Find($"#{id} [value='4']").ChangeAsync("4"));
        See(page, () => Assert.Equal("3.66 Criticidad Alta", Words(page.Find(".score-value")).Replace(',', '.')));
        Assert.Contains("Le faltan 0,34 para ser Crítica. Está 0,66 por encima de donde empieza Alta.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Diga en qué se apoya: sin evidencia no se propone.", Words(page.Find("#factor-Strategic-error")));
        foreach (var id in Ids()) await page.InvokeAsync(() => page.Find($"#{id}-evidencia").InputAsync($"Acta {Hostile}"));
        await page.InvokeAsync(() => page.Find("form.assessment").SubmitAsync());
        See(page, () => Assert.Equal("Usted la propuso: la aprueba otra persona.", Words(page.Find("[aria-labelledby=decidir] .notice"))));
        Assert.Contains($"Acta {Hostile}", page.FindAll(".grade-evidence").Select(evidence => evidence.TextContent));
        AssertNoElements(page);
    }

    [Fact]
    public async Task Somebody_else_approves_or_returns_with_a_reason()
    {
        await Desk.ProposedAsync(portal);
        var page = Render<CriticalityPage>(p => p.Add(each => each.Numero, portal));
        See(page, () => page.Find("#revisar-el"));
        await page.InvokeAsync(() => page.FindAll(".decide-form")[1].SubmitAsync());
        See(page, () => Assert.Equal("Escriba por qué la devuelve.", Words(page.Find("#devolver-por-error"))));
        await page.InvokeAsync(() => page.Find("#revisar-el").ChangeAsync("2020-01-01"));
        await page.InvokeAsync(() => page.FindAll(".decide-form")[0].SubmitAsync());
        See(page, () => Assert.Equal("La fecha de revisión debe ser posterior a hoy.", Words(page.Find("#revisar-el-error"))));
        await page.InvokeAsync(() => page.Find("#revisar-el").ChangeAsync("2027-01-15"));
        await page.InvokeAsync(() => page.FindAll(".decide-form")[0].SubmitAsync());
        See(page, () => Assert.Equal("Criticidad Alta", Words(page.Find(".criticality-now .criticality"))));
        Assert.Contains("Propuesta por Gloria Zuluaga, aprobada por Gloria Zuluaga", Words(page.Find(".assessment-history")), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 1, 15), (await Desk.SightAsync(portal)).Product.CriticalityReviewOn);
    }

    [Fact]
    public async Task History_says_what_changed_and_an_agent_only_reads()
    {
        await Desk.ApprovedAsync(portal, 3);
        await Desk.ApprovedAsync(portal, 5);
        SignIn(await Desk.HireAsync());
        var page = Render<CriticalityPage>(p => p.Add(each => each.Numero, portal));
        See(page, () => Assert.Equal(2, page.FindAll(".assessment-history > li").Count));
        var changes = page.FindAll(".assessment-history > li")[0].QuerySelectorAll("li").Select(Words).ToList();
        Assert.Contains("Clase: de Media a Crítica", changes);
        Assert.Contains("Importancia estratégica: de 3 a 5", changes);
        Assert.Contains("consecuencia: Costo: de 3 a 5", changes);
        Assert.Empty(page.FindAll("form, .title-actions button"));
    }

    [Fact]
    public async Task Weights_that_do_not_come_to_one_are_refused_and_a_version_is_saved()
    {
        SignIn(Me = await Desk.HireAsync("Samuel Correa", Role.Admin));
        var page = Render<SchemePage>();
        See(page, () => Assert.Equal("Suman 1,00.", Words(page.Find("[aria-labelledby=pesos] [role=status]"))));
        await page.InvokeAsync(() => page.Find("#peso-Strategic").InputAsync("-0,20"));

        // The field and the sum say one and the same.
        See(page, () => Assert.Equal("Un peso es un número de 0 a 1.", Words(page.Find("#peso-Strategic-error"))));
        Assert.Equal("Hay un peso que no es un número de 0 a 1: sin él no hay suma.", Words(page.Find("[aria-labelledby=pesos] [role=status]")));
        await page.InvokeAsync(() => page.Find("#peso-Strategic").InputAsync("0,25"));
        See(page, () => Assert.Equal("Suman 1,05.", Words(page.Find("[aria-labelledby=pesos] [role=status]"))));
        await page.InvokeAsync(() => page.Find("form.scheme").SubmitAsync());
        See(page, () => Assert.Equal("Los pesos suman 1,05 y deben sumar exactamente 1.", Words(page.Find(".refusal"))));
        await page.InvokeAsync(() => page.Find("#peso-Continuity").InputAsync("0.25"));
        await page.InvokeAsync(() => page.Find("[data-cut=High]").InputAsync("1,9"));
        await page.InvokeAsync(() => page.Find("form.scheme").SubmitAsync());
        See(page, () => Assert.Equal("El corte de Alta debe ser mayor que el de la clase anterior.", Words(page.Find("[aria-labelledby=cortes] .field-error"))));
        await page.InvokeAsync(() => page.Find("[data-cut=High]").InputAsync("2,9"));
        await page.InvokeAsync(() => page.Find("form.scheme").SubmitAsync());
        See(page, () => Assert.Contains("Se guardó.", page.Markup, StringComparison.Ordinal));
        Assert.Single(page.FindAll(".sla-history li"));
        Assert.Equal(2.9m, (await Desk.Get<KeepScheme>().ReadAsync(CancellationToken.None)).Scheme.CutOffs[CriticalityClass.High]);
    }

    private static IEnumerable<string> Ids() =>
    [
        .. Enum.GetValues<CriticalityFactor>().Where(factor => factor != CriticalityFactor.Interdependence).Select(factor => $"factor-{factor}"),
        .. Enum.GetValues<ConsequenceDimension>().Select(dimension => $"consecuencia-{dimension}"),
    ];
}
