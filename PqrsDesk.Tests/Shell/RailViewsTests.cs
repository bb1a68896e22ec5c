using Bunit;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Shell;

/// <summary>The views that stand in the side bar of every page.</summary>
public sealed class RailViewsTests : QueuePageTest
{
    private ViewReader Reader => new(ana.Id, ana.AreaId, ana.Role);

    [Fact]
    public async Task A_fresh_desk_has_views_and_they_are_counted()
    {
        await desk.FileAsync();
        Go(DeskUrls.Dashboard);
        var rail = Render<CountedRail>();

        Assert.Equal(["1 Sin asignar", "2 Vencidos", "3 Vencen hoy", "4 En espera"], rail.FindAll(".rail-view").Select(line => Words(line.QuerySelector(".rail-digit")!) + " " + Words(line.QuerySelector(".rail-word")!)));
        rail.WaitForAssertion(() => Assert.Equal("1", Count(rail, "Sin asignar")), TimeSpan.FromSeconds(20));
        Assert.Null(Count(rail, "Vencidos"));
    }

    [Fact]
    public async Task A_view_that_is_saved_appears_counts_and_goes()
    {
        await desk.FileAsync();
        Go(DeskUrls.Dashboard);
        var rail = Render<CountedRail>();
        var view = (await desk.Get<KeepViews>().SaveAsync(new("<b>Reclamos</b>", ViewReach.Private, null), "/?tipo=Claim", Reader, default)).View!;

        await CountedAsync("1");
        await desk.FileAsync();
        await CountedAsync("2");
        Go(DeskUrls.ViewOf(view.Id));
        rail.WaitForAssertion(() => Assert.Equal("<b>Reclamos</b>", Words(rail.Find("[aria-current=page] .rail-word"))));
        await desk.Get<KeepViews>().DeleteAsync(view.Id, Reader, default);
        rail.WaitForAssertion(() => Assert.Equal(StandardViews.All.Count, rail.FindAll(".rail-view").Count));

        async Task CountedAsync(string number)
        {
            for (var tries = 0; await rail.InvokeAsync(() => rail.FindAll(".rail-view").Count <= StandardViews.All.Count || Count(rail, "<b>Reclamos</b>") != number); tries++)
            {
                Assert.True(tries < 500, rail.Markup);
                desk.Clock.Advance(CountTickets.Calm);
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task It_asks_each_count_once_however_many_look_and_lets_go()
    {
        var views = desk.Get<LiveViews>();
        Render<CountedRail>();
        var one = views.Count;
        Render<CountedRail>();

        // Beside the views: the queue's own counts, answers to review, and tasks.
        Assert.Equal((one, StandardViews.All.Count + 3), (views.Count, one));
        await DisposeComponentsAsync();
        Assert.Equal((0, 0), (views.Count, desk.Get<ITicketFeed>().Subscribers));
    }

    private static string? Count(IRenderedComponent<CountedRail> rail, string name) =>
        rail.FindAll(".rail-view").Single(line => Words(line.QuerySelector(".rail-word")!) == name).QuerySelector(".rail-count")?.TextContent;
}
