using FsCheck;
using FsCheck.Fluent;
using PqrsDesk.Domain.Calendars;
using Xunit;

namespace PqrsDesk.Domain.Sla;

/// <summary>The replay against a walk that looks at every minute and keeps two counters.</summary>
public sealed class ReplayProperties
{
    private static readonly string[] Zones = ["America/Bogota", "America/New_York", "Europe/Madrid", "America/Santiago", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe"];
    private static readonly string[] Beginnings = ["2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30", "2026-04-03", "2026-09-04", "2026-03-19"];

    private static readonly IReadOnlyList<HoursBlock>[] Weeks =
    [
        HoursBlock.AroundTheClock,
        SampleCalendars.Office.Weekly,
        [SampleCalendars.Block(DayOfWeek.Sunday, "00:00", "05:00"), SampleCalendars.Block(DayOfWeek.Saturday, "22:00", "24:00"), SampleCalendars.Block(DayOfWeek.Tuesday, "06:30", "07:15")],
    ];

    [Fact]
    public void The_replay_agrees_with_looking_at_every_minute() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Arb.From(Histories), it =>
        {
            Assert.True(ClockHistory.TryCreate(it.Events, out var history, out _));
            var replay = new ClockReplay(BusinessCalendar.From(it.Calendar), it.Targets, history);
            var walk = new MinuteWalk(it.Calendar, it.Targets, it.Events);
            foreach (var asOf in it.AsOf) Assert.Equal(walk.At(asOf), Seen(replay.At(asOf)));
        }));

    [Fact]
    public void Seconds_and_fractions_of_the_events_are_kept() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(Arb.From(Histories), it =>
        {
            List<ClockEvent> events = [.. it.Events.Select((happened, index) => happened with { At = happened.At.AddTicks(12_345_678L * (index + 1)) })];
            Assert.True(ClockHistory.TryCreate(events, out var history, out _));
            var replay = new ClockReplay(BusinessCalendar.From(it.Calendar), it.Targets, history);
            var oracle = new MinuteByMinute(it.Calendar);
            var start = events[0].At;
            foreach (var asOf in it.AsOf.Where(at => at >= start).Order().Take(3))
            {
                var (state, seen) = (replay.At(asOf), Heard(events, asOf));
                Assert.Equal(oracle.Between(start, seen.RepliedAt ?? asOf, []), state.Response.Used);
                Assert.Equal(oracle.Between(start, asOf, seen.Holds), state.Resolution.Used);
                if (state.Resolution.DueAt is not { } due) continue;
                var horizon = asOf.AddDays(14);
                var expected = oracle.Add(start, it.Targets[seen.Priority].Resolution!.Value, seen.Holds, horizon);
                Assert.True(expected is null ? due >= horizon : due == expected, $"As of {asOf:O} due {due:O}, by looking at every minute {expected:O}.");
            }
        }));

    private static (DateTimeOffset? RepliedAt, List<Stretch> Holds, string Priority) Heard(List<ClockEvent> events, DateTimeOffset asOf)
    {
        var (flags, holds) = (new ClockFlags(), new List<Stretch>());
        (DateTimeOffset? replied, DateTimeOffset? since) = (null, null);
        foreach (var happened in events.Where(happened => happened.At <= asOf))
        {
            flags.Hear(happened);
            if (flags.Replied) replied ??= happened.At;
            if (flags.Held) since ??= happened.At;
            if (flags.Held || since is not { } from) continue;
            holds.Add(new Stretch(from, happened.At));
            since = null;
        }

        if (since is { } open) holds.Add(new Stretch(open, asOf));
        return (replied, holds, flags.Priority);
    }

    private static Gen<Lived> Histories { get; } =
        from zone in Gen.Elements(Zones)
        from weekly in Gen.Elements(Weeks)
        from begin in Gen.Elements(Beginnings)
        from country in Gen.Elements("CO", null!)
        from closed in Gen.Choose(0, 6)
        from other in Gen.Choose(0, 6)
        from offset in Gen.Choose(0, 2 * 1440)
        from types in Gen.ListOf(Gen.Elements(Enum.GetValues<ClockEventType>()[1..]))
        from gaps in Gen.ListOf(Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 90), Gen.Choose(0, 2000)), types.Count)
        from priorities in Gen.ListOf(Gen.Elements("high", "low", "half", "none"), types.Count + 1)
        from waits in Gen.ListOf(Gen.Elements(true, false), types.Count)
        from responses in Gen.ListOf(Gen.Choose(0, 400), 2)
        from resolutions in Gen.ListOf(Gen.Choose(0, 900), 3)
        from asOf in Gen.ListOf(Gen.Choose(0, 9000), 6)
        select Lived.Of(CalendarOf(zone, weekly, country, SampleCalendars.On(begin), closed, other), SampleCalendars.At($"{begin}T00:00Z").AddMinutes(offset), types, gaps, priorities, waits, responses, resolutions, asOf);

    /// <summary>With one date closed and one open at other hours, over midnight, in the days after the beginning.</summary>
    private static CalendarDefinition CalendarOf(string zone, IReadOnlyList<HoursBlock> weekly, string? country, DateOnly begin, int closed, int other) => new()
    {
        TimeZone = zone,
        Weekly = weekly,
        HolidayCountry = country,
        ExtraHolidays = [begin.AddDays(closed)],
        SpecialDates = [new(begin.AddDays(other), null, [SampleCalendars.Hours("00:00", "02:30"), SampleCalendars.Hours("21:15", "24:00")])],
    };

    private static MinuteState Seen(ClockState state) => new(
        state.Response.State, state.Response.DueAt, (int)state.Response.Used.TotalMinutes,
        state.Resolution.State, state.Resolution.DueAt, (int)state.Resolution.Used.TotalMinutes);

    private sealed record Lived(CalendarDefinition Calendar, Dictionary<string, ClockTargets> Targets, List<ClockEvent> Events, List<DateTimeOffset> AsOf)
    {
        public static Lived Of(
            CalendarDefinition calendar, DateTimeOffset begin, List<ClockEventType> types, List<int> gaps,
            List<string> priorities, List<bool> waits, List<int> responses, List<int> resolutions, List<int> asOf)
        {
            var events = new List<ClockEvent> { new(begin, ClockEventType.Created, priorities[0]) };
            for (var index = 0; index < types.Count && index < 12; index++)
                events.Add(new ClockEvent(events[^1].At.AddMinutes(gaps[index]), types[index], priorities[index + 1], waits[index]));
            return new Lived(
                calendar,
                new Dictionary<string, ClockTargets>
                {
                    ["high"] = new(TimeSpan.FromMinutes(responses[0]), TimeSpan.FromMinutes(resolutions[0])),
                    ["low"] = new(TimeSpan.FromMinutes(responses[1]), TimeSpan.FromMinutes(resolutions[1])),
                    ["half"] = new(null, TimeSpan.FromMinutes(resolutions[2])),
                },
                events,
                [.. asOf.Select(minutes => begin.AddMinutes(minutes)), .. events.Select(happened => happened.At)]);
        }

        public override string ToString() =>
            $"{Calendar.TimeZone} {string.Join(" ", Targets.Select(each => $"{each.Key}={each.Value.Response}/{each.Value.Resolution}"))}\n{string.Join("\n", Events)}\nas of {string.Join(" ", AsOf.Select(at => $"{at:O}"))}";
    }
}
