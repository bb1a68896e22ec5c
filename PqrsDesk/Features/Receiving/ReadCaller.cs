using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Receiving;

public sealed record CallerCase(string Number, TicketKind Kind, string Subject, TicketStatus Status, string Area, string? Owner, DateTimeOffset FiledAt, DateTimeOffset? NextDueAt);

/// <summary>What somebody who speaks has with the house.</summary>
/// <param name="Open">The newest first; <paramref name="OpenCount"/> of them in all.</param>
public sealed record Caller(IReadOnlyList<CallerCase> Open, int OpenCount, IReadOnlyList<CallerCase> Done, int DoneCount);

public sealed class ReadCaller(IDbContextFactory<DeskDb> desk)
{
    private const int OpenShown = 12;
    private const int DoneShown = 8;

    public async Task<Caller> RunAsync(int contactId, Reader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var theirs = db.Tickets.AsNoTracking().VisibleTo(reader).Where(t => t.PetitionerId == contactId && !t.ReservedIdentity);
        var (open, done) = (theirs.Where(t => t.Status < TicketStatus.Answered), theirs.Where(t => t.Status >= TicketStatus.Answered));
        return new(await NewestAsync(open, OpenShown, cancel), await open.CountAsync(cancel), await NewestAsync(done, DoneShown, cancel), await done.CountAsync(cancel));
    }

    private static Task<List<CallerCase>> NewestAsync(IQueryable<Ticket> tickets, int most, CancellationToken cancel) =>
        tickets.OrderByDescending(t => t.Id).Take(most)
            .Select(t => new CallerCase(t.Number, t.Kind, t.Subject, t.Status, t.Area!.Name, t.Owner!.Name, t.FiledAt, t.NextDueAt)).ToListAsync(cancel);
}
