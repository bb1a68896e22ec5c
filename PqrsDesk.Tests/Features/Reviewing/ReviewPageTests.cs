using Bunit;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Reviewing;

public sealed class ReviewPageTests : PageTest
{
    [Fact]
    public async Task What_waits_appears_by_itself_and_leaves_when_it_was_seen_to()
    {
        await Desk.CareAsync(CareHouse.Reviewed());
        var (ana, lead) = (Me, await Desk.HireAsync("Lía Vega", Role.Lead));
        SignIn(lead);
        var page = Open();
        Assert.Contains("Ninguna respuesta espera por usted", page.Markup, StringComparison.Ordinal);
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = $"Cobro {Hostile}" })).Number;
        await Desk.ProposeAsync(number, ana);
        Await(page, () => Assert.Equal($"/casos/{number}", page.Find("tbody a").GetAttribute("href")));
        Assert.Contains("Ana Restrepo", Words(page.Find("tbody tr")), StringComparison.Ordinal);
        AssertHarmless(page);
        await Desk.CareForAsync(number, new CareAct.Approve(null, null), Actor.Staff(lead));
        Await(page, () => Assert.Empty(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task Each_sees_what_they_may_review_and_nobody_their_own()
    {
        var other = await Desk.OpenAreaAsync();
        var (ana, lead, far) = (Me, await Desk.HireAsync("Lía Vega", Role.Lead), await Desk.HireAsync("Leo Mora", Role.Lead, other.Id));
        await Desk.CareAsync(CareHouse.Reviewed());
        var (one, own) = ((await Desk.FileAsync()).Number, (await Desk.FileAsync()).Number);
        await Desk.ProposeAsync(one, ana);
        await Desk.ProposeAsync(own, lead);
        await Desk.CareAsync(CareHouse.Reviewed(new() { ApproverId = ana.Id }));
        var named = (await Desk.FileAsync()).Number;
        await Desk.ProposeAsync(named, lead);

        var board = await Desk.ReadAsync(db => ReadReviews.RunAsync(db, CancellationToken.None));
        Assert.Equal([one], Numbers(board, lead));
        Assert.Empty(Numbers(board, far));
        Assert.Equal([one, own], Numbers(board, far, everywhere: true));
        Assert.Equal([named], Numbers(board, ana));
        Assert.Equal(3, board.Count);

        // An area without a lead of its own is every lead's.
        Assert.Equal([one, own], Numbers(board with { LedAreas = new HashSet<int>() }, far));
    }

    [Fact]
    public async Task The_count_follows_and_lets_go()
    {
        await Desk.CareAsync(CareHouse.Reviewed());
        var ana = Me;
        SignIn(await Desk.HireAsync("Lía Vega", Role.Lead));
        var rail = Render<LiveReviewCount>(p => p.Add(count => count.ChildContent, count => $"[{count}]"));
        See(rail, () => Assert.Equal("[0]", rail.Markup));
        await Desk.ProposeAsync((await Desk.FileAsync()).Number, ana);
        Await(rail, () => Assert.Equal("[1]", rail.Markup));
        await DisposeComponentsAsync();
        Assert.Equal(0, Desk.Get<Infrastructure.Live.LiveViews>().Count);
    }

    [Fact]
    public async Task Leads_see_what_was_left_out_and_why()
    {
        await Desk.CareAsync();
        var lead = await Desk.HireAsync("Lía Vega", Role.Lead);
        var number = (await Desk.FileAsync()).Number;
        await Desk.CareForAsync(number, new CareAct.Skip(CareStep.Investigate, $"Es obvio. {Hostile}"), Actor.Staff(lead));
        Assert.Empty(Open().FindAll("[aria-labelledby=omitidos]"));
        SignIn(lead);
        var page = Open();
        See(page, () => Assert.Contains("Reclamo: 1 caso", Words(page.Find("[aria-labelledby=omitidos]")), StringComparison.Ordinal));
        Assert.Contains("Investigar Lía Vega Es obvio.", Words(page.Find("[aria-labelledby=omitidos] tbody tr")), StringComparison.Ordinal);
        AssertHarmless(page);
    }

    private static IEnumerable<string> Numbers(ReviewBoard board, StaffMember member, bool everywhere = false) =>
        board.For(new(member.Id, member.Role, member.AreaId), everywhere).Select(each => each.Number);

    private IRenderedComponent<ReviewPage> Open()
    {
        var page = Render<ReviewPage>();
        See(page, () => page.Find("#por-revisar"));
        return page;
    }
}
