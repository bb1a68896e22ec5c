using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Features.Dashboards;

/// <summary>All figures of one dashboard, from one reading.</summary>
/// <param name="Cut">The period, seen from the instant of the reading.</param>
/// <param name="Backlog">At the end of each day of the period that has begun.</param>
public sealed record Board(
    Cut Cut,
    DateTimeOffset ReadAt,
    int? AreaId,
    Indicators Now,
    Indicators Before,
    Breakdown Parts,
    IReadOnlyList<CountBy<DateOnly>> Backlog,
    IReadOnlyList<BoardArea> Areas)
{
    /// <summary>Days shown one by one; of longer periods the weeks are.</summary>
    private const int MostDays = 45;

    public Period Period => Cut.Period;

    /// <summary>Whether nothing happened and nothing was open.</summary>
    public bool IsEmpty => Now is { Flow: { Received: 0, Answered: 0, Closed: 0 }, Stock.Open: 0 };

    public bool ByDay => Period.Length <= MostDays;

    /// <summary>The period in days, or in weeks when it is long.</summary>
    public IReadOnlyList<BoardStep> Steps()
    {
        var backlog = Backlog.ToDictionary(day => day.Key, day => day.Count);
        var days = Parts.Days.ToDictionary(day => day.Day);
        return [.. (ByDay ? Period.Days.Select(day => new Period(day, day)) : Period.Weeks).Select(span => new BoardStep(
            span,
            span.Days.Sum(day => days[day].Received),
            span.Days.Sum(day => days[day].Closed),
            backlog.TryGetValue(span.To, out var open) ? open : null))];
    }
}

/// <param name="Backlog">Null while the step has not ended.</param>
public sealed record BoardStep(Period Span, int Received, int Closed, int? Backlog);

public sealed record BoardArea(int Id, string Name);
