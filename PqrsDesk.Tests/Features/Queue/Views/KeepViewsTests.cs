using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue.Views;

public sealed class KeepViewsTests
{
    private const string Claims = "/?tipo=Claim";

    [SkippableTheory, Engines]
    public async Task A_private_view_is_its_makers_alone_whatever_the_role_of_the_other(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, luis) = (await ReaderAsync(desk, "Ana"), await ReaderAsync(desk, "Luis", Role.Admin));
        var view = (await KeepAsync(desk, ana, "Mis reclamos")).View!;

        Assert.Equal(["Mis reclamos"], (await desk.Get<ViewShelf>().OfAsync(ana)).Select(each => each.Name));
        Assert.Empty(await desk.Get<ViewShelf>().OfAsync(luis));
        Assert.Null(await desk.Get<ViewShelf>().FindAsync(view.Id, luis));
        Assert.Equal(ViewProblem.Gone, (await desk.Get<KeepViews>().DeleteAsync(view.Id, luis, default)).Problem);
        Assert.Equal(ViewProblem.Gone, (await desk.Get<KeepViews>().ChangeAsync(view.Id, "/", luis, default)).Problem);
        Assert.Equal(ViewProblem.Gone, (await desk.Get<KeepViews>().RestoreAsync(view.Id, luis, default)).Problem);
    }

    [SkippableTheory, Engines]
    public async Task Leads_share_with_all_or_with_an_area_and_agents_do_not(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var billing = new Area { Name = "Facturación" };
        await desk.AddAsync(billing);
        var (lead, agent) = (await ReaderAsync(desk, "Ana", Role.Lead), await ReaderAsync(desk, "Luis"));
        var ofBilling = agent with { AreaId = billing.Id };
        var keep = desk.Get<KeepViews>();

        Assert.Equal(ViewProblem.NotAllowed, (await keep.SaveAsync(new("Para todos", ViewReach.All, null), Claims, agent, default)).Problem);
        var all = (await keep.SaveAsync(new("Para todos", ViewReach.All, null), Claims, lead, default)).View!;
        var one = (await keep.SaveAsync(new("De facturación", ViewReach.Area, billing.Id), Claims, lead, default)).View!;
        Assert.Equal(ViewProblem.AreaMissing, (await keep.SaveAsync(new("De ninguna", ViewReach.Area, 99), Claims, lead, default)).Problem);

        Assert.Equal(["Para todos"], (await desk.Get<ViewShelf>().OfAsync(agent)).Select(view => view.Name));
        Assert.Equal(["Para todos", "De facturación"], (await desk.Get<ViewShelf>().OfAsync(ofBilling)).Select(view => view.Name));
        Assert.Equal(["Para todos"], (await desk.Get<ViewShelf>().OfAsync(new(null, null, Role.Agent))).Select(view => view.Name));
        Assert.Equal(ViewProblem.NotAllowed, (await keep.ChangeAsync(all.Id, "/", agent, default)).Problem);
        Assert.Equal(ViewProblem.Gone, (await keep.ChangeAsync(one.Id, "/", agent, default)).Problem);
        Assert.Null((await keep.MoveAsync(one.Id, -1, lead, default)).Problem);
        Assert.Equal(["De facturación", "Para todos"], (await desk.Get<ViewShelf>().OfAsync(lead)).Select(view => view.Name));
    }

    [Fact]
    public async Task A_view_is_renamed_changed_deleted_and_comes_back()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await ReaderAsync(desk, "Ana");
        var (keep, shelf) = (desk.Get<KeepViews>(), desk.Get<ViewShelf>());
        var view = (await KeepAsync(desk, ana, "Reclamos")).View!;

        Assert.Null((await keep.RenameAsync(view.Id, new("  Reclamos de hoy ", ViewReach.Private, null), ana, default)).Problem);
        Assert.Null((await keep.ChangeAsync(view.Id, "/?tipo=Claim&vence=Today", ana, default)).Problem);
        var changed = await shelf.FindAsync(view.Id, ana);
        Assert.Equal(("Reclamos de hoy", new TicketFilter { Kind = TicketKind.Claim, Due = DueFilter.Today }), (changed!.Name, FilterAddress.Read(changed.Address)));

        await keep.DeleteAsync(view.Id, ana, default);
        Assert.Empty(await shelf.OfAsync(ana));
        await keep.RestoreAsync(view.Id, ana, default);
        Assert.Equal(view.Id, Assert.Single(await shelf.OfAsync(ana)).Id);
    }

    [Fact]
    public async Task What_was_deleted_long_ago_is_gone()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await ReaderAsync(desk, "Ana");
        var keep = desk.Get<KeepViews>();
        var (old, other) = ((await KeepAsync(desk, ana, "Vieja")).View!, (await KeepAsync(desk, ana, "Otra")).View!);
        await keep.DeleteAsync(old.Id, ana, default);
        desk.Clock.Advance(KeepViews.Kept + TimeSpan.FromMinutes(1));

        await keep.DeleteAsync(other.Id, ana, default);

        Assert.Equal(ViewProblem.Gone, (await keep.RestoreAsync(old.Id, ana, default)).Problem);
        Assert.Null((await keep.RestoreAsync(other.Id, ana, default)).Problem);
    }

    [SkippableTheory, Engines]
    public async Task Names_that_nobody_would_write_are_refused_or_tidied(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await ReaderAsync(desk, "Ana");

        Assert.Equal(ViewProblem.NameMissing, (await KeepAsync(desk, ana, " \0\u202E ")).Problem);
        Assert.Equal(ViewProblem.NameTooLong, (await KeepAsync(desk, ana, new string('x', 100_000))).Problem);
        Assert.Equal("evil", (await KeepAsync(desk, ana, "\u202Eev\0il\u2066")).View!.Name);
        Assert.Equal(ViewProblem.NameTaken, (await KeepAsync(desk, ana, "evil")).Problem);
        Assert.Equal("👩‍💻 <b>Yo</b>", (await KeepAsync(desk, ana, "👩‍💻 <b>Yo</b>")).View!.Name);
        Assert.Equal(ViewProblem.TooLong, (await desk.Get<KeepViews>().SaveAsync(new("Larga", ViewReach.Private, null), new string('x', 5_000), ana, default)).Problem);
    }

    [Fact]
    public async Task Nobody_keeps_more_than_a_side_bar_can_show()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, luis) = (await ReaderAsync(desk, "Ana"), await ReaderAsync(desk, "Luis"));
        for (var i = 0; i < SavedView.Most; i++) Assert.Null((await KeepAsync(desk, ana, $"Vista {i}")).Problem);

        Assert.Equal(ViewProblem.TooMany, (await KeepAsync(desk, ana, "Una más")).Problem);
        Assert.Null((await KeepAsync(desk, luis, "Una de Luis")).Problem);
    }

    private static Task<ViewOutcome> KeepAsync(TestDesk desk, ViewReader reader, string name) =>
        desk.Get<KeepViews>().SaveAsync(new(name, ViewReach.Private, null), Claims, reader, CancellationToken.None);

    private static async Task<ViewReader> ReaderAsync(TestDesk desk, string name, Role role = Role.Agent)
    {
        var member = await desk.HireAsync(name, role);
        return new(member.Id, member.AreaId, role);
    }
}
