using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Routing;

public sealed class RoutingPageTests : PageTest
{
    private Area billing = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        billing = await Desk.OpenAreaAsync();
        SignIn(Me = await Desk.HireAsync("Zoe Admin", Role.Admin));
    }

    [Fact]
    public async Task A_draft_is_tried_before_it_is_saved_and_then_it_is_the_rule()
    {
        await Desk.FileAsync();
        var page = Open(DeskUrls.NewRule);
        await page.InvokeAsync(() => page.Find("#regla-nombre").InputAsync("Reclamos"));
        page.FindAll(".sla-condition input")[Enum.GetValues<TicketKind>().ToList().IndexOf(TicketKind.Claim)].Change(true);
        await page.InvokeAsync(() => page.Find("#regla-area").ChangeAsync(Number(billing.Id)));
        See(page, () => Assert.Contains("Ninguna regla de reparto lo tomó.", Answer(page), StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("#probar-tipo").ChangeAsync(nameof(TicketKind.Claim)));
        See(page, () => Assert.Contains("La regla 1 «Reclamos» lo tomó por: tipo.", Answer(page), StringComparison.Ordinal));
        await Press(page, "Probar con los últimos 200 casos");
        See(page, () => Assert.Contains("1 de los últimos 1 casos irían a otra parte", page.Markup, StringComparison.Ordinal));
        Assert.Equal(0, await Desk.ReadAsync(db => db.RoutingRules.CountAsync()));

        await Press(page, "Guardar");
        var rule = await Desk.ReadAsync(db => db.RoutingRules.SingleAsync());
        Assert.EndsWith(DeskUrls.RoutingRuleOf(Number(rule.Id)), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(("Reclamos", billing.Id, "Zoe Admin"), (rule.Definition.Name, rule.Definition.AreaId!.Value, rule.ChangedBy));
        var filed = await Desk.Get<FilingDoor>().FileAsync(new FilingRequest(Samples.Filing, new AreaChoice.Routed(), Samples.Nobody, Actor.Petitioner(null), []), CancellationToken.None);
        Assert.Equal(billing.Id, filed.Filed!.Area.Id);
    }

    [Fact]
    public async Task The_second_of_two_administrators_is_told_who_was_first()
    {
        var id = await SaveAsync(new("Reclamos") { AreaId = billing.Id });
        var page = Open(Number(id));
        await Desk.Get<KeepRules>().SaveAsync(id, 1, new("Reclamos y quejas") { AreaId = billing.Id }, Samples.Someone(Role.Admin, name: "Gloria Zuluaga"), CancellationToken.None);

        await page.InvokeAsync(() => page.Find("#regla-nombre").InputAsync("Otra cosa"));
        await Press(page, "Guardar");

        See(page, () => Assert.Contains("Gloria Zuluaga cambió esta regla", page.Find(".field-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("Reclamos y quejas", (await Desk.ReadAsync(db => db.RoutingRules.SingleAsync())).Definition.Name);
    }

    [Fact]
    public async Task A_rule_that_nothing_reaches_is_marked_until_it_is_moved_up()
    {
        await SaveAsync(new("Todo") { AreaId = Samples.FirstArea });
        await SaveAsync(new("<b>Reclamos</b>") { Kinds = [TicketKind.Claim], AreaId = billing.Id });
        var page = Open(null);
        Assert.Contains("la regla 1 «Todo» ya lo toma todo", page.Find(".route-warning").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sla-list b"));
        Assert.Contains("Tipo: Reclamo", page.FindAll(".route-chip")[1].TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("[aria-label='Subir <b>Reclamos</b>']").ClickAsync(new()));

        See(page, () => Assert.Contains("1. <b>Reclamos</b>", page.FindAll(".sla-list-name")[0].TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".route-warning"));
        await page.InvokeAsync(() => page.Find("[aria-label='Apagar la regla Todo']").ClickAsync(new()));
        See(page, () => Assert.Contains("Apagada", page.FindAll(".route-rules li")[1].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_a_rule_is_said_and_a_copy_is_a_new_one()
    {
        var id = await SaveAsync(new("Reclamos") { AreaId = billing.Id });
        var page = Open(DeskUrls.NewRule);
        await page.InvokeAsync(() => page.Find("#regla-nombre").InputAsync("Vacía"));
        await Press(page, "Guardar");
        See(page, () => Assert.Contains("La regla no hace nada", page.Find(".field-error").TextContent, StringComparison.Ordinal));

        page = Open(Number(id));
        await Press(page, "Copiar");
        Assert.EndsWith(DeskUrls.NewRule, Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.Render(its => its.Add(page => page.Clave, DeskUrls.NewRule));
        See(page, () => Assert.Equal("Reclamos (copia)", page.Find("#regla-nombre").GetAttribute("value")));
    }

    [Fact]
    public async Task A_queue_is_made_and_offered_by_the_rules_of_its_area()
    {
        var page = Open(DeskUrls.NewRule);
        await page.InvokeAsync(() => page.Find("#bandeja-nombre").InputAsync("Cobros dobles"));
        await page.InvokeAsync(() => page.Find("#bandeja-area").ChangeAsync(Number(billing.Id)));
        await page.InvokeAsync(() => page.Find("form:has(#bandeja-nombre)").SubmitAsync());
        See(page, () => Assert.Contains("Se guardó «Cobros dobles».", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#regla-area").ChangeAsync(Number(billing.Id)));
        See(page, () => Assert.Contains("Cobros dobles", page.Find("#regla-bandeja").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_says_why_it_is_there_and_is_routed_again_as_was_shown()
    {
        var number = (await Desk.FileAsync()).Number;
        await SaveAsync(new("Reclamos") { Kinds = [TicketKind.Claim], AreaId = billing.Id });
        var page = Render<TicketPage>(its => its.Add(page => page.Radicado, number));
        See(page, () => Assert.Contains("Quien lo radicó eligió el área.", page.Find("[aria-labelledby=reparto]").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("[aria-labelledby=reparto] button").ClickAsync(new()));
        See(page, () => Assert.Contains("Quedaría en Facturación", Spaced(page.Find("dialog").TextContent), StringComparison.Ordinal));
        Assert.Equal(Samples.FirstArea, (await Desk.TicketAsync(number)).AreaId);
        await page.InvokeAsync(() => page.FindAll("dialog button").Single(button => button.TextContent.Contains("Repartir", StringComparison.Ordinal)).ClickAsync(new()));

        See(page, () => Assert.Contains("La regla 1 «Reclamos» lo tomó por: tipo.", page.Find("[aria-labelledby=reparto]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal(billing.Id, (await Desk.TicketAsync(number)).AreaId);
        Assert.Contains("Zoe Admin volvió a repartir el caso: lo tomó la regla 1 «Reclamos».", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_changed_meanwhile_are_shown_before_they_are_done()
    {
        var number = (await Desk.FileAsync()).Number;
        var id = await SaveAsync(new("Reclamos") { AreaId = billing.Id });
        var shown = (await Desk.Get<PreviewRoute>().RunAsync(number, CancellationToken.None))!;
        var works = await Desk.OpenAreaAsync("Obras");
        Desk.Get<RoutingShelf>().Refresh();
        await Desk.Get<KeepRules>().SaveAsync(id, 1, new("Reclamos") { AreaId = works.Id }, Samples.Someone(Role.Admin), CancellationToken.None);

        var decision = await Desk.Get<WorkTicket>().RunAsync(number, shown.Seen, new CaseAct.Reroute(shown.AreaId, shown.QueueId), Actor.Staff(Me), CancellationToken.None);

        Assert.Equal(RefusalCode.RoutingChanged, Assert.IsType<Decision.Refused>(decision).Refusal.Code);
    }

    [Fact]
    public async Task To_assign_to_somebody_who_is_away_warns_and_offers_who_stands_in()
    {
        var number = (await Desk.FileAsync()).Number;
        var (ana, beto) = (await Desk.HireAsync("Ana Lugo"), await Desk.HireAsync("Beto Cruz"));
        var form = new AbsenceForm { From = new(2026, 3, 3), To = new(2026, 3, 5), SubstituteId = beto.Id };
        Assert.Null((await Desk.Get<KeepAbsences>().AddAsync(ana.Id, form, Actor.Staff(ana), CancellationToken.None)).Problem);
        var page = Render<TicketPage>(its => its.Add(page => page.Radicado, number));
        See(page, () => page.Find(".ticket"));
        await page.InvokeAsync(() => page.FindAll("[aria-labelledby=estado] button").Single(button => button.TextContent.Trim() == "Asignar").ClickAsync(new()));

        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync(Number(ana.Id)));

        Assert.Contains("no está hasta", page.Find("dialog .refusal").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("dialog .refusal button").ClickAsync(new()));
        Assert.Empty(page.FindAll("dialog .refusal"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(beto.Id, (await Desk.TicketAsync(number)).OwnerId);
    }

    [Fact]
    public async Task An_agent_writes_down_their_own_absence_and_nothing_else()
    {
        var beto = await Desk.HireAsync("Beto Cruz");
        SignIn(Me = await Desk.HireAsync("Ana Lugo"));
        var page = Render<AreasPage>();
        See(page, () => page.Find("#mi-ausencia"));
        Assert.Empty(page.FindAll(".sla-list, .route-member"));

        await page.InvokeAsync(() => page.Find("#suplente-yo").ChangeAsync(Number(beto.Id)));
        await page.InvokeAsync(() => page.Find("#desde-yo").ChangeAsync("2026-03-09"));
        await page.InvokeAsync(() => page.Find("#hasta-yo").ChangeAsync("2026-03-10"));
        await page.InvokeAsync(() => page.Find("#hasta-hora-yo").ChangeAsync("12:00:00"));
        await page.InvokeAsync(() => page.Find("#motivo-yo").ChangeAsync("<i>Cita</i>"));
        await page.InvokeAsync(() => page.Find(".route-absence").SubmitAsync());

        See(page, () => Assert.Contains("Cita", page.Find(".route-absences li").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".route-absences i"));
        var absence = await Desk.ReadAsync(db => db.Absences.SingleAsync());
        Assert.Equal((Me.Id, new DateTimeOffset(2026, 3, 9, 5, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 10, 17, 0, 0, TimeSpan.Zero)), (absence.StaffId, absence.From, absence.To));
        Assert.Equal(beto.Id, (await Desk.ReadAsync(db => db.Staff.SingleAsync(member => member.Id == Me.Id))).SubstituteId);
    }

    [Fact]
    public async Task An_administrator_says_who_answers_for_an_area_and_in_which_order()
    {
        var (ana, beto) = (await Desk.HireAsync("Ana Lugo", areaId: billing.Id), await Desk.HireAsync("Beto Cruz", areaId: billing.Id));
        var page = Render<AreasPage>(its => its.Add(page => page.Numero, billing.Id));
        See(page, () => Assert.Equal("Facturación", page.Find("#area-titulo").TextContent));
        Assert.Equal(2, page.FindAll(".route-member").Count);

        await page.InvokeAsync(() => page.Find("#area-responsable").ChangeAsync(Number(ana.Id)));
        See(page, () => Assert.Single(page.FindAll(".route-people li")));
        await page.InvokeAsync(() => page.Find("#area-responsable").ChangeAsync(Number(beto.Id)));
        See(page, () => Assert.Equal(2, page.FindAll(".route-people li").Count));
        await page.InvokeAsync(() => page.Find("[aria-label='Subir Beto Cruz']").ClickAsync(new()));

        See(page, () => Assert.Contains("Beto Cruz", page.FindAll(".route-people li")[0].TextContent, StringComparison.Ordinal));
        Assert.Equal([beto.Id, ana.Id], await Desk.ReadAsync(db => db.AreaResponsibles.Where(each => each.AreaId == billing.Id).OrderBy(each => each.Place).Select(each => each.StaffId).ToListAsync()));
    }

    private IRenderedComponent<RoutingPage> Open(string? key)
    {
        var page = Render<RoutingPage>(its => its.Add(page => page.Clave, key));
        See(page, () => page.Find(".sla-answer p"));
        return page;
    }

    private async Task<int> SaveAsync(RoutingDefinition rule) =>
        (await Desk.Get<KeepRules>().SaveAsync(null, 0, rule, Samples.Someone(Role.Admin), CancellationToken.None)).Id!.Value;

    private static string Answer(IRenderedComponent<RoutingPage> page) => page.Find(".sla-answer").TextContent;

    private static Task Press(IRenderedComponent<RoutingPage> page, string words) =>
        page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent.Trim() == words).ClickAsync(new()));

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
