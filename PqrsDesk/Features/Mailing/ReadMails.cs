using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>Which messages are listed.</summary>
public enum MailView
{
    Waiting = 1,
    Automatic = 2,
    Discarded = 3,
}

public sealed record MailLine(
    long Id, DateTimeOffset ReceivedAt, string? FromName, string? FromAddress, string Subject, string Via, MailFate Fate, MailReason? Reason, string? Detail,
    string? Number, string? SortedBy, DateTimeOffset? SortedAt, string? Note)
{
    /// <summary>It may still become a case.</summary>
    public bool CanBeSorted => Fate is MailFate.Waiting or MailFate.Ignored or MailFate.Discarded;
}

/// <summary>What the page of unplaced mail shows.</summary>
/// <param name="Stuck">Letters that a mail server did not take yet.</param>
public sealed record MailBoard(IReadOnlyList<MailLine> Lines, int Waiting, IReadOnlyList<Mailbox> Mailboxes, int Stuck);

/// <summary>One message, read as safe text.</summary>
/// <param name="Text">Null when the file is gone.</param>
public sealed record MailSight(MailLine Line, string? Text, bool Cut, IReadOnlyList<MailFileSight> Files, string To)
{
    /// <summary>What filing it would begin with.</summary>
    public MailForm? Form { get; init; }
}

public sealed record MailFileSight(string Name, long Bytes);

public sealed record MailArea(int Id, string Name);

public sealed class ReadMails(IDbContextFactory<DeskDb> desk, FileStore store, MailSettings settings)
{
    public const int Listed = 100;
    private const int TextShown = 100_000;

    /// <summary>Mail is no change of a ticket: the list is asked again while somebody looks.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    public static LiveQuestion<MailBoard> Question(MailView view) => new(new BoardOf(view), (db, cancel) => RunAsync(db, view, cancel)) { Every = Fresh, Concerns = _ => false };

    public static async Task<MailBoard> RunAsync(DeskDb db, MailView view, CancellationToken cancel)
    {
        var fate = view switch { MailView.Waiting => MailFate.Waiting, MailView.Automatic => MailFate.Ignored, MailView.Discarded => MailFate.Discarded };
        var lines = db.ReceivedMails.Where(mail => mail.Fate == fate);
        return new(
            await Lines(db, view == MailView.Waiting ? lines.OrderBy(mail => mail.Id) : lines.OrderByDescending(mail => mail.Id)).Take(Listed).ToListAsync(cancel),
            await db.ReceivedMails.CountAsync(mail => mail.Fate == MailFate.Waiting, cancel),
            await db.Mailboxes.AsNoTracking().OrderBy(mailbox => mailbox.Name).ToListAsync(cancel),
            await db.OutgoingMails.CountAsync(mail => mail.Carrier == Carrier.Mail && mail.NextAttemptAt != null && mail.Attempts > 0, cancel));
    }

    public async Task<MailSight?> OneAsync(long id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await Lines(db, db.ReceivedMails.Where(mail => mail.Id == id)).SingleOrDefaultAsync(cancel) is not { } line) return null;
        var file = await db.ReceivedMails.Where(mail => mail.Id == id).Select(mail => mail.FileId).SingleAsync(cancel);
        if (store.Find(file) is not { } path) return new(line, null, false, [], "");
        var mail = ReadMail.Of(await File.ReadAllBytesAsync(path, cancel));
        var filing = MailFiling.Of(mail, settings, null);
        return new(line, Texts.Cut(mail.WholeText, TextShown), mail.WholeText.Length > TextShown, [.. mail.Files.Select(each => new MailFileSight(each.Name, each.Content().Length))], string.Join(", ", mail.To.Take(10)))
        {
            Form = new MailForm
            {
                Kind = filing.Kind,
                Subject = filing.Subject,
                Description = filing.Description,
                Name = filing.Petitioner.Name ?? "",
                Email = filing.Petitioner.Email is { Length: <= Contact.EmailLimit } email ? email : "",
            },
        };
    }

    public async Task<IReadOnlyList<MailArea>> AreasAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Areas.Where(area => area.Active).OrderBy(area => area.Name).Select(area => new MailArea(area.Id, area.Name)).ToListAsync(cancel);
    }

    private static IQueryable<MailLine> Lines(DeskDb db, IQueryable<ReceivedMail> mails) => mails.Select(mail => new MailLine(
        mail.Id, mail.ReceivedAt, mail.FromName, mail.FromAddress, mail.Subject, mail.Via, mail.Fate, mail.Reason, mail.Detail,
        db.Tickets.Where(ticket => ticket.Id == mail.TicketId).Select(ticket => ticket.Number).FirstOrDefault(), mail.SortedBy, mail.SortedAt, mail.Note));

    private sealed record BoardOf(MailView View);
}
