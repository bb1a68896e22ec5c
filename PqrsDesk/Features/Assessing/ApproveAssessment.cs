using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Assessing;

/// <summary>Makes a proposed class hold: on the product, with the day of its review, and with whatever follows from it, all in one transaction.</summary>
public sealed class ApproveAssessment(DeskWriter writer, SlaShelf sla, TimeProvider clock, IEnumerable<ICriticalityFollower> followers)
{
    /// <param name="seen">The version that was before whoever approves.</param>
    /// <returns>Null when it was approved.</returns>
    public async Task<AssessmentProblem?> RunAsync(int id, int seen, DateOnly? reviewOn, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        if (reviewOn is not { } on) return AssessmentProblem.ReviewMissing;
        var now = Moment.Of(clock.GetUtcNow(), (await sla.BookAsync()).Zone, by);
        var problem = await writer.RunAsync<AssessmentProblem?>(async db =>
        {
            await db.LockCatalogueAsync(cancel);
            if (await db.Assessments.SingleOrDefaultAsync(each => each.Id == id, cancel) is not { } assessment) return AssessmentProblem.Gone;
            if (assessment.Version != seen) return AssessmentProblem.ChangedMeanwhile;
            if (assessment.Approve(on, now) is { } wrong) return wrong;
            var product = await db.Products.SingleAsync(each => each.Id == assessment.ProductId, cancel);
            var approved = new ApprovedCriticality(product.Id, product.Name, product.Criticality, assessment.Class!.Value, on, assessment.Content.PlanKey, now.At, by.Name);
            (product.Criticality, product.CriticalityReviewOn, product.ReviewReminded) = (approved.Class, on, ReviewReminder.None);
            foreach (var follower in followers) await follower.FollowAsync(db, approved, cancel);
            return null;
        }, cancel, wrong => wrong is null);
        if (problem is not null) return problem;
        foreach (var follower in followers) follower.Refresh();
        return null;
    }

    /// <summary>Another day for the review of what holds.</summary>
    /// <returns>Null when it was set.</returns>
    public async Task<AssessmentProblem?> ReviewAsync(int productId, DateOnly? reviewOn, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        if (reviewOn is not { } on) return AssessmentProblem.ReviewMissing;
        var now = Moment.Of(clock.GetUtcNow(), (await sla.BookAsync()).Zone, by);
        if (Assessment.RefuseReview(on, now.On) is { } wrong) return wrong;
        return await writer.RunAsync<AssessmentProblem?>(async db =>
        {
            await db.LockCatalogueAsync(cancel);
            if (await db.Products.SingleOrDefaultAsync(each => each.Id == productId, cancel) is not { } product) return AssessmentProblem.Gone;
            if (product.Criticality is null) return AssessmentProblem.NotAssessed;
            if (product.CriticalityReviewOn != on) (product.CriticalityReviewOn, product.ReviewReminded) = (on, ReviewReminder.None);
            return null;
        }, cancel, problem => problem is null);
    }
}
