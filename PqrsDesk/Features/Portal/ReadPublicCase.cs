using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <summary>Reads a case for its petitioner: what they said, what they were told, and nothing of what the house says to itself.</summary>
public sealed class ReadPublicCase(IDbContextFactory<DeskDb> desk, SlaShelf shelf)
{
    public async Task<PublicCase?> RunAsync(long ticketId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Tickets.Where(t => t.Id == ticketId)
            .Select(t => new { t.Number, t.Kind, t.Subject, t.Status, t.FiledAt, t.AnsweredAt, t.Solved, Area = t.Area!.Name }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var log = await db.Events.AsNoTracking().Where(line => line.TicketId == ticketId).OrderBy(line => line.Sequence).ToListAsync(cancel);
        var deadlines = await db.Deadlines.AsNoTracking().Where(deadline => deadline.TicketId == ticketId).OrderBy(deadline => deadline.Id).ToListAsync(cancel);
        var lines = log.Select(PublicLine.Of).OfType<PublicLine>().ToList();
        var shown = log.Where(line => PublicLine.Of(line) is not null).Select(line => line.Event).OfType<TicketEvent.FileAttached>();
        var scans = await db.Files.Where(file => file.TicketId == ticketId).Select(file => new { file.Id, file.Scan }).ToDictionaryAsync(file => file.Id, file => file.Scan, cancel);
        return new(
            found.Number, found.Kind, found.Subject, found.Status, found.FiledAt, found.AnsweredAt, found.Area,
            PublicTerm.Of(deadlines.Find(deadline => deadline.Kind == DeadlineKind.LegalAnswer), found.Kind, await shelf.BookAsync()),
            found.Status == TicketStatus.AwaitingPetitioner ? lines.FindLast(line => line.Word is "CompletionRequested" or "Replied")?.Text : null,
            deadlines.Find(deadline => deadline is { Kind: DeadlineKind.Completion, IsOwed: true })?.LastDay,
            found.Solved, lines, [.. shown.Select(file => new PublicFile(file.FileId, file.Name, file.Bytes, scans.GetValueOrDefault(file.FileId)))]);
    }

    /// <summary>A file that the petitioner may have; null when there is none such on that case.</summary>
    public async Task<StoredFile?> FileAsync(long ticketId, Guid fileId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId && file.TicketId == ticketId, cancel) is not { } stored) return null;
        var log = await db.Events.AsNoTracking().Where(line => line.TicketId == ticketId).ToListAsync(cancel);
        return log.Exists(line => line.Event is TicketEvent.FileAttached file && file.FileId == fileId && PublicLine.Of(line) is not null) ? stored : null;
    }
}
