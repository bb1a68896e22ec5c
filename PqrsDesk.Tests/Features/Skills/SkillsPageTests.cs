using Bunit;
using Microsoft.AspNetCore.Components;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Skills;

public sealed class SkillsPageTests : PageTest
{
    [Fact]
    public async Task A_lead_writes_down_what_somebody_can_do_and_how_much_they_take()
    {
        var lead = await Desk.HireAsync("Lía Vega", Role.Lead);
        await Desk.AddAsync(new Topic { Name = Hostile[..Math.Min(Hostile.Length, Topic.NameLimit)] });
        SignIn(lead);
        var page = Render<SkillsPage>(parameters => parameters.Add(each => each.Numero, Me.Id));
        See(page, () => Assert.Equal(Me.Name, Words(page.Find("#persona-titulo"))));

        await page.InvokeAsync(() => page.Find("#agregar-Language").ChangeAsync(new() { Value = "en" }));
        See(page, () => Assert.Contains("(en)", Words(page.Find(".skill-list li")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find(".skill-list select").ChangeAsync(new() { Value = "Expert" }));
        await page.InvokeAsync(() => page.Find("#persona-tope").ChangeAsync(new() { Value = "12" }));
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());

        See(page, () => Assert.Equal("Guardado.", Words(page.Find(".sla-card [role=status]"))));
        Assert.Equal((SkillKind.Language, "en", SkillLevel.Expert), await Desk.ReadAsync(db => Task.FromResult(db.AgentSkills.Select(skill => ValueTuple.Create(skill.Kind, skill.Value, skill.Level)).Single())));
        Assert.Equal(12, (await Desk.ReadAsync(db => db.Staff.FindAsync(Me.Id).AsTask()))!.CaseLimit);
        AssertNoElements((IRenderedComponent<IComponent>)page);

        await page.InvokeAsync(() => page.Find(".skill-list button").ClickAsync(new()));
        See(page, () => Assert.Empty(page.FindAll(".skill-list li")));
    }

    [Fact]
    public async Task Somebody_of_another_area_is_not_listed()
    {
        var stranger = await Desk.HireAsync("Leo Paz", Role.Lead, (await Desk.OpenAreaAsync()).Id);
        SignIn(stranger);
        var page = Render<SkillsPage>();
        See(page, () => Assert.Equal(["Leo Paz"], page.FindAll(".sla-list-name").Select(Words)));
    }
}
