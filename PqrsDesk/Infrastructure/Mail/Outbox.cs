using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>
/// Which lines of the log a petitioner is told of: by mail, where a mail server is set and who wrote is not anonymous, and
/// in the conversation on a network that the case came by.
/// </summary>
public sealed class Outbox(MailSettings settings, MetaHook meta, TimeProvider clock)
{
    /// <summary>What was filed longer ago comes in with a past, and is no news.</summary>
    private static readonly TimeSpan News = TimeSpan.FromHours(1);

    /// <summary>The receipts of tickets that are new, and have their numbers.</summary>
    public IReadOnlyList<OutgoingMail> OfNew(IReadOnlyList<NewTicket> fresh)
    {
        if (settings.Smtp is null) return [];
        var now = clock.GetUtcNow();
        return
        [
            .. from each in fresh
               where each.Ticket.FiledAt > now - News
               let person = each.Petitioner
               let address = person is null ? null : AddressOf(each.Ticket, person.Email)
               where address is not null
               from line in each.Ticket.Events
               where line.Event is TicketEvent.Filed
               select Mail(each.Ticket, line, MailOccasion.Receipt, address, person.Name, now, each.SealedCode),
        ];
    }

    /// <param name="lines">New lines of tickets that have their numbers.</param>
    public async Task<IReadOnlyList<OutgoingMail>> OfAsync(DeskDb db, IReadOnlyList<(Ticket Ticket, LoggedEvent Line)> lines, CancellationToken cancel) =>
        [.. await LettersAsync(db, lines, cancel), .. await MessagesAsync(db, lines, cancel)];

    /// <summary>A line that is told in a conversation; null where nothing can be sent into it.</summary>
    public OutgoingMail? MessageOf(Ticket ticket, LoggedEvent line, MetaProduct product, string conversation)
    {
        if (meta.Settings is not { } networks || !networks.Sends(MetaNames.Of(conversation).Account)) return null;
        var now = clock.GetUtcNow();
        return new OutgoingMail
        {
            TicketId = ticket.Id,
            Sequence = line.Sequence,
            Occasion = OccasionOf(line.Event)!.Value,
            Carrier = product.Carrier(),
            ToAddress = conversation,
            ToName = ticket.PetitionerName,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{product.Channel()}.{ticket.Id}.{line.Sequence}"),
            QueuedAt = now,
            State = MailState.Queued,
            NextAttemptAt = now,
        };
    }

    /// <summary>In the conversation that a case was last spoken of in.</summary>
    private async Task<IReadOnlyList<OutgoingMail>> MessagesAsync(DeskDb db, IReadOnlyList<(Ticket Ticket, LoggedEvent Line)> lines, CancellationToken cancel)
    {
        if (meta.Settings is null) return [];
        var told = lines.Where(each => OccasionOf(each.Line.Event) is not null).ToList();
        var ids = told.Select(each => each.Ticket.Id).Distinct().ToList();
        if (ids.Count == 0) return [];
        var spoken = await db.ChannelMessages.Where(message => ids.Contains(message.TicketId) && message.Conversation != null && message.Channel.StartsWith(MetaNames.Prefix))
            .GroupBy(message => new { message.TicketId, message.Channel, message.Conversation })
            .Select(group => new { group.Key.TicketId, group.Key.Channel, group.Key.Conversation, Last = group.Max(message => message.TakenAt) }).ToListAsync(cancel);
        var last = spoken.GroupBy(each => each.TicketId).ToDictionary(group => group.Key, group => group.MaxBy(each => each.Last)!);
        return
        [
            .. from each in told
               let conversation = last.GetValueOrDefault(each.Ticket.Id)
               where conversation is not null
               let message = MessageOf(each.Ticket, each.Line, MetaNames.ProductOf(conversation.Channel)!.Value, conversation.Conversation!)
               where message is not null
               select message,
        ];
    }

    private async Task<IReadOnlyList<OutgoingMail>> LettersAsync(DeskDb db, IReadOnlyList<(Ticket Ticket, LoggedEvent Line)> lines, CancellationToken cancel)
    {
        if (settings.Smtp is null) return [];
        var told = lines.Where(each => each.Ticket.PetitionerId is not null && OccasionOf(each.Line.Event) is not null).ToList();
        if (told.Count == 0) return [];
        var ids = told.Select(each => each.Ticket.PetitionerId!.Value).Distinct().ToList();
        var people = await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.Id))
            .Select(contact => new { contact.Id, contact.Name, contact.Email }).ToDictionaryAsync(contact => contact.Id, cancel);
        var now = clock.GetUtcNow();
        return
        [
            .. from each in told
               let person = people.GetValueOrDefault(each.Ticket.PetitionerId!.Value)
               let address = AddressOf(each.Ticket, person?.Email)
               where person is not null && address is not null
               select Mail(each.Ticket, each.Line, OccasionOf(each.Line.Event)!.Value, address, person.Name, now),
        ];
    }

    /// <summary>Where this filing asked to be answered, before what the desk knew of the person.</summary>
    private static string? AddressOf(Ticket ticket, string? known) => ticket.AnswerChannel == AnswerChannel.Email ? ticket.AnswerTo ?? known : known;

    /// <summary>Null for what the petitioner is not told of by a letter of its own.</summary>
    public static MailOccasion? OccasionOf(TicketEvent happened) => happened switch
    {
        // Of a part the petitioner is told by the case that it was made of.
        TicketEvent.Filed { PartOf: not null } => null,
        TicketEvent.Filed => MailOccasion.Receipt,
        TicketEvent.Replied => MailOccasion.Reply,
        TicketEvent.Answered => MailOccasion.Answer,
        TicketEvent.CompletionRequested => MailOccasion.CompletionRequest,
        TicketEvent.Extended => MailOccasion.Extension,
        TicketEvent.Closed => MailOccasion.Closing,
        TicketEvent.Transferred => MailOccasion.Transfer,
        TicketEvent.AnsweredTogether => MailOccasion.Answer,
        TicketEvent.ExtendedTogether => MailOccasion.Extension,
        TicketEvent.Voided { Kind: VoidKind.Void } => MailOccasion.Voiding,
        TicketEvent.SplitOff => MailOccasion.Part,
        TicketEvent.Merged => MailOccasion.Merging,
        TicketEvent.Absorbed { SamePetitioner: false } => MailOccasion.Absorption,
        TicketEvent.Separated => MailOccasion.Separation,

        // Who sends spam is not written to, and who has two cases is told once that they are one.
        TicketEvent.Voided or TicketEvent.Absorbed or TicketEvent.LetGo or TicketEvent.HeardThrough or TicketEvent.Linked or TicketEvent.Unlinked => null,
        TicketEvent.Imported or TicketEvent.Assigned or TicketEvent.Released or TicketEvent.Reassigned or TicketEvent.Reclassified or TicketEvent.Classified or TicketEvent.PriorityChanged
            or TicketEvent.Noted or TicketEvent.PetitionerResponded or TicketEvent.WaitStarted or TicketEvent.WaitEnded or TicketEvent.Reopened or TicketEvent.FileAttached
            or TicketEvent.Withdrawn or TicketEvent.DeadlineBreached or TicketEvent.ThresholdReached or TicketEvent.Escalated or TicketEvent.Reviewed or TicketEvent.Repromised
            or TicketEvent.SolutionJudged or TicketEvent.IdentityRevealed or TicketEvent.Routed or TicketEvent.QueueChanged or TicketEvent.FileQuarantined
            or TicketEvent.Snoozed or TicketEvent.Woken or TicketEvent.ReturnedToQueue or TicketEvent.HandedOver => null,
        TicketEvent.ReceiptSent or TicketEvent.StepDone or TicketEvent.StepSkipped or TicketEvent.StepReopened or TicketEvent.AnswerProposed or TicketEvent.AnswerRevised
            or TicketEvent.AnswerReturned or TicketEvent.AnswerReviewed or TicketEvent.AnswerApproved or TicketEvent.AnswerRecalled => null,
        TicketEvent.SendPlanned or TicketEvent.SendHeld or TicketEvent.SendTakenBack => null,
        TicketEvent.IncidentJoined or TicketEvent.IncidentLeft => null,
        TicketEvent.TagsChanged or TicketEvent.TaskAsked or TicketEvent.TaskAnswered or TicketEvent.TaskReturned or TicketEvent.TaskCancelled or TicketEvent.TaskReopened
            or TicketEvent.TaskReminded or TicketEvent.TaskDue or TicketEvent.FieldsChanged or TicketEvent.TimeSpent or TicketEvent.TimeCorrected or TicketEvent.ExpedienteTaken or TicketEvent.PartyMerged or TicketEvent.ProductRenamed => null,
        _ => throw new UnreachableException($"Nobody decided whether {happened.GetType().Name} is told by mail."),
    };

    private OutgoingMail Mail(Ticket ticket, LoggedEvent line, MailOccasion occasion, string address, string? name, DateTimeOffset now, string? sealedCode = null) => new()
    {
        TicketId = ticket.Id,
        Sequence = line.Sequence,
        Occasion = occasion,
        ToAddress = address,
        ToName = name,
        MessageId = IdentityOf(ticket.Id, line.Sequence),
        QueuedAt = now,
        State = MailState.Queued,
        NextAttemptAt = now,
        SealedCode = sealedCode,
    };

    /// <summary>Cannot be guessed: who names it in an answer was written to.</summary>
    private string IdentityOf(long ticketId, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"desk.{ticketId}.{sequence}.{Guid.NewGuid():N}@{settings.From!.Host}");
}
