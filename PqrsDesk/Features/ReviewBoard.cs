using System.Security.Claims;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features;

/// <summary>An answer that waits for a look.</summary>
/// <param name="IsFirstLook">Two must look at it, and nobody has.</param>
/// <param name="ApproverId">Whose approval it waits for by name; null: that of any lead.</param>
public sealed record WaitingAnswer(
    string Number, string Subject, TicketKind Kind, int AreaId, string Area, ReviewStage Stage, bool IsFirstLook, DateTimeOffset Since, DateTimeOffset? NextDueAt,
    int? ProposedById, string? ProposedBy, int? ApproverId, string? Approver, int? ReviewedById);

/// <summary>Who looks at the list.</summary>
/// <param name="AreaId">Null: of the whole house.</param>
public sealed record ReviewViewer(int MemberId, Role Role, int? AreaId)
{
    /// <returns>Null for a program.</returns>
    public static ReviewViewer? Of(ClaimsPrincipal person) =>
        person.MemberId() is { } member && person.ToActor().Role is { } role ? new(member, role, person.AreaId()) : null;
}

/// <summary>Every answer that waits, the longest waiting first; each person sees what is theirs of it.</summary>
/// <param name="LedAreas">Areas that have a lead of their own; the others are every lead's.</param>
/// <param name="Count">How many there are; the list may have been cut.</param>
public sealed record ReviewBoard(IReadOnlyList<WaitingAnswer> Waiting, IReadOnlySet<int> LedAreas, int Count)
{
    public static ReviewBoard Empty { get; } = new([], new HashSet<int>(), 0);

    /// <param name="everywhere">Also of areas that other leads answer for.</param>
    public IEnumerable<WaitingAnswer> For(ReviewViewer viewer, bool everywhere = false) => Waiting.Where(each => MayReview(each, viewer) && (everywhere || IsTheirs(each, viewer)));

    private bool IsTheirs(WaitingAnswer each, ReviewViewer viewer) =>
        each.ApproverId == viewer.MemberId || viewer.AreaId is null || viewer.AreaId == each.AreaId || !LedAreas.Contains(each.AreaId);

    /// <summary>As <see cref="Ticket.ApproveAnswer"/> decides it, which has the last word.</summary>
    private static bool MayReview(WaitingAnswer each, ReviewViewer viewer)
    {
        if (each.ProposedById == viewer.MemberId || each.ReviewedById == viewer.MemberId) return false;
        return each is { IsFirstLook: false, ApproverId: { } approver } ? approver == viewer.MemberId || viewer.Role >= Role.Manager : viewer.Role >= Role.Lead;
    }
}
