using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Sending;

/// <summary>Does what a person decided about the planned message of a case.</summary>
public sealed class WorkPlan(TicketDoor door, SendPlanned send, IDbContextFactory<DeskDb> desk)
{
    public Task<Decision> SendAsync(string radicado, int? seen, Actor by, CancellationToken cancel) => send.NowAsync(radicado, seen, by, cancel);

    /// <param name="discard">Nobody goes on writing it.</param>
    public Task<Decision> TakeBackAsync(string radicado, int? seen, bool discard, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, seen, by, (ticket, book, now) => ticket.TakeBackSend(discard, book, now), cancel);

    /// <summary>Files of cases, for a draft that they go along with. Those that are gone are left out.</summary>
    public async Task<IReadOnlyList<StoredFile>> FilesAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var files = await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToListAsync(cancel);
        return [.. files.OrderBy(file => ids.ToList().IndexOf(file.Id))];
    }
}
