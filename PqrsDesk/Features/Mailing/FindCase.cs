using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>The case that a message belongs to.</summary>
internal sealed record FoundCase(long Id, string Number);

/// <summary>Which case a message answers: by the signed token in the address or subject, else by the messages before it that the desk sent or received.</summary>
public sealed class FindCase(IDbContextFactory<DeskDb> desk, MailTokens tokens)
{
    internal async Task<FoundCase?> RunAsync(ReadMail mail, CancellationToken cancel)
    {
        var id = await tokens.FindAsync(mail.To.Append(mail.Subject), cancel);
        await using var db = await desk.CreateDbContextAsync(cancel);
        id ??= await ByConversationAsync(db, mail.Before, cancel);
        return id is null ? null : await db.Tickets.Where(ticket => ticket.Id == id).Select(ticket => new FoundCase(ticket.Id, ticket.Number)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The nearest message that is known has the say.</summary>
    private static async Task<long?> ByConversationAsync(DeskDb db, IReadOnlyList<string> before, CancellationToken cancel)
    {
        if (before.Count == 0) return null;
        var sent = await db.OutgoingMails.Where(mail => mail.TicketId != null && before.Contains(mail.MessageId)).Select(mail => new { mail.MessageId, TicketId = mail.TicketId!.Value }).ToListAsync(cancel);
        var received = await db.ReceivedMails.Where(mail => mail.TicketId != null && before.Contains(mail.MessageId!))
            .Select(mail => new { MessageId = mail.MessageId!, TicketId = mail.TicketId!.Value }).ToListAsync(cancel);
        var known = sent.Concat(received).ToLookup(mail => mail.MessageId, mail => mail.TicketId);
        return before.SelectMany(id => known[id]).Select(id => (long?)id).FirstOrDefault();
    }
}
