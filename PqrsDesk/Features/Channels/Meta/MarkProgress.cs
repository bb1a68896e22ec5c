using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Writes down that messages of the desk came further, or came back. They tell of it in any order, and more than once.</summary>
public sealed class MarkProgress(DeskWriter writer, CaseNews news)
{
    /// <summary>Of one webhook: what was read in one look may be many.</summary>
    private const int Most = 200;

    /// <returns>Always true: what is of no message of the desk is of no use.</returns>
    public Task<bool> RunAsync(MetaNews.Progress progress, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        var found = await PartsOf(db, progress).Select(part => part.MailId).Distinct().Take(Most).ToListAsync(cancel);
        if (found.Count == 0) return true;
        var ids = found.Order().ToArray();

        // Two that tell of the parts of one message stand in line at its row.
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "OutgoingMails" WHERE "Id" = ANY ({ids}) ORDER BY "Id" FOR UPDATE""", cancel);
        var changed = new HashSet<long>();
        foreach (var part in await PartsOf(db, progress).Where(part => ids.Contains(part.MailId)).ToListAsync(cancel))
            if (Parts.Advance(part, progress.State)) changed.Add(part.MailId);
        if (changed.Count == 0) return true;
        await db.SaveChangesAsync(cancel);
        foreach (var mail in await db.OutgoingMails.Where(mail => changed.Contains(mail.Id) && mail.State != MailState.Queued).ToListAsync(cancel))
        {
            mail.State = Parts.StateOf(await db.OutgoingParts.Where(part => part.MailId == mail.Id).Select(part => part.State).ToListAsync(cancel));
            var failed = mail.State == MailState.Bounced;
            if (failed && progress.State != MailState.Bounced) continue;
            (mail.Error, mail.Hindrance) = failed ? (Texts.Cut(progress.Error ?? "", OutgoingMail.ErrorLimit), progress.Hindrance) : (null, null);
            if (mail.TicketId is { } ticket) await news.TellAsync(db, ticket, cancel);
        }

        return true;
    }, cancel);

    private static IQueryable<OutgoingPart> PartsOf(DeskDb db, MetaNews.Progress progress)
    {
        // By its own name a message is found wherever it went: a number can be written in more than one way.
        var (carrier, conversation, until) = (progress.Product.Carrier(), MetaNames.Conversation(progress.Account, progress.Person), progress.Until);
        return db.OutgoingParts.Where(part => (progress.Ids.Contains(part.ExternalId) && db.OutgoingMails.Any(mail => mail.Id == part.MailId && mail.Carrier == carrier))
            || (part.HandedAt <= until && part.State != MailState.Read && db.OutgoingMails.Any(mail => mail.Id == part.MailId && mail.Carrier == carrier && mail.ToAddress == conversation)));
    }
}

/// <summary>How far the parts of a message are, and so the whole of it.</summary>
internal static class Parts
{
    /// <returns>Whether it is news: what was read is not delivered any more, and what arrived after all did not come back.</returns>
    public static bool Advance(OutgoingPart part, MailState state)
    {
        if (Rank(state) <= Rank(part.State)) return false;
        part.State = state;
        return true;
    }

    /// <summary>As far as the part that is furthest behind; one that came back is told above all.</summary>
    public static MailState StateOf(IReadOnlyCollection<MailState> parts) => parts.Contains(MailState.Bounced) ? MailState.Bounced : parts.Count == 0 ? MailState.Sent : parts.MinBy(Rank);

    private static int Rank(MailState state) => state switch
    {
        MailState.Bounced => 1,
        MailState.Delivered => 2,
        MailState.Read => 3,
        MailState.Queued or MailState.Sent or MailState.Rejected or MailState.GivenUp => 0,
    };
}
