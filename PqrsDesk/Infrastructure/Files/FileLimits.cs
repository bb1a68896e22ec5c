using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>Whether files may go together, and onto a case: the last word, whatever way they came in.</summary>
public sealed class FileLimits(FileSettings settings, FileStore store)
{
    /// <summary>Files that are on disk, and that a filing or a message is about to name.</summary>
    public Refusal? Refuse(IReadOnlyCollection<StoredFile> files)
    {
        if (files.Count > store.Most) return store.TooMany;
        if (files.Sum(file => file.Bytes) > store.Together) return store.TooLargeTogether;

        // What lay about for longer than a day, as in a draft, is swept away.
        return files.FirstOrDefault(file => store.Find(file.Id) is null) is { } lost ? new(RefusalCode.FileLost, FileStore.Field, lost.Name) : null;
    }

    /// <inheritdoc cref="Refuse"/>
    /// <param name="db">With the case's row held, so that two cannot share the same room.</param>
    public async Task<Refusal?> RefuseAsync(DeskDb db, long ticketId, IReadOnlyCollection<StoredFile> files, CancellationToken cancel)
    {
        if (files.Count == 0) return null;
        if (Refuse(files) is { } refusal) return refusal;
        var there = await db.Files.Where(file => file.TicketId == ticketId).SumAsync(file => file.Bytes, cancel);
        return there + files.Sum(file => file.Bytes) > settings.Case ? new(RefusalCode.CaseFilesFull, FileStore.Field, FileSettings.InMiB(settings.Case)) : null;
    }

    /// <summary>What is said in a case, and its files: both or neither.</summary>
    /// <param name="files">On disk, and nobody's yet, or on the case already, as those of a planned message that somebody goes on with; null: none.</param>
    /// <param name="say">Says it with them, or refuses.</param>
    public async Task<Decision> SayWithAsync(
        DeskDb db, Ticket ticket, IReadOnlyList<StoredFile>? files, Func<IReadOnlyList<SentFile>, Decision> say, CancellationToken cancel)
    {
        var fresh = (files ?? []).Where(file => file.TicketId != ticket.Id).ToList();
        if (await RefuseAsync(db, ticket.Id, fresh, cancel) is { } full) return full;
        var decision = say([.. (files ?? []).Select(file => new SentFile(file.Id, file.Name, file.Bytes))]);
        if (!decision.Succeeded) return decision;
        foreach (var file in fresh)
        {
            file.TicketId = ticket.Id;
            db.Files.Add(file);
        }

        return decision;
    }
}
