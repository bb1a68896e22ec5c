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
            .Select(t => new { t.Number, t.Kind, t.Subject, t.Status, t.FiledAt, t.AnsweredAt, t.Solved, Area = t.Area!.Name, t.MergedInto, t.PartOf, t.PartCount }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;

        // Of the case that it is answered with: where it stands and by when, and nothing else.
        var survivor = found.MergedInto is null ? null : await db.Tickets.Where(t => t.Number == found.MergedInto).Select(t => new { t.Id, t.Kind, t.Status, t.AnsweredAt }).SingleAsync(cancel);
        var answerId = survivor?.Id ?? ticketId;
        var legal = await db.Deadlines.AsNoTracking().Where(deadline => deadline.TicketId == answerId && deadline.Kind == DeadlineKind.LegalAnswer).OrderBy(deadline => deadline.Id).FirstOrDefaultAsync(cancel);
        var log = await db.Events.AsNoTracking().Where(line => line.TicketId == ticketId).OrderBy(line => line.Sequence).ToListAsync(cancel);
        var deadlines = await db.Deadlines.AsNoTracking().Where(deadline => deadline.TicketId == ticketId).OrderBy(deadline => deadline.Id).ToListAsync(cancel);
        var lines = log.Select(PublicLine.Of).OfType<PublicLine>().ToList();
        var shown = log.Where(line => PublicLine.Of(line) is not null).Select(line => line.Event).OfType<TicketEvent.FileAttached>();
        var ids = shown.Select(file => file.FileId).ToArray();
        var scans = await db.Files.Where(file => ids.Contains(file.Id)).Select(file => new { file.Id, file.Scan }).ToDictionaryAsync(file => file.Id, file => file.Scan, cancel);
        return new(
            found.Number, found.Kind, found.Subject, new(found.Status, survivor?.Status), found.FiledAt, survivor is null ? found.AnsweredAt : survivor.AnsweredAt, found.Area,
            PublicTerm.Of(legal, survivor?.Kind ?? found.Kind, await shelf.BookAsync()),
            found.Status == TicketStatus.AwaitingPetitioner ? lines.FindLast(line => line.Word is "CompletionRequested" or "Replied")?.Text : null,
            deadlines.Find(deadline => deadline is { Kind: DeadlineKind.Completion, IsOwed: true })?.LastDay,
            found.Solved, lines,
            [.. shown.Select(file => new PublicFile(file.FileId, file.Name, file.Bytes, scans.GetValueOrDefault(file.FileId))), .. await AnswersFilesAsync(db, log, cancel)])
        {
            PartOf = found.PartOf,
            Parts = found.PartCount == 0 ? [] : await PartsAsync(db, found.Number, cancel),
        };
    }

    private static async Task<IReadOnlyList<PublicPart>> PartsAsync(DeskDb db, string number, CancellationToken cancel)
    {
        var parts = await db.Tickets.Where(t => t.PartOf == number).OrderBy(t => t.Id)
            .Select(t => new { t.Number, t.Subject, t.Status, t.ChangedAt, Survivor = db.Tickets.Where(into => into.Number == t.MergedInto).Select(into => (TicketStatus?)into.Status).FirstOrDefault() }).ToListAsync(cancel);
        return [.. parts.Select(part => new PublicPart(part.Number, part.Subject, new(part.Status, part.Survivor), part.ChangedAt))];
    }

    /// <summary>What went along with an answer that was given together with another case is on that one.</summary>
    private static async Task<IReadOnlyList<PublicFile>> AnswersFilesAsync(DeskDb db, List<LoggedEvent> log, CancellationToken cancel)
    {
        var ids = AnsweredWith(log).ToList();
        return ids.Count == 0 ? [] : await db.Files.Where(file => ids.Contains(file.Id)).OrderBy(file => file.Name).Select(file => new PublicFile(file.Id, file.Name, file.Bytes, file.Scan)).ToListAsync(cancel);
    }

    private static IEnumerable<Guid> AnsweredWith(IEnumerable<LoggedEvent> log) => log.Select(line => line.Event).OfType<TicketEvent.AnsweredTogether>().SelectMany(answer => answer.FileIds ?? []);

    /// <summary>A file that the petitioner may have; null when there is none such on that case.</summary>
    public async Task<StoredFile?> FileAsync(long ticketId, Guid fileId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, cancel) is not { } stored) return null;

        // The log has the say: a part has files that the whole holds, and an answer may come from another case.
        var log = await db.Events.AsNoTracking().Where(line => line.TicketId == ticketId).ToListAsync(cancel);
        var theirs = log.Exists(line => line.Event is TicketEvent.FileAttached file && file.FileId == fileId && PublicLine.Of(line) is not null);
        return theirs || AnsweredWith(log).Contains(fileId) ? stored : null;
    }
}
