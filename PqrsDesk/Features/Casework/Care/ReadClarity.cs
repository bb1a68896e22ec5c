using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>Reads an answer that is being written against the case that it is for.</summary>
public sealed class ReadClarity(SlaShelf shelf)
{
    public async Task<ClarityReport> RunAsync(string answer, TicketSight ticket) =>
        Clarity.Read(answer, new(Asked(ticket), Appeals.OwedUnder(ticket.Regime?.Code), (await shelf.BookAsync()).Care.Jargon));

    /// <summary>All that the petitioner wrote since they were last answered.</summary>
    private static string Asked(TicketSight ticket)
    {
        var answered = ticket.Timeline.LastOrDefault(line => line.Event is TicketEvent.Answered)?.Sequence ?? 0;
        return string.Join("\n", ticket.Timeline.Where(line => line.Sequence > answered).Select(line => line.Event switch
        {
            TicketEvent.Filed filed => filed.Filing.Description,
            TicketEvent.Imported imported => imported.Filing.Description,
            TicketEvent.PetitionerResponded heard => heard.Text,
            TicketEvent.Reopened reopened when line.ByKind == Domain.People.ActorKind.Petitioner => reopened.Reason,
            _ => null,
        }).OfType<string>());
    }
}
