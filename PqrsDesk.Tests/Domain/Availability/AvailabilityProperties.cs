using FsCheck;
using FsCheck.Fluent;
using PqrsDesk.Domain.Calendars;
using Xunit;

namespace PqrsDesk.Domain.Availability;

/// <summary>What holds of every calendar, outage and planned work, in zones that turn their clocks.</summary>
public class AvailabilityProperties
{
    [Fact]
    public void Counting_in_sets_agrees_with_looking_at_every_minute() => Holds(150, it =>
    {
        long committed = 0, hundredths = 0;
        for (var minute = it.Span.From; minute < it.Span.To; minute = minute.AddMinutes(1))
        {
            if (!it.Oracle.IsOpen(minute) || it.Planned.Any(work => work.Span.Contains(minute))) continue;
            committed++;
            hundredths += it.Outages.Where(outage => outage.Span.Contains(minute)).Select(outage => outage.Percent).DefaultIfEmpty().Max();
        }

        var counted = it.Count();
        return counted.Committed == TimeSpan.FromMinutes(committed) && counted.Down == new TimeSpan(hundredths * TimeSpan.TicksPerMinute / 100);
    });

    [Fact]
    public void What_each_is_counted_for_adds_up() => Holds(400, it => it.Count() is var counted
        && counted.Outages.Sum(outage => outage.Counted.Ticks) == counted.Down.Ticks
        && counted.Planned.Sum(work => work.Open.Ticks) == counted.PlannedOut.Ticks
        && counted.Outages.All(outage => outage.Counted <= outage.Committed));

    [Fact]
    public void It_is_never_less_than_nothing_nor_more_than_all() => Holds(400, it => it.Count() is var counted
        && (counted.Percent is null ? counted.Committed == TimeSpan.Zero : counted.Percent is >= 0 and <= 100)
        && (counted.Percent != 100 || counted.Down == TimeSpan.Zero));

    [Fact]
    public void The_same_outage_twice_changes_nothing() => Holds(400, it =>
        SpanAvailability.Of(it.Span, it.Hours, [.. it.Outages, .. it.Outages], it.Planned).Down == it.Count().Down);

    [Fact]
    public void Planned_work_over_an_outage_takes_it_out() => Holds(400, it =>
        SpanAvailability.Of(it.Span, it.Hours, it.Outages, [.. it.Planned, .. it.Outages.Select(outage => new PlannedSpan(9, outage.Span))]).Down == TimeSpan.Zero);

    [Fact]
    public void One_more_outage_never_makes_it_better() => Holds(400, it => it.Outages.Count == 0
        || SpanAvailability.Of(it.Span, it.Hours, it.Outages.Skip(1), it.Planned).Down <= it.Count().Down);

    [Fact]
    public void A_span_is_the_sum_of_its_parts() => Holds(400, it =>
    {
        var middle = it.Span.From + TimeSpan.FromMinutes(Math.Floor(it.Span.Length.TotalMinutes * 0.37));
        var (first, second) = (Part(it.Span.From, middle), Part(middle, it.Span.To));
        return first.Committed + second.Committed == it.Count().Committed && Math.Abs((first.Down + second.Down - it.Count().Down).Ticks) <= it.Outages.Count;

        SpanAvailability Part(DateTimeOffset from, DateTimeOffset to) => SpanAvailability.Of(new Stretch(from, to), it.Hours, it.Outages, it.Planned);
    });

    private static void Holds(int times, Func<Case, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(Cases, property));

    private static Arbitrary<Case> Cases { get; } = Arb.From(
        from situation in Situations.Any.Generator
        from other in Situations.Any.Generator
        from percents in Gen.ListOf(Gen.OneOf(Gen.Constant(100), Gen.Choose(1, 99)), 4)
        let start = Whole(situation.Start)
        let shift = Whole(other.Start) - Whole(situation.Start)
        let outages = other.Pauses.Select(pause => new Stretch(Whole(pause.From) - shift, Whole(pause.To) - shift)).Select((span, at) => new OutageSpan(at + 1, span, percents[at % percents.Count])).ToList()
        select new Case(situation.Definition, new Stretch(start, Whole(situation.End)), outages, [.. situation.Pauses.Select((pause, at) => new PlannedSpan(at + 1, new Stretch(Whole(pause.From), Whole(pause.To))))]));

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private sealed record Case(CalendarDefinition Definition, Stretch Span, IReadOnlyList<OutageSpan> Outages, IReadOnlyList<PlannedSpan> Planned)
    {
        public BusinessCalendar Hours { get; } = BusinessCalendar.From(Definition);

        public MinuteByMinute Oracle { get; } = new(Definition);

        public SpanAvailability Count() => SpanAvailability.Of(Span, Hours, Outages, Planned);

        public override string ToString() => $"{Definition.TimeZone} {Span}\n{string.Join("\n", Outages)}\n{string.Join("\n", Planned)}";
    }
}
