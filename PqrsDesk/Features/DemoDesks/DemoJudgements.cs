using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>What those who filed thought of their answers: about half of them say so, and most are content.</summary>
internal static class DemoJudgements
{
    private static readonly string[] Complaints = ["El cargo volvió a aparecer.", "Respondieron otra cosa.", "Sigue igual que antes."];

    /// <param name="tickets">In the order of their filing.</param>
    public static void Make(IReadOnlyList<Ticket> tickets, SlaBook book, DateTimeOffset now)
    {
        // Its own dice: the rest of the desk stays as it is.
        var chance = new Random(1984);
        foreach (var ticket in tickets.Where(ticket => ticket is { Status: TicketStatus.Answered or TicketStatus.Closed, CustomerId: not null }))
        {
            var (says, solved, at) = (chance.Next(2) == 0, chance.Next(6) > 0, ticket.ChangedAt.AddHours(2 + chance.Next(40)));
            if (!says || at >= now) continue;
            ticket.Judge(solved, solved ? null : Complaints[chance.Next(Complaints.Length)], book, Moment.Of(at, book.Zone, Actor.Petitioner(ticket.PetitionerName ?? "Peticionario")));
        }
    }
}
