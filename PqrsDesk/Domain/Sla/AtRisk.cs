namespace PqrsDesk.Domain.Sla;

/// <summary>When a deadline that runs begins to be at risk: in the last fifth of its time, at least an hour before it, at most two days.</summary>
public static class AtRisk
{
    private const int LastPart = 5;
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(2);

    /// <param name="due">Null when nothing is owed, and then nothing is at risk.</param>
    public static DateTimeOffset? From(DateTimeOffset start, DateTimeOffset? due) => due - Clamped((due - start) / LastPart);

    private static TimeSpan? Clamped(TimeSpan? span) => span < Least ? Least : span > Most ? Most : span;
}
