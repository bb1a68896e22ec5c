using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

public static class ReadReviews
{
    public const int Listed = 200;

    /// <summary>The one that all share.</summary>
    public static LiveQuestion<ReviewBoard> Question { get; } = new(new BoardKey(), RunAsync)
    {
        Concerns = change => change.Happened.Any(each => each is TicketEvent.AnswerProposed or TicketEvent.AnswerRevised or TicketEvent.AnswerReturned or TicketEvent.AnswerReviewed
            or TicketEvent.AnswerApproved or TicketEvent.AnswerRecalled or TicketEvent.Answered or TicketEvent.Withdrawn or TicketEvent.Transferred or TicketEvent.Voided
            or TicketEvent.Merged or TicketEvent.Absorbed or TicketEvent.Reassigned),
    };

    public static async Task<ReviewBoard> RunAsync(DeskDb db, CancellationToken cancel)
    {
        var waiting = db.Tickets.Where(t => t.ReviewStage != null && t.ReviewStage <= ReviewStage.Reviewed && t.Status < TicketStatus.Answered);
        var rows = await waiting.OrderBy(t => t.ReviewSince).ThenBy(t => t.Id).Take(Listed).Select(t => new WaitingAnswer(
            t.Number, t.Subject, t.Kind, t.AreaId, t.Area!.Name, t.ReviewStage!.Value, t.ReviewStage == ReviewStage.Proposed && t.ReviewStages > 1, t.ReviewSince!.Value, t.NextDueAt,
            t.ProposedById, db.Staff.Where(member => member.Id == t.ProposedById).Select(member => member.Name).FirstOrDefault(),
            t.ApproverId, db.Staff.Where(member => member.Id == t.ApproverId).Select(member => member.Name).FirstOrDefault(), t.ReviewedById)).ToListAsync(cancel);

        // Most of the time nothing waits, and nobody is asked for.
        if (rows.Count == 0) return ReviewBoard.Empty;
        var led = await db.Staff.Where(member => member.Active && member.Role == Role.Lead && member.AreaId != null).Select(member => member.AreaId!.Value).Distinct().ToListAsync(cancel);
        return new(rows, led.ToHashSet(), rows.Count < Listed ? rows.Count : await waiting.CountAsync(cancel));
    }

    private sealed record BoardKey;
}
