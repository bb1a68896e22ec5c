using PqrsDesk.Domain.Care;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>Where the answer of a case stands before it is sent.</summary>
/// <param name="Stage">Null: nothing is proposed.</param>
/// <param name="Wanted">The rule that asks for a review; null: none does.</param>
/// <param name="Approver">Whose approval it waits for by name; null: that of any lead.</param>
public sealed record ReviewSight(ReviewStage? Stage, DateTimeOffset? Since, ReviewRule? Wanted, int Stages, int? ApproverId, string? Approver, int? ProposedById, int? ReviewedById)
{
    public static ReviewSight Nothing { get; } = new(null, null, null, 0, null, null, null, null);

    /// <summary>Nobody approves their own, unless the desk is too small for anything else.</summary>
    public bool OwnApproval { get; init; }
    public ProposalReading? Proposal { get; init; }
    public bool IsFirstLook => Stage == ReviewStage.Proposed && Stages > 1;

    /// <summary>Whether there is something to be shown or done.</summary>
    public bool IsSomething => Stage is not null || Wanted is not null;
}
