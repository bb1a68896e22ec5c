using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Availability;

/// <summary>An outage as it is counted: when, and how much of the service it takes.</summary>
/// <param name="Percent">From 1 to 100, which is all of it.</param>
public sealed record OutageSpan(int OutageId, Stretch Span, int Percent);

/// <summary>One time that planned work was announced for.</summary>
public sealed record PlannedSpan(int DowntimeId, Stretch Span);

/// <summary>What an outage took within a span.</summary>
/// <param name="Within">Cut to the span.</param>
/// <param name="Committed">Of the time that was promised, how much it lasted.</param>
/// <param name="Counted">What is counted of it: by its weight, and not what a heavier one is counted for already.</param>
public sealed record CountedOutage(int OutageId, Stretch Within, int Percent, TimeSpan Committed, TimeSpan Counted);

/// <summary>What planned work took out of a span.</summary>
/// <param name="Open">Of the open hours; what two have in common is said of the first alone.</param>
public sealed record CountedDowntime(int DowntimeId, Stretch Within, TimeSpan Open);

/// <summary>
/// How available something was: (committed time − downtime) / committed time. Committed are the hours of its calendar less
/// planned work; downtime are outages within them, each instant once, by the weight of the heaviest.
/// </summary>
/// <param name="Span">What is looked at: not later than now, nor earlier than what it is about.</param>
/// <param name="Open">The calendar's hours.</param>
public sealed record SpanAvailability(
    Stretch Span, TimeSpan Open, TimeSpan Committed, TimeSpan Down, IReadOnlyList<CountedOutage> Outages, IReadOnlyList<CountedDowntime> Planned)
{
    public TimeSpan PlannedOut => Open - Committed;

    /// <summary>From 0 to 1; null where nothing was promised: a share of nothing is neither nought nor all.</summary>
    public decimal? Share => Committed <= TimeSpan.Zero ? null : (decimal)(Committed - Down).Ticks / Committed.Ticks;

    /// <summary>As it is written: with three decimals and never rounded up, so that 100 means that nothing was lost.</summary>
    public decimal? Percent => Share is { } share ? Math.Floor(share * 100_000m) / 1_000m : null;

    public static SpanAvailability Nothing(Stretch span) => new(span, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, [], []);

    public static SpanAvailability Of(Stretch span, BusinessCalendar hours, IEnumerable<OutageSpan> outages, IEnumerable<PlannedSpan> planned)
    {
        if (span.IsEmpty) return Nothing(span);
        var works = planned.Select(each => each with { Span = each.Span & span }).Where(each => !each.Span.IsEmpty).OrderBy(each => each.Span.From).ThenBy(each => each.DowntimeId).ToList();
        var holes = works.ConvertAll(each => each.Span);
        var cut = outages.Select(each => each with { Span = each.Span & span }).Where(each => !each.Span.IsEmpty).OrderBy(each => each.Span.From).ThenBy(each => each.OutageId).ToList();
        var counted = Counted(cut, hours, holes);
        return new(
            span, hours.Between(span.From, span.To), hours.Between(span.From, span.To, holes), counted.Aggregate(TimeSpan.Zero, (sum, each) => sum + each.Counted), counted,
            [.. works.Select((work, at) => new CountedDowntime(work.DowntimeId, work.Span, Between(work.Span.Without(holes.Take(at)), hours)))]);
    }

    /// <summary>Between two instants at which one begins or ends, the heaviest is counted, of equals the one that began first.</summary>
    private static List<CountedOutage> Counted(List<OutageSpan> outages, BusinessCalendar hours, List<Stretch> holes)
    {
        var time = new long[outages.Count];
        var turns = outages.SelectMany(each => new[] { each.Span.From, each.Span.To }).Distinct().Order().ToList();
        for (var at = 1; at < turns.Count; at++)
        {
            var heaviest = -1;
            for (var one = 0; one < outages.Count; one++)
                if (outages[one].Span.Contains(turns[at - 1]) && (heaviest < 0 || outages[one].Percent > outages[heaviest].Percent)) heaviest = one;
            if (heaviest >= 0) time[heaviest] += hours.Between(turns[at - 1], turns[at], holes).Ticks;
        }

        return [.. outages.Select((each, one) => new CountedOutage(
            each.OutageId, each.Span, each.Percent, hours.Between(each.Span.From, each.Span.To, holes), new TimeSpan(time[one] / 100 * each.Percent + time[one] % 100 * each.Percent / 100)))];
    }

    private static TimeSpan Between(IEnumerable<Stretch> parts, BusinessCalendar hours) =>
        parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + hours.Between(part.From, part.To));
}
