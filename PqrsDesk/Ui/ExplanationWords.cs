using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Ui;

/// <summary>The words of a working: why something is due when it is.</summary>
public sealed class ExplanationTexts;

/// <summary>Turns the working of a calendar into sentences, one for each day, in the language of the reader.</summary>
/// <remarks>Long workings keep their first and last days; what lies between is told in one sentence with its sum.</remarks>
public sealed class ExplanationWords(IStringLocalizer<ExplanationTexts> texts)
{
    /// <summary>Days told one by one at either end of a long working.</summary>
    private const int Told = 31;

    /// <summary>Closed days in a row from which on they are told as one.</summary>
    private const int Row = 4;

    /// <summary>The working of a due instant in working time.</summary>
    /// <param name="due">What the calendar says, with the same pauses.</param>
    public IReadOnlyList<string> Due(BusinessCalendar calendar, DateTimeOffset start, DateTimeOffset due, IReadOnlyList<Stretch> pauses) =>
        [.. Working(calendar, start, due, pauses), texts["Due", Duration(calendar.Between(start, due, pauses)), DayOf(calendar, due, null), Time(calendar, due)]];

    /// <summary>What counted between two instants, day by day.</summary>
    public IReadOnlyList<string> Working(BusinessCalendar calendar, DateTimeOffset start, DateTimeOffset end, IReadOnlyList<Stretch> pauses)
    {
        if (end < start) return [];
        var (first, last) = (calendar.DateOf(start), calendar.DateOf(end));
        if (last.DayNumber - first.DayNumber <= 2 * Told) return Say(calendar, calendar.Explain(start, end, pauses), null);

        var (head, tail) = (calendar.StartOf(first.AddDays(Told)), calendar.StartOf(last.AddDays(1 - Told)));
        return
        [
            .. Say(calendar, calendar.Explain(start, head, pauses), null),
            texts["Between", Day(first.AddDays(Told), null), Day(last.AddDays(-Told), null), Duration(calendar.Between(head, tail, pauses))],
            .. Say(calendar, calendar.Explain(tail, end, pauses), last.AddDays(-Told).Year),
        ];
    }

    /// <summary>The working of a term in business days, from the day after a date.</summary>
    public IReadOnlyList<string> Term(BusinessCalendar calendar, DateOnly filedOn, int businessDays)
    {
        var last = calendar.AddBusinessDays(filedOn, businessDays);
        var lines = new List<string> { texts["Term.Filed", Day(filedOn, null)] };
        var head = businessDays <= 2 * Told ? last : calendar.AddBusinessDays(filedOn, Told);
        lines.AddRange(Counted(calendar, filedOn, head, 0));
        if (head < last)
        {
            var tail = calendar.AddBusinessDays(filedOn, businessDays - Told);
            lines.Add(texts["Term.Between", Told + 1, businessDays - Told, Day(head.AddDays(1), null), Day(tail, head.Year)]);
            lines.AddRange(Counted(calendar, tail, last, businessDays - Told));
        }

        lines.Add(DueOn(calendar, last));
        return lines;
    }

    /// <summary>The working of a term in any unit, from the day after a date, or from the instant of the filing.</summary>
    /// <param name="amount">Minutes, for a term in clock hours.</param>
    public IReadOnlyList<string> Term(DeadlineUnit unit, BusinessCalendar calendar, DateTimeOffset filedAt, DateOnly countsFrom, int amount)
    {
        if (unit == DeadlineUnit.BusinessDays) return Term(calendar, countsFrom, amount);
        if (unit == DeadlineUnit.ClockMinutes)
        {
            var clock = unit.OverInWords(calendar);
            var due = clock.Add(filedAt, TimeSpan.FromMinutes(amount));
            return [texts["Term.Clock", DayOf(clock, filedAt, null), Time(clock, filedAt)], .. Due(clock, filedAt, due, [])];
        }

        var last = unit.LastDay(calendar, countsFrom, amount);
        return [texts["Term.Filed", Day(countsFrom, null)], texts[(unit, amount) is (DeadlineUnit.Months, 1) ? "Term.Months.One" : $"Term.{unit}", amount, Day(last, null)], DueOn(calendar, last)];
    }

    /// <summary>That legal terms count from another date than that of the filing.</summary>
    public string Effective(DateOnly filedOn, DateOnly effectiveOn) => texts["Term.Effective", Day(filedOn, null), Day(effectiveOn, null)];

    /// <summary>One sentence for each day; long rows of days without hours are told as one.</summary>
    /// <param name="days">Of <see cref="BusinessCalendar.Explain"/>, in order.</param>
    public IReadOnlyList<string> Say(BusinessCalendar calendar, IEnumerable<DayWorked> days) => Say(calendar, days, null);

    /// <summary><c>1 h 30 min</c>, <c>20 s</c>, <c>0 min</c>.</summary>
    public string Duration(TimeSpan length)
    {
        var hours = (long)length.TotalHours;
        var seconds = length.Seconds + ((length.Ticks % TimeSpan.TicksPerSecond) / (decimal)TimeSpan.TicksPerSecond);
        string?[] parts =
        [
            hours > 0 ? texts["Hours", hours.ToString("N0", CultureInfo.CurrentCulture)].Value : null,
            length.Minutes > 0 || length < TimeSpan.FromTicks(1) ? texts["Minutes", length.Minutes].Value : null,
            seconds > 0 ? texts["Seconds", seconds.ToString("0.#######", CultureInfo.CurrentCulture)].Value : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    private string DueOn(BusinessCalendar calendar, DateOnly last) =>
        texts["Term.Due", Day(last, null), calendar.EndOf(last).ToOffset(OffsetOf(calendar, calendar.EndOf(last))).ToString("HH:mm:ss", CultureInfo.InvariantCulture)];

    private List<string> Say(BusinessCalendar calendar, IEnumerable<DayWorked> days, int? year)
    {
        var lines = new List<string>();
        var shut = new List<DateOnly>();
        foreach (var day in days)
        {
            if (day.Rule is DayRule.NoHours)
            {
                shut.Add(day.Date);
                continue;
            }

            year = Shut(lines, shut, year);
            lines.Add(texts["Line", Day(day.Date, year), On(calendar, day)]);
            year = day.Date.Year;
        }

        Shut(lines, shut, year);
        return lines;
    }

    /// <summary>Tells the closed days that have gathered.</summary>
    /// <returns>The year of the last line, which the next need not repeat.</returns>
    private int? Shut(List<string> lines, List<DateOnly> shut, int? year)
    {
        if (shut.Count >= Row)
        {
            lines.Add(texts["Closed.Row", Day(shut[0], year), Day(shut[^1], shut[0].Year)]);
        }
        else
        {
            foreach (var date in shut)
            {
                lines.Add(texts["Line", Day(date, year), texts["Closed"].Value]);
                year = date.Year;
            }
        }

        if (shut.Count > 0) year = shut[^1].Year;
        shut.Clear();
        return year;
    }

    private List<string> Counted(BusinessCalendar calendar, DateOnly after, DateOnly last, int counted)
    {
        var (lines, shut) = (new List<string>(), new List<DateOnly>());
        int? year = after.Year;
        for (var date = after.AddDays(1); date <= last; date = date.AddDays(1))
        {
            var rule = calendar.RuleOn(date);
            if (rule is DayRule.NoHours)
            {
                shut.Add(date);
                continue;
            }

            year = Shut(lines, shut, year);
            lines.Add(calendar.IsBusinessDay(date) ? texts["Term.Day", ++counted, Day(date, year)] : texts["Line", Day(date, year), Why(rule)]);
            year = date.Year;
        }

        return lines;
    }

    private string On(BusinessCalendar calendar, DayWorked day)
    {
        if (day.Rule is not DayRule.Weekly and not DayRule.Special { Opens: true }) return Why(day.Rule);
        var hours = day.Open.Count == 0 ? texts["OutOfHours"] : texts["Open", Hours(calendar, day.Open, "Span")];
        var paused = day.Paused.Count == 0 ? "" : texts["Paused", Hours(calendar, day.Paused, "FromTo")].Value;
        var worked = day.Open.Count == 0 ? "" : day.Worked > TimeSpan.Zero ? texts["Counts", Duration(day.Worked)].Value : texts["CountsNothing"].Value;
        var special = day.Rule is DayRule.Special { Name: var name } ? (name is null ? texts["Special"] : texts["Special.Named", name]).Value : "";
        return special + hours + paused + worked;
    }

    private string Why(DayRule rule) => rule switch
    {
        DayRule.Holiday { Name: { } name } => texts["Holiday.Named", name],
        DayRule.Holiday => texts["Holiday"],
        DayRule.Special { Name: { } name } => texts["Closed.Named", name],
        DayRule.Special or DayRule.NoHours => texts["Closed"],
        DayRule.Weekly => texts["OutOfHours"],
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    private string Hours(BusinessCalendar calendar, IReadOnlyList<Stretch> parts, string form) =>
        string.Join(", ", parts.Select(part => texts[form, Time(calendar, part.From), EndTime(calendar, part)].Value));

    private static string EndTime(BusinessCalendar calendar, Stretch part)
    {
        // Where the clock is turned at its end, the part ends by the clock that it began with.
        var time = Written(part.To, OffsetOf(calendar, part.To.AddTicks(-1)));
        return time == "00:00" ? "24:00" : time;
    }

    /// <summary>The wall clock to the second where there are seconds.</summary>
    private static string Time(BusinessCalendar calendar, DateTimeOffset instant) => Written(instant, OffsetOf(calendar, instant));

    private static string Written(DateTimeOffset instant, TimeSpan offset) =>
        instant.ToOffset(offset).ToString(instant.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static TimeSpan OffsetOf(BusinessCalendar calendar, DateTimeOffset instant) => calendar.Zone.GetUtcOffset(instant);

    private string DayOf(BusinessCalendar calendar, DateTimeOffset instant, int? year) => Day(calendar.DateOf(instant), year);

    /// <param name="year">The year that the reader knows already; another is told.</param>
    private string Day(DateOnly date, int? year) =>
        date.ToString(texts[year == date.Year ? "Day" : "Day.Year"], CultureInfo.CurrentCulture);
}
