using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Routing;

public sealed class HandOverPageTests : PageTest
{
    [Fact]
    public async Task Before_an_absence_is_saved_it_says_how_many_and_which_cases_go_to_whom()
    {
        Desk.Clock.Now = TestClock.Tuesday;
        var beto = await Desk.HireAsync(Hostile);
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = Hostile })).Number;
        await Desk.TakeAsync(number, Me);
        var page = Render<AreasPage>();
        See(page, () => Assert.NotEmpty(page.FindAll("#desde-yo")));

        await page.InvokeAsync(() => page.Find("#desde-yo").ChangeAsync(new() { Value = "2026-03-05" }));
        await page.InvokeAsync(() => page.Find("#hasta-yo").ChangeAsync(new() { Value = "2026-03-09" }));
        See(page, () => Assert.Contains("Nadie reemplaza: sus 1 casos", Words(page.Find(".route-preview")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#reemplazo-yo").ChangeAsync(new() { Value = beto.Id.ToString(CultureInfo.InvariantCulture) }));

        See(page, () => Assert.Equal(DeskUrls.TicketOf(number), page.Find(".route-preview a").GetAttribute("href")));
        Assert.Contains(Hostile, page.Find(".route-preview p").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#casos-yo").ChangeAsync(new() { Value = "None" }));
        See(page, () => Assert.StartsWith("Ningún caso pasaría", Words(page.Find(".route-preview p")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#casos-yo").ChangeAsync(new() { Value = "DueMeanwhile" }));
        await page.InvokeAsync(() => page.Find(".route-absence").SubmitAsync());

        See(page, () => Assert.Single(page.FindAll(".route-absences li")));
        Assert.Equal(HandOver.DueMeanwhile, (await Desk.ReadAsync(db => Task.FromResult(db.Absences.Single()))).HandOver);
        AssertNoElements((IRenderedComponent<IComponent>)page);
    }

    [Fact]
    public async Task Two_who_are_away_do_not_stand_in_for_each_other_and_a_line_says_who_receives_the_cases()
    {
        Desk.Clock.Now = TestClock.Tuesday;
        var (beto, carla) = (await Desk.HireAsync("Beto Cruz"), await Desk.HireAsync("Carla Díaz"));
        await Desk.TakeAsync((await Desk.FileAsync()).Number, Me);
        var form = new AbsenceForm { From = new(2026, 3, 5), To = new(2026, 3, 9), SubstituteId = Me.Id };
        var betos = await Desk.Get<KeepAbsences>().AddAsync(beto.Id, form, Actor.Staff(beto), CancellationToken.None);
        Assert.Null(betos.Problem);
        var page = Render<AreasPage>();
        See(page, () => Assert.NotEmpty(page.FindAll("#desde-yo")));

        await page.InvokeAsync(() => page.Find("#desde-yo").ChangeAsync(new() { Value = "2026-03-06" }));
        await page.InvokeAsync(() => page.Find("#hasta-yo").ChangeAsync(new() { Value = "2026-03-12" }));
        See(page, () => Assert.Contains("se queda sin quien le reemplace: Beto Cruz", Words(page.Find(".route-preview")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#reemplazo-yo").ChangeAsync(new() { Value = beto.Id.ToString(CultureInfo.InvariantCulture) }));
        See(page, () => Assert.Contains("se reemplazarían entre sí", Words(page.Find(".route-preview")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find(".route-absence").SubmitAsync());
        See(page, () => Assert.Contains("quedarían reemplazándose entre sí", Words(page.Find("p.field-error[role=status]")), StringComparison.Ordinal));
        Assert.Single(await Desk.ReadAsync(db => Task.FromResult(db.Absences.ToList())));

        await page.InvokeAsync(() => page.Find("#reemplazo-yo").ChangeAsync(new() { Value = carla.Id.ToString(CultureInfo.InvariantCulture) }));
        See(page, () => Assert.Contains("1 de sus 1 casos de hoy pasaría a Carla Díaz", Words(page.Find(".route-preview")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find(".route-absence").SubmitAsync());
        See(page, () => Assert.Contains("Los casos los recibe Carla Díaz.", Words(page.Find(".route-absences li")), StringComparison.Ordinal));

        // The usual substitute, too, must not close the circle; and where the end of the chain goes away, the line is marked.
        Assert.Equal(RoutingProblem.SubstituteCircle, (await Desk.Get<KeepAbsences>().AddAsync(carla.Id, new AbsenceForm { From = form.From, To = form.To, SubstituteId = Me.Id }, Actor.Staff(carla), CancellationToken.None)).Problem);
        Assert.Null((await Desk.Get<KeepAbsences>().AddAsync(carla.Id, new AbsenceForm { From = form.From, To = form.To }, Actor.Staff(carla), CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.SubstituteCircle, (await Desk.Get<KeepAreas>().SetSubstituteAsync(carla.Id, beto.Id, Actor.Staff(carla), CancellationToken.None)).Problem);
        Assert.Null(await Desk.ReadAsync(db => Task.FromResult(db.Staff.Single(member => member.Id == carla.Id).SubstituteId)));
        var later = Render<AreasPage>();
        See(later, () => Assert.Contains("Nadie recibe los casos: Carla Díaz tampoco está", Words(later.Find(".route-absences li.is-alone .route-alone")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lead_says_how_long_a_case_may_lie_and_how_many_one_may_hold()
    {
        var lead = await Desk.HireAsync("Lía Vega", Role.Lead);
        SignIn(lead);
        var page = Render<AreasPage>();
        See(page, () => Assert.Equal("", page.Find("#area-devolver").GetAttribute("value") ?? ""));

        await page.InvokeAsync(() => page.Find("#area-devolver").ChangeAsync(new() { Value = "16" }));
        await page.InvokeAsync(() => page.Find("#area-tope").ChangeAsync(new() { Value = "20" }));
        await page.InvokeAsync(() => page.Find("#area-devolver").Closest("form")!.SubmitAsync());

        See(page, () => Assert.True(page.Find("#area-devolver").Closest("form")!.QuerySelector("button")!.HasAttribute("disabled")));
        var area = (await Desk.ReadAsync(db => db.Areas.FindAsync(Samples.FirstArea).AsTask()))!;
        Assert.Equal((16, 20), (area.ReturnAfterHours, area.CaseLimit));
    }
}
