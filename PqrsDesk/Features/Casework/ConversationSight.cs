using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>A file that the petitioner sent and that is not on the case: not yet, or never.</summary>
/// <param name="Error">Why not, in the network's words; null while nothing stood in the way.</param>
public sealed record MissingFile(long Id, string Name, bool IsLost, string? Error);

/// <summary>The conversation that a case came by, and how far each message into it has come.</summary>
/// <param name="Account">The page or number of the house.</param>
/// <param name="Telephone">Theirs, where the network goes by it. Null: whose identity is reserved, too.</param>
/// <param name="HeardAt">When they last wrote.</param>
/// <param name="Sends">Whether anything can be sent into it.</param>
public sealed record ConversationSight(
    MetaProduct Product, string Account, string? Telephone, DateTimeOffset HeardAt, bool Sends, IReadOnlyList<SentMail> Sent, IReadOnlyList<MissingFile> Missing)
{
    /// <summary>These networks let a house write for so long after the person last did.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public DateTimeOffset WritableUntil => HeardAt + Window;

    /// <returns>Null: it came by another way.</returns>
    public static async Task<ConversationSight?> ReadAsync(DeskDb db, long ticketId, PetitionerSight petitioner, MetaHook hook, CancellationToken cancel)
    {
        var last = await db.ChannelMessages.Where(message => message.TicketId == ticketId && message.Conversation != null && message.Channel.StartsWith(MetaNames.Prefix))
            .OrderByDescending(message => message.TakenAt).Select(message => new { message.Channel, message.Conversation, At = message.SentAt ?? message.TakenAt }).FirstOrDefaultAsync(cancel);
        if (last is null || MetaNames.ProductOf(last.Channel) is not { } product) return null;
        var (account, person) = MetaNames.Of(last.Conversation!);
        var sent = await db.OutgoingMails.Where(mail => mail.TicketId == ticketId && mail.Carrier != Carrier.Mail).OrderByDescending(mail => mail.Id)
            .Select(mail => new SentMail(mail.Sequence, mail.Occasion, null, mail.State, mail.QueuedAt, mail.SentAt, mail.Attempts, mail.Error) { Hindrance = mail.Hindrance }).ToListAsync(cancel);
        var missing = await db.MediaToFetch.Where(media => media.TicketId == ticketId && (media.NextAttemptAt != null || media.Error != null)).OrderBy(media => media.Id)
            .Select(media => new MissingFile(media.Id, media.Name ?? "", media.NextAttemptAt == null, media.Error)).ToListAsync(cancel);
        return new(product, account, petitioner.Reserved || product != MetaProduct.WhatsApp ? null : "+" + person, last.At, hook.Settings?.Sends(account) == true, sent, missing);
    }
}
