using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Tells that the criticality of a platform is to be looked at again: some weeks before, and on the day, each once.</summary>
public sealed class RemindReviews(IDbContextFactory<DeskDb> desk, DeskWriter writer, Reminders reminders, SlaShelf sla)
{
    /// <returns>How many platforms were told of.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(asOf, (await sla.BookAsync()).Zone).DateTime);
        List<int> due;
        await using (var db = await desk.CreateDbContextAsync(cancel))
        {
            var horizon = today.AddDays(ReviewReminders.DaysAhead);
            due = await db.Products.Where(product => product.Active && product.CriticalityReviewOn != null && product.CriticalityReviewOn <= horizon && product.ReviewReminded < ReviewReminder.Due)
                .OrderBy(product => product.Id).Select(product => product.Id).ToListAsync(cancel);
        }

        var told = 0;
        foreach (var id in due)
            if (await writer.RunAsync(db => TellAsync(db, id, today, asOf, cancel), cancel, said => said)) told++;
        return told;
    }

    /// <summary>The mark goes with the notices: who falls in between tells again, and nobody twice.</summary>
    private async Task<bool> TellAsync(DeskDb db, int id, DateOnly today, DateTimeOffset asOf, CancellationToken cancel)
    {
        await db.LockCatalogueAsync(cancel);
        if (await db.Products.SingleOrDefaultAsync(each => each.Id == id && each.Active, cancel) is not { } product || ReviewReminders.Next(product.CriticalityReviewOn, product.ReviewReminded, today) is not { } reminder) return false;
        product.ReviewReminded = reminder;
        await reminders.TellAsync(db, await WhoAsync(db, product, cancel), NoticeThing.CriticalityReview, id, product.Name, product.CriticalityReviewOn, asOf, cancel);
        return true;
    }

    /// <summary>Whoever proposed what holds, and the leads of its area; where there are none of either, all leads.</summary>
    private static async Task<IReadOnlyList<int>> WhoAsync(DeskDb db, Product product, CancellationToken cancel)
    {
        var proposer = await db.Assessments.Where(each => each.ProductId == product.Id && each.State == AssessmentState.Approved).OrderByDescending(each => each.Id).Select(each => each.ProposedById).FirstOrDefaultAsync(cancel);
        var leads = await db.Staff.Where(member => member.Active && (member.Role != Role.Agent || member.Id == proposer)).Select(member => new { member.Id, member.AreaId, member.Role }).OrderBy(member => member.Id).ToListAsync(cancel);
        var named = leads.FindAll(member => member.Id == proposer || (member.Role == Role.Lead && product.OwnerAreaId is { } area && member.AreaId == area));
        var all = leads.FindAll(member => member.Role == Role.Lead);

        // Where nobody leads, whoever else may approve.
        return [.. (named.Count > 0 ? named : all.Count > 0 ? all : leads).Select(member => member.Id)];
    }
}

/// <summary>A day begins once.</summary>
public sealed class ReviewReminding(RemindReviews remind, IDuty duty, TimeProvider clock, ILogger<ReviewReminding> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(10);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => remind.RunAsync(asOf, stop);
}
