using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Puts files that have come on a ticket, all or none. It overwrites nothing, so it follows whatever happened.</summary>
public sealed class AttachFiles(TicketDoor door, FileLimits limits)
{
    /// <param name="forPetitioner">Whether the petitioner may have them.</param>
    public async Task<Decision> RunAsync(string radicado, PendingFiles files, Actor by, CancellationToken cancel, bool forPetitioner = false)
    {
        var stored = files.Stored;
        if (stored.Count == 0) return Decision.Ok;
        var decision = await door.ChangeAsync(radicado, null, by, async (db, ticket, book, now) =>
        {
            if (await limits.RefuseAsync(db, ticket.Id, stored, cancel) is { } full) return full;
            foreach (var file in stored)
            {
                if (ticket.Attach(file.Id, file.Name, file.Bytes, book, now, forPetitioner) is { Succeeded: false } refused) return refused;
                file.TicketId = ticket.Id;
                db.Files.Add(file);
            }

            return Decision.Ok;
        }, cancel);
        if (decision.Succeeded) files.Keep();
        return decision;
    }
}
