using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Assessing;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Features.Notices;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Sweeping;

public sealed class RemindReviewsTests
{
    [SkippableTheory, Engines]
    public async Task A_review_is_told_of_some_weeks_before_and_on_the_day_each_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (sweep, gloria) = (desk.Get<RemindReviews>(), await desk.HireAsync("Gloria Zuluaga", Role.Lead));
        var elsewhere = await desk.HireAsync("Ricardo Peñaloza", Role.Lead, (await desk.OpenAreaAsync()).Id);
        await desk.HireAsync();
        var portal = await desk.PlatformAsync("Portal");
        await desk.PlatformAsync("Sin evaluar");
        var today = (await desk.CriticalityAsync(portal)).Today;
        await desk.ApprovedAsync(portal, reviewOn: today.AddDays(45), by: Actor.Staff(gloria));

        Assert.Equal(0, await SweepAsync());
        desk.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal((1, 0), (await SweepAsync(), await SweepAsync()));
        desk.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await SweepAsync());
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), (await SweepAsync(), await SweepAsync()));

        var told = await desk.ReadAsync(db => db.Notices.OrderBy(notice => notice.Id).ToListAsync());
        Assert.Equal([gloria.Id, gloria.Id], told.Select(notice => notice.StaffId));
        Assert.All(told, notice => Assert.Equal((null, NoticeKind.Service, NoticeThing.CriticalityReview, portal, "Portal", today.AddDays(45)), (notice.TicketId, notice.Kind, notice.Thing, notice.ThingId, notice.Words, notice.On)));

        // They stand in the bell beside those of cases, and are read one by one.
        var board = await desk.ReadAsync(db => ReadNotices.RunAsync(db, gloria.Id, CancellationToken.None));
        Assert.Equal((2, 2), (board.Lines.Count, board.New));
        var opened = await desk.Get<SeeNotices>().OpenAsync(gloria.Id, board.Lines[0].Id, CancellationToken.None);
        Assert.Equal((portal, ""), (opened!.ThingId, opened.Number));
        Assert.Equal(1, (await desk.ReadAsync(db => ReadNotices.RunAsync(db, gloria.Id, CancellationToken.None))).New);

        // Another day begins anew; nobody's area and a proposer who left: all leads.
        Assert.Null(await desk.Get<ApproveAssessment>().ReviewAsync(portal, today.AddDays(50), AssessmentHouse.Gloria, CancellationToken.None));
        await desk.ReadAsync(db => db.Staff.Where(member => member.Id == gloria.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.Active, false)));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(elsewhere.Id, (await desk.ReadAsync(db => db.Notices.OrderBy(notice => notice.Id).LastAsync())).StaffId);

        Task<int> SweepAsync() => sweep.RunAsync(desk.Clock.Now, CancellationToken.None);
    }
}
