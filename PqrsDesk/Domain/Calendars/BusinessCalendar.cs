using System.Diagnostics.CodeAnalysis;

namespace PqrsDesk.Domain.Calendars;

/// <summary>
/// When an organisation works: weekly hours in a zone, less holidays, with special dates. Counts working time in real
/// ticks and business days in local dates, which are two different things.
/// </summary>
/// <remarks>
/// Working time is real time whose local wall clock is open: minutes that daylight saving skips do not exist, minutes
/// that it repeats count twice. Safe for many threads. All results are at offset zero.
/// <para>
/// Counts from 1900 (with Colombian holidays from 1984) to the end of 2299, by UTC for instants. Beyond that a
/// <see cref="CalendarRangeException"/> is thrown in place of a wrong answer.
/// </para>
/// </remarks>
public sealed class BusinessCalendar
{
    private readonly CountedYears years;
    private readonly ZoneOffsets offsets;
    private readonly DayRules rules;
    private readonly WorkingTime time;
    private readonly WorkingDays days;

    private BusinessCalendar(CalendarDefinition definition, TimeZoneInfo zone, WeeklyHours weekly)
    {
        Definition = definition;
        Zone = zone;
        years = definition.HolidayCountry is null ? CountedYears.All : CountedYears.Colombian;
        offsets = ZoneOffsets.Of(zone);
        rules = new DayRules(definition, weekly);
        time = new WorkingTime(offsets, rules, years);
        days = new WorkingDays(rules, years);
    }

    public CalendarDefinition Definition { get; }

    public TimeZoneInfo Zone { get; }

    public static bool TryCreate(
        CalendarDefinition definition,
        [NotNullWhen(true)] out BusinessCalendar? calendar,
        [NotNullWhen(false)] out CalendarProblem? problem)
    {
        problem = CalendarCheck.Read(definition, out var zone, out var weekly);
        calendar = problem is null ? new BusinessCalendar(definition, zone!, weekly!) : null;
        return calendar is not null;
    }

    /// <summary>For definitions that were checked before.</summary>
    /// <exception cref="ArgumentException">The definition is wrong; the message names the problem.</exception>
    public static BusinessCalendar From(CalendarDefinition definition) =>
        TryCreate(definition, out var calendar, out var problem)
            ? calendar
            : throw new ArgumentException(problem.ToString(), nameof(definition));

    public bool IsOpen(DateTimeOffset instant) => time.IsOpen(instant.UtcTicks);

    /// <summary>
    /// The earliest instant at which the working time has elapsed since the start: used up at closing time it is closing
    /// time. No working time at all from a closed instant is the next opening.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative working time.</exception>
    /// <exception cref="CalendarRangeException">The start or the answer is outside what the calendar counts.</exception>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        var due = time.Add(start.UtcTicks, workingTime.Ticks);
        return due is null ? throw years.Outside() : Utc(due.Value);
    }

    /// <summary>As without pauses, on a calendar that is closed during them. They may overlap, in any order.</summary>
    /// <inheritdoc cref="Add(DateTimeOffset, TimeSpan)"/>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan workingTime, IReadOnlyList<Stretch> pauses) =>
        TryAdd(start, workingTime, pauses, out var due) ? due : throw years.Outside();

    /// <summary>False when the working time never elapses within what the calendar counts, such as under a pause
    /// without an end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative working time.</exception>
    /// <exception cref="CalendarRangeException">The start is outside what the calendar counts.</exception>
    public bool TryAdd(DateTimeOffset start, TimeSpan workingTime, IReadOnlyList<Stretch> pauses, out DateTimeOffset due)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        var found = PausedTime.Add(time, start.UtcTicks, workingTime.Ticks, pauses);
        due = found is null ? default : Utc(found.Value);
        return found is not null;
    }

    /// <summary>Working time from start to end; none when the end is before the start.</summary>
    /// <exception cref="CalendarRangeException">One of them is outside what the calendar counts.</exception>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end) =>
        end <= start ? TimeSpan.Zero : new TimeSpan(time.Between(start.UtcTicks, end.UtcTicks));

    /// <summary>As without pauses, on a calendar that is closed during them. They may overlap, in any order.</summary>
    /// <inheritdoc cref="Between(DateTimeOffset, DateTimeOffset)"/>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end, IReadOnlyList<Stretch> pauses) =>
        end <= start ? TimeSpan.Zero : new TimeSpan(PausedTime.Between(time, start.UtcTicks, end.UtcTicks, pauses));

    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant)
    {
        var utc = instant.UtcTicks;
        time.Check(utc);
        return DateOnly.FromDayNumber((int)((utc + offsets.At(utc)) / TimeSpan.TicksPerDay));
    }

    /// <summary>True when the calendar opens at any hour of that date.</summary>
    public bool IsBusinessDay(DateOnly date) => HoursOn(date).Count > 0;

    /// <summary>The hours of a date, in order: none when it is closed.</summary>
    public IReadOnlyList<LocalHours> HoursOn(DateOnly date) => rules.On(years.Checked(date)).Hours;

    /// <summary>What decides the hours of a date.</summary>
    public DayRule RuleOn(DateOnly date) => rules.On(years.Checked(date)).Rule;

    /// <summary>The holidays of a year by date, less those removed, with the calendar's own, which have no name. A date
    /// with two names has both.</summary>
    public IReadOnlyDictionary<DateOnly, string?> HolidaysIn(int year) =>
        rules.HolidaysIn(years.Checked(year));

    /// <summary>The last day of a term: day 1 is the first business day after the date. Zero days is the date itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative days.</exception>
    /// <exception cref="CalendarRangeException">The date or the answer is outside what the calendar counts.</exception>
    public DateOnly AddBusinessDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return days == 0 ? years.Checked(from) : this.days.Add(from, days);
    }

    /// <summary>Business days after the first date, up to and with the second: what a term has used at the end of it.
    /// None when the second is before the first.</summary>
    public int BusinessDaysBetween(DateOnly from, DateOnly to) => to <= from ? 0 : days.Between(from, to);

    /// <summary>The first instant of a local date.</summary>
    public DateTimeOffset StartOf(DateOnly date) => Utc(offsets.FirstPassing(Midnight(years.Checked(date))));

    /// <summary>The last second of a local date, 23:59:59: until when the last day of a term is in time.</summary>
    /// <remarks>Where the clock is set back over midnight, the last time that it shows it.</remarks>
    public DateTimeOffset EndOf(DateOnly date) =>
        Utc(offsets.LastPassing(Midnight(years.Checked(date)) + TimeSpan.TicksPerDay) - TimeSpan.TicksPerSecond);

    /// <summary>The working of <see cref="Between(DateTimeOffset, DateTimeOffset, IReadOnlyList{Stretch})"/>, each local
    /// date from start to end in order. None when the end is before the start.</summary>
    public IEnumerable<DayWorked> Explain(DateTimeOffset start, DateTimeOffset end, IReadOnlyList<Stretch> pauses)
    {
        if (end < start) return [];
        time.Check(start.UtcTicks);
        time.Check(end.UtcTicks);
        var span = new Stretch(start.ToUniversalTime(), end.ToUniversalTime());
        return new Explanation(offsets, rules, span, pauses).Days();
    }

    private static long Midnight(DateOnly date) => date.DayNumber * TimeSpan.TicksPerDay;

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
