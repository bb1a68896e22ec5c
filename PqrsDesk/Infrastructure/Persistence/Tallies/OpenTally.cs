namespace PqrsDesk.Infrastructure.Persistence.Tallies;

/// <summary>By what open tickets are counted.</summary>
public enum TallyBy
{
    /// <summary>The owner's number; 0: nobody's.</summary>
    Owner = 1,

    /// <summary>The hour of <see cref="Domain.Tickets.Ticket.QueueAt"/>, in whole hours since 1970 in UTC.</summary>
    DueHour = 2,

    /// <summary>The owner's number, of those that are set aside: they count for <see cref="Owner"/> too.</summary>
    Snoozed = 3,
}

/// <summary>
/// So many open tickets more, or less. The sum of a key's rows is how many there are: a change adds rows and never
/// alters one, so that no writer waits for another, and a folding puts many in one.
/// </summary>
public sealed class OpenTally
{
    public long Id { get; private set; }
    public required TallyBy By { get; init; }
    public required int Key { get; init; }
    public required int Count { get; init; }
}
