using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Testing;

/// <summary>All that is kept of a ticket, in words that can be compared; only the store's own row numbers are left out.</summary>
public static class TicketWords
{
    public static string Of(Ticket ticket) => string.Join(Environment.NewLine,
    [
        .. Facts(ticket, nameof(Ticket.Id), nameof(Ticket.Area), nameof(Ticket.Owner), nameof(Ticket.Petitioner), nameof(Ticket.Customer)),
        .. ticket.Deadlines.OrderBy(deadline => deadline.Kind).ThenBy(deadline => deadline.StartedAt).Select(deadline => string.Join("; ", Facts(deadline, nameof(Deadline.Id), nameof(Deadline.TicketId)))),
        .. ticket.Pauses.OrderBy(pause => pause.From).ThenBy(pause => pause.Reason).Select(pause => string.Join("; ", Facts(pause, nameof(Pause.Id), nameof(Pause.TicketId)))),
    ]);

    private static IEnumerable<string> Facts(object of, params string[] but) => of.GetType().GetProperties()
        .Where(property => !but.Contains(property.Name) && (property.PropertyType == typeof(string) || !typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType)))
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => $"{property.Name}: {(property.GetValue(of) is DateTimeOffset at ? at.UtcTicks : property.GetValue(of))}");
}
