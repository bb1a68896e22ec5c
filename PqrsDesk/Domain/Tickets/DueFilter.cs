namespace PqrsDesk.Domain.Tickets;

/// <summary>Which tickets by their nearest deadline.</summary>
public enum DueFilter
{
    Overdue = 1,
    WithinTheHour = 2,

    /// <summary>Before midnight of the desk, the overdue ones not among them.</summary>
    Today = 3,

    /// <summary>In the seven days from that midnight on.</summary>
    InSevenDays = 4,
    Later = 5,

    /// <summary>None runs: nothing was promised, or it waits.</summary>
    Never = 6,
}
