namespace PqrsDesk.Domain.Kpis;

/// <summary>Counts facts in memory, one rule at a time: what a reader in SQL is compared with.</summary>
public sealed class FactTally(IReadOnlyList<TicketFact> facts, TimeZoneInfo zone, DateTimeOffset readAt)
{
    public Indicators Indicators(Period period)
    {
        var cut = new Cut(period, zone, readAt);
        return new Indicators(
            period,
            new Flow(
                facts.Count(cut.Received),
                facts.Count(cut.Answered),
                facts.Count(cut.Closed),
                facts.Count(fact => cut.Closed(fact) && fact.ReopenedCount > 0)),
            new Stock(facts.Count(cut.Open), facts.Count(cut.Overdue)),
            Resolution(facts, cut),
            FirstResponse(cut),
            ResponseDays.Of(facts.Select(cut.Wait).OfType<TimeSpan>()));
    }

    public Breakdown Breakdown(Period period)
    {
        var cut = new Cut(period, zone, readAt);
        var received = facts.Where(cut.Received).ToList();
        return new Breakdown(
            CountsBy(received, fact => fact.Kind),
            CountsBy(received, fact => fact.Channel),
            CountsBy(received, fact => fact.Area),
            CountsBy(received, fact => fact.Priority),
            Pareto.Of(CountsBy(received, fact => fact.Topic)),
            [.. facts.Where(fact => cut.InTime(fact) is not null)
                .GroupBy(fact => (fact.Area, fact.Priority))
                .OrderBy(group => group.Key.Area, StringComparer.Ordinal).ThenByDescending(group => group.Key.Priority)
                .Select(group => new SlaCell(group.Key.Area, group.Key.Priority, Resolution([.. group], cut)))],
            [.. period.Days.Select(Day)],
            [.. period.Weeks.Select(week => new WeekCompliance(week, Resolution(facts, new Cut(week, zone, readAt))))]);
    }

    public IReadOnlyList<MonthTrend> Trend(Period period, int months) =>
        [.. period.MonthsUpTo(months).Select(month => MonthTrend.Of(Indicators(month)))];

    private DayCount Day(DateOnly day)
    {
        var cut = new Cut(new Period(day, day), zone, readAt);
        return new DayCount(day, facts.Count(cut.Received), facts.Count(cut.Answered), facts.Count(cut.Closed), facts.Count(fact => fact.AnsweredAt is null && cut.Closed(fact)));
    }

    private static Timeliness Resolution(IReadOnlyCollection<TicketFact> among, Cut cut) => new(
        among.Count(fact => cut.InTime(fact) == true),
        among.Count(fact => cut.Answered(fact) && cut.InTime(fact) == false),
        among.Count(cut.Overdue));

    private Timeliness FirstResponse(Cut cut)
    {
        var late = facts.Where(fact => cut.FirstReplyInTime(fact) == false).ToList();
        var given = late.Count(fact => fact.FirstReplyAt < cut.End && fact.FirstReplyAt <= cut.AsOf);
        return new Timeliness(facts.Count(fact => cut.FirstReplyInTime(fact) == true), given, late.Count - given);
    }

    private static IReadOnlyList<CountBy<T>> CountsBy<T>(IEnumerable<TicketFact> among, Func<TicketFact, T> key) =>
        among.GroupBy(key).Select(group => new CountBy<T>(group.Key, group.Count())).MostFirst();
}
