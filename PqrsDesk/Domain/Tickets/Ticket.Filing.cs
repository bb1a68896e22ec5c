using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Radicar: how a ticket begins.
public sealed partial class Ticket
{
    /// <summary>Files a ticket. The caller has asked <see cref="Filing.Refuse"/> first.</summary>
    /// <param name="routing">Why it comes to that area; null: nothing is to be explained.</param>
    /// <exception cref="ArgumentException">The filing cannot be filed.</exception>
    public static Ticket File(string number, Filing filing, Area area, SlaTerms terms, SlaBook book, Moment now, RoutingTrace? routing = null)
    {
        if (filing.Refuse() is { } refusal) throw new ArgumentException($"Not to be filed: {refusal.Code}.", nameof(filing));
        var ticket = new Ticket();
        var effectiveOn = book.EffectiveOn(now.At);
        var ground = book.Law.Choose(filing.Regime ?? book.Law.Practice.Regime, filing.Kind, filing.Priority, effectiveOn);
        ticket.Record(new TicketEvent.Filed(number, Tidy(filing), filing.Priority, area.Name, terms.Policy.Id, effectiveOn, book.LegalCalendarVersionId, ground, routing, ContractId: terms.Policy.Definition.ContractId), now, book);
        return ticket;
    }

    /// <summary>Takes over a ticket of another system with the instants it had there.</summary>
    /// <param name="opened">When it was opened there, and the desk's date of that.</param>
    /// <param name="closed">When it was closed there; null when it is still open.</param>
    public static Ticket Import(string number, Filing filing, Area area, ImportedFacts facts, SlaBook book, Moment opened, Moment? closed)
    {
        if (filing.Refuse() is { } refusal) throw new ArgumentException($"Not to be imported: {refusal.Code}.", nameof(filing));
        var ticket = new Ticket();
        ticket.Record(new TicketEvent.Imported(number, Tidy(filing), filing.Priority, area.Name, facts), opened, book);
        if (closed is { } end)
        {
            ticket.CatchUp(end.At, book);
            ticket.Record(new TicketEvent.Closed(null), end, book);
        }

        return ticket;
    }

    private static Filing Tidy(Filing filing) => filing with
    {
        Subject = Tidy(filing.Subject),
        Description = Tidy(filing.Description),
        AnswerTo = NullIfBlank(filing.AnswerTo),
        Attention = filing.Attention is AttentionGroups.None ? null : filing.Attention,
        Topic = string.IsNullOrWhiteSpace(filing.Topic) ? null : filing.Topic.Trim(),
        Product = NullIfBlank(filing.Product),
        PriorityReason = string.IsNullOrWhiteSpace(filing.PriorityReason) ? null : filing.PriorityReason.Trim(),
    };
}
