using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>A few cases that have to do with each other, and two that should not have been filed.</summary>
internal static class DemoRelations
{
    private const string Why = "Es lo mismo, radicado dos veces.";

    /// <param name="tickets">In the order of their filing.</param>
    public static void Make(IReadOnlyList<Ticket> tickets, StaffMember lead, SlaBook book, DateTimeOffset now)
    {
        var moment = Moment.Of(now, book.Zone, Actor.Staff(lead));

        // The wall and the queue live by what is about to run out: that is left alone.
        var calm = tickets.Where(ticket => ticket.IsOpen && ticket.NextDueAt > now.AddDays(1)).ToList();
        if (calm.Count < 8) return;
        _ = Pairs(calm).Any(pair => pair.One.Merge(pair.Other, Why, SaidBy, book, moment).Succeeded);
        calm.RemoveAll(ticket => !ticket.IsOpen || ticket.MergedCount > 0);
        if (Pairs(calm).FirstOrDefault() is { One: { } one, Other: { } other })
        {
            one.Link(other, "Preguntan por lo mismo.", book, moment);
            calm.RemoveAll(ticket => ticket == one || ticket == other);
        }

        calm[0].Void(VoidKind.Void, "Era una prueba del formulario.", book, moment);
        calm[1].Void(VoidKind.Spam, "Publicidad.", book, moment);
    }

    /// <summary>Of one kind and one topic, those that say the same first: they look like the same thing twice.</summary>
    private static IEnumerable<(Ticket One, Ticket Other)> Pairs(List<Ticket> tickets) =>
        from one in tickets
        from other in tickets
        where one.FiledAt < other.FiledAt && one.Kind == other.Kind && one.Topic == other.Topic
        orderby one.Subject == other.Subject descending
        select (one, other);

    private static string SaidBy(Ticket ticket) => TicketDocument.DescriptionOf(ticket.Events[0].Event);
}
