using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>Which lines of the log a petitioner is told of by mail. Never one who is anonymous, and only where a mail server is set.</summary>
public sealed class Outbox(MailSettings settings, TimeProvider clock)
{
    /// <summary>What was filed longer ago comes in with a past, and is no news.</summary>
    private static readonly TimeSpan News = TimeSpan.FromHours(1);

    /// <summary>The receipts of tickets that are new.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> OfNewAsync(DeskDb db, IReadOnlyList<Ticket> fresh, CancellationToken cancel)
    {
        if (settings.Smtp is null) return [];
        var now = clock.GetUtcNow();
        return await OfAsync(db, [.. fresh.Where(ticket => ticket.FiledAt > now - News).SelectMany(ticket => ticket.Events, (ticket, line) => (ticket, line)).Where(each => each.line.Event is TicketEvent.Filed)], cancel);
    }

    /// <param name="lines">New lines of tickets that have their numbers.</param>
    public async Task<IReadOnlyList<OutgoingMail>> OfAsync(DeskDb db, IReadOnlyList<(Ticket Ticket, LoggedEvent Line)> lines, CancellationToken cancel)
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
               select new OutgoingMail
               {
                   TicketId = each.Ticket.Id,
                   Sequence = each.Line.Sequence,
                   Occasion = OccasionOf(each.Line.Event)!.Value,
                   ToAddress = address,
                   ToName = person.Name,
                   MessageId = IdentityOf(each.Ticket.Id, each.Line.Sequence),
                   QueuedAt = now,
                   State = MailState.Queued,
                   NextAttemptAt = now,
               },
        ];
    }

    /// <summary>Where this filing asked to be answered, before what the desk knew of the person.</summary>
    private static string? AddressOf(Ticket ticket, string? known) => ticket.AnswerChannel == AnswerChannel.Email ? ticket.AnswerTo ?? known : known;

    /// <summary>Null for what the petitioner is not told of by a letter of its own.</summary>
    public static MailOccasion? OccasionOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Filed => MailOccasion.Receipt,
        TicketEvent.Replied => MailOccasion.Reply,
        TicketEvent.Answered => MailOccasion.Answer,
        TicketEvent.CompletionRequested => MailOccasion.CompletionRequest,
        TicketEvent.Extended => MailOccasion.Extension,
        TicketEvent.Closed => MailOccasion.Closing,
        TicketEvent.Transferred => MailOccasion.Transfer,
        TicketEvent.Imported or TicketEvent.Assigned or TicketEvent.Released or TicketEvent.Reassigned or TicketEvent.Reclassified or TicketEvent.PriorityChanged
            or TicketEvent.Noted or TicketEvent.PetitionerResponded or TicketEvent.WaitStarted or TicketEvent.WaitEnded or TicketEvent.Reopened or TicketEvent.FileAttached
            or TicketEvent.Withdrawn or TicketEvent.DeadlineBreached or TicketEvent.ThresholdReached or TicketEvent.Escalated or TicketEvent.Reviewed or TicketEvent.Repromised
            or TicketEvent.SolutionJudged or TicketEvent.IdentityRevealed or TicketEvent.FileQuarantined => null,
        _ => throw new UnreachableException($"Nobody decided whether {happened.GetType().Name} is told by mail."),
    };

    /// <summary>Cannot be guessed: who names it in an answer was written to.</summary>
    private string IdentityOf(long ticketId, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"desk.{ticketId}.{sequence}.{Guid.NewGuid():N}@{settings.From!.Host}");
}
