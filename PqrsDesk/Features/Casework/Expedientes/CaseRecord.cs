using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Expedientes;

/// <summary>What whoever takes or prints a case wants of it.</summary>
/// <param name="Notes">Also what only the house was to read.</param>
/// <param name="Identity">Also who a petitioner with a reserved identity is.</param>
public sealed record RecordWish(bool Notes, bool Identity);

/// <summary>A file of the case, who put it there, and whether it may go along.</summary>
public sealed record RecordFile(StoredFile File, string Who, bool ForPetitioner);

/// <summary>A message as it was received.</summary>
public sealed record RecordMail(long Id, Guid FileId, string Subject, string From, DateTimeOffset At, long Bytes);

/// <summary>A whole case, to be printed or packed.</summary>
/// <param name="Workings">Why each deadline is due when it is, by its number.</param>
/// <param name="Identity">Null unless it was wanted, and is reserved.</param>
public sealed record CaseRecord(
    TicketSight Ticket, IReadOnlyList<LoggedEvent> Log, IReadOnlyList<RecordFile> Files, IReadOnlyList<RecordMail> Mails, IReadOnlyDictionary<long, DeadlineWorking> Workings,
    RevealedIdentity? Identity)
{
    /// <summary>What the petitioner wrote, or could read: the rest is the house's own.</summary>
    public static bool IsPublic(TicketEvent happened) =>
        SearchedWords.TextOf(happened) is not null || happened is TicketEvent.FileAttached { ForPetitioner: true };

    /// <summary>What colleagues said beside it; empty unless the notes are wanted too.</summary>
    public IReadOnlyList<ChatLine> Chat { get; init; } = [];

    public CaseFile CaseFile => Ticket.CaseFile ?? CaseFile.Empty;
}

/// <summary>Reads a whole case. The page's own reading goes first, so that both keep the same things back.</summary>
public sealed class ReadRecord(ReadTicket readTicket, ReadWorking readWorking, IDbContextFactory<DeskDb> desk)
{
    /// <returns>Null when there is no such case.</returns>
    public async Task<CaseRecord?> RunAsync(string radicado, RecordWish wish, CancellationToken cancel)
    {
        if ((await readTicket.RunAsync(radicado, cancel)).Ticket is not { } ticket) return null;
        var workings = new Dictionary<long, DeadlineWorking>();
        foreach (var deadline in ticket.Deadlines)
            if (await readWorking.RunAsync(deadline.Id, cancel) is { } working) workings[deadline.Id] = working;
        await using var db = await desk.CreateDbContextAsync(cancel);
        var log = await db.Events.AsNoTracking().Where(line => line.TicketId == ticket.Id).OrderBy(line => line.Sequence).ToListAsync(cancel);
        var reserved = ticket.Petitioner.Reserved;

        // An address says who somebody is.
        var mails = reserved && !wish.Identity ? [] : await db.ReceivedMails.Where(mail => mail.TicketId == ticket.Id && (mail.Fate == MailFate.Filed || mail.Fate == MailFate.Added)).OrderBy(mail => mail.Id)
            .Select(mail => new RecordMail(mail.Id, mail.FileId, mail.Subject ?? "", mail.FromAddress ?? mail.Via ?? "", mail.ReceivedAt, mail.Bytes)).ToListAsync(cancel);
        var identity = !reserved || !wish.Identity ? null : await db.Tickets.Where(t => t.Id == ticket.Id && t.Petitioner != null)
            .Select(t => new RevealedIdentity(t.Petitioner!.Name, t.Petitioner.Document, t.Petitioner.Email, t.Petitioner.Telephone, t.Petitioner.Address, t.Petitioner.Municipality)).SingleOrDefaultAsync(cancel);
        var chat = !wish.Notes ? [] : await db.ChatLines.AsNoTracking().Where(line => line.TicketId == ticket.Id).OrderBy(line => line.Id).ToListAsync(cancel);
        return new(ticket, log, await FilesAsync(db, ticket, log, cancel), mails, workings, identity) { Chat = chat };
    }

    private static async Task<IReadOnlyList<RecordFile>> FilesAsync(DeskDb db, TicketSight ticket, List<LoggedEvent> log, CancellationToken cancel)
    {
        // What is answered together stays in the case that it came to.
        var ids = ticket.Files.Where(file => file.Of is null).Select(file => file.Id).ToArray();
        var attached = log.Where(line => line.Event is TicketEvent.FileAttached).GroupBy(line => ((TicketEvent.FileAttached)line.Event).FileId).ToDictionary(group => group.Key, group => group.First());
        var files = await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).OrderBy(file => file.StoredAt).ThenBy(file => file.Id).ToListAsync(cancel);

        // What no line names came with the filing.
        return files.ConvertAll(file => attached.TryGetValue(file.Id, out var line)
            ? new RecordFile(file, line.ByName, ((TicketEvent.FileAttached)line.Event).ForPetitioner || line.ByKind == ActorKind.Petitioner)
            : new RecordFile(file, log[0].ByName, true));
    }
}
