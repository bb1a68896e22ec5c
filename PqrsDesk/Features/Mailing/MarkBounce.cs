using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>A message of the desk came back: whoever looks at the case must know that the petitioner was not reached.</summary>
public sealed class MarkBounce(DeskWriter writer, CaseNews news)
{
    internal Task<TakenMail> RunAsync(ArrivedMail arrived, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        var report = arrived.Mail.Report;
        var about = report?.MessageId is { } id ? await db.OutgoingMails.SingleOrDefaultAsync(sent => sent.MessageId == id, cancel) : null;
        if (about is not null && report is { Failed: true })
        {
            (about.State, about.NextAttemptAt) = (MailState.Bounced, null);
            about.Error = Texts.Cut(report.Reason ?? report.Status ?? "", OutgoingMail.ErrorLimit);
            if (about.TicketId is { } ticket) await news.TellAsync(db, ticket, cancel);
        }

        db.ReceivedMails.Add(arrived.Row(MailFate.Ignored, MailReason.Bounce, report?.Reason ?? report?.Status, about?.TicketId));
        return new TakenMail(MailFate.Ignored, MailReason.Bounce, null);
    }, cancel);
}
