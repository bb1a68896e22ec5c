using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Who is told that an answer waits for their look, or what came of the one that they proposed.</summary>
internal static class ReviewNotices
{
    /// <summary>Nobody is told of what they did themselves.</summary>
    /// <param name="leads">Of the case's area.</param>
    public static IEnumerable<int> Told(Ticket ticket, LoggedEvent line, IReadOnlyList<int> leads) =>
        (line.Event switch
        {
            // Where two look at it, the first look is a lead's and the approval may be somebody's by name.
            TicketEvent.AnswerProposed { ApproverId: { } approver, Stages: 1 } => [approver],
            TicketEvent.AnswerProposed => leads,
            TicketEvent.AnswerReviewed => ticket.ApproverId is { } approver ? [approver] : leads,
            _ => Authors(ticket),
        }).Where(member => member != line.ByStaffId);

    /// <summary>Whoever proposed it, and whoever has the case.</summary>
    private static IEnumerable<int> Authors(Ticket ticket) => ((int?[])[ticket.ProposedById, ticket.OwnerId]).OfType<int>();
}
