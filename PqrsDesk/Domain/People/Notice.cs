namespace PqrsDesk.Domain.People;

/// <summary>One line of the log that a member of staff was to be told of.</summary>
public sealed class Notice
{
    public long Id { get; private set; }
    public required int StaffId { get; init; }
    public required long TicketId { get; init; }

    /// <summary>Of the event in the ticket's log, which says the rest.</summary>
    public required int Sequence { get; init; }

    /// <summary>Null until they have seen it.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}
