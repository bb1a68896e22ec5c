using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.Mailing;

/// <summary>By which way a message came in.</summary>
/// <param name="Name">Of the mailbox, or of the program that brought it.</param>
/// <param name="Area">That its filings go to; null: the desk's first.</param>
public sealed record MailWay(string Name, string? Area = null);

/// <summary>What became of a message.</summary>
/// <param name="Number">The case that it was filed as or added to.</param>
/// <param name="Again">It had been taken before, and nothing was done.</param>
public sealed record TakenMail(MailFate Fate, MailReason? Reason, string? Number, bool Again = false);

/// <summary>There is no room for the message: it stays where it came from, and is offered again.</summary>
public sealed class MailNotKeptException(Refusal refusal) : IOException($"The message cannot be kept on disk: {refusal.Code} ({refusal.Detail} MiB).")
{
    public Refusal Refusal => refusal;
}

/// <summary>Somebody else sorted the message a moment ago: nothing of what was begun with it is kept.</summary>
public sealed class MailSortedException : Exception;

/// <summary>A message that is read and on disk, and stands in no list yet.</summary>
internal sealed record ArrivedMail(ReadMail Mail, StoredFile Raw, MailWay Way, DateTimeOffset At)
{
    public ReceivedMail Row(MailFate fate, MailReason? reason = null, string? detail = null, long? ticketId = null) => new()
    {
        Fingerprint = Mail.Fingerprint,
        MessageId = Mail.MessageId,
        Via = Texts.Cut(Way.Name, ReceivedMail.ViaLimit),
        ReceivedAt = At,
        FromAddress = Mail.From?.Address,
        FromName = Mail.From is { Name.Length: > 0 } from ? Texts.Cut(from.Name, Domain.Customers.Contact.NameLimit) : null,
        Subject = Mail.Subject,
        FileId = Raw.Id,
        Bytes = Raw.Bytes,
        Fate = fate,
        Reason = reason,
        Detail = detail is null ? null : Texts.Cut(detail, ReceivedMail.DetailLimit),
        TicketId = ticketId,
    };
}
