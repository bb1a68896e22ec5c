using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Two cases have to do with each other: both logs say so.
public sealed partial class Ticket
{
    /// <summary>At any time, also of cases that have ended. Both tickets with their whole logs.</summary>
    public Decision Link(Ticket other, string? note, SlaBook book, Moment now)
    {
        if (other.Number == Number) return new Refusal(RefusalCode.SameTicket, "Other");
        if (Texts.TooLong(note, Filing.ReasonLimit, "Note") is { } tooLong) return tooLong;
        if (IsLinkedTo(other)) return Decision.Ok;
        Record(new TicketEvent.Linked(other.Number, NullIfBlank(note)), now, book);
        return other.Record(new TicketEvent.Linked(Number, NullIfBlank(note)), now, book);
    }

    /// <inheritdoc cref="Link"/>
    public Decision Unlink(Ticket other, string? note, SlaBook book, Moment now)
    {
        if (Texts.TooLong(note, Filing.ReasonLimit, "Note") is { } tooLong) return tooLong;
        if (!IsLinkedTo(other)) return new Refusal(RefusalCode.NotLinked, "Other");
        Record(new TicketEvent.Unlinked(other.Number, NullIfBlank(note)), now, book);
        return other.Record(new TicketEvent.Unlinked(Number, NullIfBlank(note)), now, book);
    }

    private bool IsLinkedTo(Ticket other) => _events.Count == Version
        ? Relations.Of(_events.OrderBy(line => line.Sequence).Select(line => line.Event)).Linked.Contains(other.Number)
        : throw new InvalidOperationException($"{Number} was loaded without its log.");
}
