using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>What stands in the outbox, and what comes of it, whoever carries it: one set of pauses, one end, one way to say so.</summary>
public sealed class DeliveryBook(IDbContextFactory<DeskDb> desk, DeskWriter writer, TicketDoor door, CaseNews news, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>Minutes until it is tried again; the last one then holds.</summary>
    private static readonly int[] Pauses = [1, 5, 15, 60];
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(10);

    /// <summary>Letters that are due.</summary>
    public async Task<List<OutgoingMail>> LettersAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await Due(db, asOf).Where(mail => mail.Carrier == Carrier.Mail).OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Id).Take(Batch).ToListAsync(cancel);
    }

    /// <summary>Messages that are due, and are the first of their conversation: what was said first arrives first.</summary>
    public async Task<List<OutgoingMail>> MessagesAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await Due(db, asOf)
            .Where(mail => mail.Carrier != Carrier.Mail
                && !db.OutgoingMails.Any(before => before.ToAddress == mail.ToAddress && before.Carrier == mail.Carrier && before.Id < mail.Id && before.NextAttemptAt != null))
            .OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Id).Take(Batch).ToListAsync(cancel);
    }

    /// <summary>Nothing is wrong with it, and it was not tried.</summary>
    public Task<int> DelayAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var next = clock.GetUtcNow() + Shortly;
        return writer.RunAsync(db => db.OutgoingMails.Where(row => row.Id == mail.Id && row.State == MailState.Queued).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, next), cancel), cancel);
    }

    /// <summary>Later, or not at all any more when two days have gone by.</summary>
    public Task<bool> PostponeAsync(OutgoingMail mail, string why, CancellationToken cancel, Hindrance? hindrance = null) =>
        RecordAsync(mail, clock.GetUtcNow() - mail.QueuedAt >= Patience ? MailState.GivenUp : MailState.Queued, why, cancel, hindrance);

    public async Task<bool> RecordAsync(OutgoingMail mail, MailState state, string? error, CancellationToken cancel, Hindrance? hindrance = null)
    {
        // Before it is written down as sent: told twice, the case keeps it once.
        if (state == MailState.Sent && mail.Occasion == MailOccasion.Receipt) await AcknowledgeAsync(mail, cancel);
        var now = clock.GetUtcNow();
        var next = state == MailState.Queued ? now.AddMinutes(Pauses[Math.Min(mail.Attempts, Pauses.Length - 1)]) : (DateTimeOffset?)null;
        error = error is null ? null : Texts.Cut(MailText.Line(error), OutgoingMail.ErrorLimit);
        return await writer.RunAsync(async db =>
        {
            await db.OutgoingMails.Where(row => row.Id == mail.Id && row.State == MailState.Queued).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, state)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.NextAttemptAt, next)
                .SetProperty(row => row.SentAt, state == MailState.Sent ? now : null)
                .SetProperty(row => row.SealedCode, row => state == MailState.Queued ? row.SealedCode : null)
                .SetProperty(row => row.Error, error)
                .SetProperty(row => row.Hindrance, hindrance), cancel);
            if (mail.TicketId is { } ticket) await news.TellAsync(db, ticket, cancel);
            return true;
        }, cancel);
    }

    private async Task AcknowledgeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var way = mail.Carrier switch { Carrier.Mail => Channel.Email, Carrier.WhatsApp => Channel.Chat, _ => Channel.SocialNetwork };
        await door.ChangeManyAsync([new SeenTicket(mail.TicketId!.Value)], Actor.Desk, _ => Task.FromResult<TicketVerb>((ticket, book, now) => ticket.ReceiptSent(way, book, now)), cancel);
    }

    private static IQueryable<OutgoingMail> Due(DeskDb db, DateTimeOffset asOf) => db.OutgoingMails.AsNoTracking().Where(mail => mail.NextAttemptAt != null && mail.NextAttemptAt <= asOf);
}
