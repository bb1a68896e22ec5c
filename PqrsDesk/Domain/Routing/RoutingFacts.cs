using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>What the rules look at.</summary>
/// <param name="Topic">As tickets carry it: <see cref="Topic.Path"/>.</param>
/// <param name="Level">Of the customer's contract; null without a customer.</param>
public sealed record RoutingFacts(TicketKind Kind, string? Topic, string? Product, int? BranchId, int? CustomerId, ServiceLevel? Level, Channel Channel, string? Language)
{
    public static RoutingFacts Of(Filing filing, ServiceLevel? level) =>
        new(filing.Kind, NullIfBlank(filing.Topic), NullIfBlank(filing.Product), filing.BranchId, filing.CustomerId, level, filing.Channel, filing.Language);

    /// <summary>A ticket as it stands now.</summary>
    public static RoutingFacts Of(Ticket ticket, ServiceLevel? level) =>
        new(ticket.Kind, ticket.Topic, ticket.Product, ticket.BranchId, ticket.CustomerId, level, ticket.Channel, ticket.Language);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What is asked of the rules.</summary>
/// <param name="Chosen">The area that somebody chose: the rules fill in only what was left open. Null: they choose.</param>
/// <param name="Otherwise">The area it stands in now, where it stays when nothing says otherwise; null: it is new.</param>
/// <param name="PriorityGiven">Somebody gave the priority: it stands.</param>
public sealed record RoutingAsk(int? Chosen = null, int? Otherwise = null, bool PriorityGiven = false);
