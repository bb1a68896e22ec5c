using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace PqrsDesk.Domain.Calendars;

/// <summary>A calendar and a span on it with pauses: what the properties are asked of.</summary>
internal sealed record Situation(
    CalendarDefinition Definition, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<Stretch> Pauses, TimeSpan Work)
{
    public BusinessCalendar Calendar { get; } = BusinessCalendar.From(Definition);

    public MinuteByMinute Oracle { get; } = new(Definition);

    public override string ToString() =>
        $"{JsonSerializer.Serialize(Definition)}\n{Start:O} .. {End:O}, work {Work}, pauses {string.Join(" ", Pauses.Select(each => $"[{each.From:O} {each.To:O})"))}";
}

/// <summary>Where situations come from: zones that turn at odd hours, sparse and full weeks, spans near a turn.</summary>
internal static class Situations
{
    private static readonly string[] Zones =
    [
        "America/Bogota", "America/New_York", "Europe/Madrid", "America/Santiago", "Asia/Kolkata",
        "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca",
    ];

    /// <summary>Days around which the zones above turn their clocks, and the ends of years.</summary>
    private static readonly string[] Anchors =
    [
        "2026-03-08", "2026-11-01", "2026-03-29", "2026-10-25", "2026-04-05", "2026-09-06", "2026-10-04",
        "2026-02-15", "2026-03-22", "2010-11-07", "2025-12-31", "2028-02-29", "2038-01-19", "2027-06-14",
    ];

    public static Arbitrary<Situation> Any { get; } = Arb.From(
        from anchor in Gen.Elements(Anchors).Select(SampleCalendars.On)
        from definition in Definitions(anchor)
        from start in Instants(anchor)
        from length in Gen.Choose(0, 10 * 24 * 3600)
        from fraction in Gen.Choose(0, 9_999_999)
        from pauses in Pauses(anchor)
        from minutes in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 600), Gen.Choose(1, 4000), Gen.Elements(60, 240, 480, 960))
        from partial in Gen.Elements(0L, 0L, 0L, 1L, 12_345_678L)
        select new Situation(
            definition,
            start,
            start.AddSeconds(length).AddTicks(fraction),
            pauses,
            new TimeSpan((minutes * TimeSpan.TicksPerMinute) + partial)));

    private static Gen<CalendarDefinition> Definitions(DateOnly anchor) =>
        from zone in Gen.Elements(Zones)
        from weekly in Weeks
        from country in Gen.Elements("CO", null!)
        from extra in Dates(anchor)
        from removed in Dates(anchor)
        from specials in Dates(anchor)
        from hours in Gen.ListOf(Gen.OneOf(Days, Days, Gen.Constant<IReadOnlyList<LocalHours>>([])), specials.Count)
        select new CalendarDefinition
        {
            TimeZone = zone,
            Weekly = weekly,
            HolidayCountry = country,
            ExtraHolidays = extra,
            RemovedHolidays = removed,
            SpecialDates = [.. specials.Select((date, index) => new SpecialDate(date, null, hours[index]))],
        };

    /// <summary>The hours of a day: none, or the spaces between an even number of cuts.</summary>
    private static Gen<IReadOnlyList<LocalHours>> Days { get; } =
        from cuts in Gen.ListOf(Gen.OneOf(Gen.Choose(0, 1440), Gen.Choose(0, 24).Select(hour => hour * 60)))
        select (IReadOnlyList<LocalHours>)[.. cuts.Distinct().Order().Take(8).Chunk(2)
            .Where(pair => pair.Length == 2)
            .Select(pair => new LocalHours(TimeSpan.FromMinutes(pair[0]), TimeSpan.FromMinutes(pair[1])))];

    private static Gen<IReadOnlyList<HoursBlock>> Weeks { get; } = Gen.OneOf(
        Gen.Constant(HoursBlock.AroundTheClock),
        Gen.Constant(SampleCalendars.Office.Weekly),
        Gen.Constant<IReadOnlyList<HoursBlock>>([SampleCalendars.Block(DayOfWeek.Sunday, "00:00", "03:00")]),
        Gen.Constant<IReadOnlyList<HoursBlock>>(
        [
            SampleCalendars.Block(DayOfWeek.Saturday, "22:30", "24:00"), SampleCalendars.Block(DayOfWeek.Sunday, "00:00", "02:15"),
            SampleCalendars.Block(DayOfWeek.Wednesday, "23:59", "24:00"),
        ]),
        from days in Gen.ListOf(Days, 7)
        let blocks = days.SelectMany((hours, day) => hours.Select(each => new HoursBlock((DayOfWeek)day, each.From, each.To)))
        select (IReadOnlyList<HoursBlock>)[.. blocks.DefaultIfEmpty(SampleCalendars.Block(DayOfWeek.Monday, "08:00", "09:00"))]);

    private static Gen<DateTimeOffset> Instants(DateOnly anchor) =>
        from seconds in Gen.OneOf(
            Gen.Choose(-6 * 86_400, 3 * 86_400),
            Gen.Choose(-6 * 96, 3 * 96).Select(quarter => quarter * 900))
        from ticks in Gen.Elements(0, 0, 1, 9_999_999, 5_000_000)
        select new DateTimeOffset(anchor.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(seconds).AddTicks(ticks);

    private static Gen<List<DateOnly>> Dates(DateOnly anchor) =>
        from count in Gen.Elements(0, 0, 1, 3)
        from days in Gen.ListOf(Gen.Choose(-6, 8), count)
        select days.Distinct().Select(anchor.AddDays).ToList();

    private static Gen<IReadOnlyList<Stretch>> Pauses(DateOnly anchor) =>
        from count in Gen.Choose(0, 4)
        from starts in Gen.ListOf(Instants(anchor), count)
        from lengths in Gen.ListOf(Gen.OneOf(Gen.Choose(0, 7200), Gen.Choose(0, 172_800)), count)
        select (IReadOnlyList<Stretch>)[.. starts.Zip(lengths, (start, seconds) => new Stretch(start, start.AddSeconds(seconds)))];
}
