using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>A letter or message about the case, and how far it has come.</summary>
/// <param name="To">Null: whose identity is reserved, or the conversation that the case came by.</param>
public sealed record SentMail(int Sequence, MailOccasion Occasion, string? To, MailState State, DateTimeOffset QueuedAt, DateTimeOffset? SentAt, int Attempts, string? Error)
{
    public Hindrance? Hindrance { get; init; }

    /// <summary>Key of the text that says what to do about it; null where the error's own words must do.</summary>
    public string? Advice => Trouble is not null && Hindrance is { } hindrance ? $"Talk.Advice.{hindrance}" : null;

    /// <summary>Key of the text that says what stands in the way, with what it quotes.</summary>
    public (string Key, object[] Values)? Trouble => State switch
    {
        MailState.Queued => Attempts > 0 ? ("Mails.Retry", [Attempts, Error ?? ""]) : null,
        MailState.Sent or MailState.Delivered or MailState.Read => null,
        MailState.Rejected => ("Mails.Rejected", [Error ?? ""]),
        MailState.GivenUp => ("Mails.GivenUp", [Error ?? ""]),
        MailState.Bounced => ("Mails.Bounced", [Error ?? ""]),
    };
}

/// <summary>A message that is part of the case, as it came.</summary>
/// <param name="From">Null: whose identity is reserved. Then its original is not handed out either.</param>
public sealed record ReceivedSight(long Id, string? From, DateTimeOffset At);

/// <summary>The mail of a case: answered is not notified.</summary>
/// <param name="Notice">Key of the text that says why none is sent; null when there is nothing in the way.</param>
public sealed record MailsSight(IReadOnlyList<SentMail> Sent, IReadOnlyList<ReceivedSight> Received, string? Notice)
{
    public bool IsEmpty => Sent.Count + Received.Count == 0 && Notice is null;

    /// <param name="reached">By another way than mail.</param>
    public static async Task<MailsSight> ReadAsync(DeskDb db, long ticketId, PetitionerSight petitioner, bool reached, MailSettings settings, CancellationToken cancel)
    {
        var sent = await db.OutgoingMails.Where(mail => mail.TicketId == ticketId && mail.Carrier == Carrier.Mail).OrderByDescending(mail => mail.Id)
            .Select(mail => new SentMail(mail.Sequence, mail.Occasion, mail.ToAddress, mail.State, mail.QueuedAt, mail.SentAt, mail.Attempts, mail.Error)).ToListAsync(cancel);
        var received = await db.ReceivedMails.Where(mail => mail.TicketId == ticketId && (mail.Fate == MailFate.Filed || mail.Fate == MailFate.Added)).OrderByDescending(mail => mail.Id)
            .Select(mail => new ReceivedSight(mail.Id, mail.FromAddress ?? mail.Via, mail.ReceivedAt)).ToListAsync(cancel);
        // An address says who somebody is.
        if (petitioner.Reserved) return new(sent.ConvertAll(mail => mail with { To = null }), received.ConvertAll(mail => mail with { From = null }), NoticeOf(petitioner, reached, settings, sent.Count));
        return new(sent, received, NoticeOf(petitioner, reached, settings, sent.Count));
    }

    private static string? NoticeOf(PetitionerSight petitioner, bool reached, MailSettings settings, int sent) => petitioner switch
    {
        // An anonymous petitioner's own panel says that nobody can be written to; of a reserved one nothing is known here.
        { Id: null } => null,
        { Email: null } => reached ? null : "Mails.NoAddress",
        _ => settings.Smtp is null ? "Mails.NotSet" : sent == 0 ? "Mails.None" : null,
    };
}
