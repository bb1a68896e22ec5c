using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Supervising;

public static class ReadSupervision
{
    public const int Listed = 100;

    /// <summary>The one that all who look at it share.</summary>
    public static LiveQuestion<Supervision> Question { get; } = new(new SupervisionKey(), RunAsync);

    public static async Task<Supervision> RunAsync(DeskDb db, CancellationToken cancel)
    {
        var flagged = db.Tickets.Where(t => t.FlaggedAt != null && t.Status < TicketStatus.Answered);
        var doubtful = db.Pauses.Where(pause => pause.WantsReview);
        return new(
            await flagged.OrderBy(t => t.FlaggedAt)
                .Select(t => new FlaggedCase(t.Number, t.Subject, t.Status, t.Priority, t.Area!.Name, t.Owner!.Name, t.FlaggedAt!.Value, t.NextDueAt))
                .Take(Listed).ToListAsync(cancel),
            await flagged.CountAsync(cancel),
            await doubtful.OrderByDescending(pause => pause.From)
                .Join(db.Tickets, pause => pause.TicketId, t => t.Id, (pause, t) => new DoubtfulPause(
                    t.Number, t.Subject, pause.Reason, pause.Cause, pause.By, pause.From, pause.To, pause.UsedPercent, pause.PetitionerWaited))
                .Take(Listed).ToListAsync(cancel),
            await doubtful.CountAsync(cancel));
    }

    private sealed record SupervisionKey;
}
