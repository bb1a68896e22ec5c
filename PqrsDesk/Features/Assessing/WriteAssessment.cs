using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Assessing;

/// <summary>Begins an assessment, writes it, proposes it, sends it back, or throws it away. <see cref="ApproveAssessment"/> does the rest.</summary>
public sealed class WriteAssessment(DeskWriter writer, SlaShelf sla, TimeProvider clock)
{
    /// <summary>From what was approved last, where something was.</summary>
    /// <returns>Null when it was begun.</returns>
    public async Task<AssessmentProblem?> BeginAsync(int productId, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        var now = await NowAsync(by);
        return await writer.RunAsync<AssessmentProblem?>(async db =>
        {
            await db.LockCatalogueAsync(cancel);
            if (await db.Products.SingleOrDefaultAsync(product => product.Id == productId, cancel) is not { } product) return AssessmentProblem.Gone;
            if (!product.Active) return AssessmentProblem.Retired;
            if (await db.Assessments.AnyAsync(each => each.ProductId == productId && each.State != AssessmentState.Approved, cancel)) return AssessmentProblem.AlreadyOpen;
            var last = await db.Assessments.AsNoTracking().Where(each => each.ProductId == productId).OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancel);
            var begun = new Assessment { ProductId = productId, ChangedAt = now.At, ChangedBy = by.Name };
            var (scheme, _) = await db.CriticalitySchemeAsync(cancel);
            if (begun.Write((last?.Content ?? new()).Counted((await db.DependencyMapAsync(cancel)).DependantsOf(productId).Count, scheme), now) is { } wrong) return wrong;
            db.Assessments.Add(begun);
            return null;
        }, cancel, problem => problem is null);
    }

    /// <summary>Keeps what is known so far.</summary>
    /// <param name="seen">The version that was before whoever writes.</param>
    public Task<AssessmentProblem?> WriteAsync(int id, int seen, AssessmentForm form, Actor by, CancellationToken cancel) =>
        ChangeAsync(id, seen, by, async (db, assessment, now) => await KeepAsync(db, assessment, form, now, cancel), cancel);

    /// <summary>Keeps it, and asks somebody else to approve it.</summary>
    public Task<AssessmentProblem?> ProposeAsync(int id, int seen, AssessmentForm form, Actor by, CancellationToken cancel) =>
        ChangeAsync(id, seen, by, async (db, assessment, now) =>
        {
            if (await KeepAsync(db, assessment, form, now, cancel) is { } wrong) return wrong;
            var (scheme, version) = await db.CriticalitySchemeAsync(cancel);
            return assessment.Propose(scheme, version, now);
        }, cancel);

    public Task<AssessmentProblem?> ReturnAsync(int id, int seen, string reason, Actor by, CancellationToken cancel) =>
        ChangeAsync(id, seen, by, (_, assessment, now) => Task.FromResult(assessment.Return(reason, now)), cancel);

    /// <summary>What was approved stands; what is proposed is sent back first.</summary>
    public Task<AssessmentProblem?> DiscardAsync(int id, int seen, Actor by, CancellationToken cancel) =>
        ChangeAsync(id, seen, by, (db, assessment, _) =>
        {
            if (assessment.State is not (AssessmentState.Draft or AssessmentState.Returned)) return Task.FromResult<AssessmentProblem?>(AssessmentProblem.NotOpen);
            db.Assessments.Remove(assessment);
            return Task.FromResult<AssessmentProblem?>(null);
        }, cancel);

    private static async Task<AssessmentProblem?> KeepAsync(DeskDb db, Assessment assessment, AssessmentForm form, Moment now, CancellationToken cancel)
    {
        if (form.PlanKey is { } key && !await db.SupportPlans.AnyAsync(plan => plan.Key == key && plan.IsCurrent, cancel)) return AssessmentProblem.PlanUnknown;
        var (scheme, _) = await db.CriticalitySchemeAsync(cancel);
        return assessment.Write(form.Read((await db.DependencyMapAsync(cancel)).DependantsOf(assessment.ProductId).Count, scheme), now);
    }

    private async Task<AssessmentProblem?> ChangeAsync(int id, int seen, Actor by, Func<DeskDb, Assessment, Moment, Task<AssessmentProblem?>> change, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        var now = await NowAsync(by);
        return await writer.RunAsync(async db =>
        {
            await db.LockCatalogueAsync(cancel);
            if (await db.Assessments.SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } assessment) return AssessmentProblem.Gone;
            return assessment.Version != seen ? AssessmentProblem.ChangedMeanwhile : await change(db, assessment, now);
        }, cancel, problem => problem is null);
    }

    private async Task<Moment> NowAsync(Actor by) => Moment.Of(clock.GetUtcNow(), (await sla.BookAsync()).Zone, by);
}
