using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Simulating;

/// <summary>Answers the questions of programs to the calendar. Touches no state.</summary>
public sealed class Calculator(ReadDeskSla desk, ExplanationWords words, IStringLocalizer<SimulatingTexts> texts)
{
    /// <summary>A question with its answer, or with what is wrong in it (null).</summary>
    internal delegate T? Answering<T>(Desk it, JsonPart asked) where T : class;

    /// <summary>What one request reads with.</summary>
    internal sealed record Desk(Faults Faults, PartReading Read, CalendarReading Calendars, ExplanationWords Words);

    internal async Task<Desk> OpenAsync(CancellationToken cancel)
    {
        var faults = new Faults(texts);
        var read = new PartReading(faults);
        return new Desk(faults, read, new CalendarReading(await desk.RunAsync(cancel), read, faults), words);
    }

    internal static DueAnswer? Due(Desk it, JsonPart asked)
    {
        var calendar = it.Calendars.Read(asked["calendar"]);
        var start = it.Read.Instant(asked["start"]);
        var length = it.Read.Minutes(asked["businessMinutes"]);
        if (calendar is null || start is not { } from || length is not { } work || !Counted(it, calendar, from, asked["start"])) return null;
        if (Range.Add(calendar, from, work) is { } due) return new DueAnswer(Local(calendar, due), it.Words.Due(calendar, from, due, []));
        it.Faults.Add(asked["businessMinutes"].Path, "Fault.TooFar", PartReading.Century);
        return null;
    }

    internal static ElapsedAnswer? Elapsed(Desk it, JsonPart asked)
    {
        var calendar = it.Calendars.Read(asked["calendar"]);
        var (start, end) = (it.Read.Instant(asked["start"]), it.Read.Instant(asked["end"]));
        if (calendar is null || start is not { } from || end is not { } to) return null;
        if (!Counted(it, calendar, from, asked["start"]) || !Counted(it, calendar, to, asked["end"])) return null;
        if (Range.Within(from, to)) return new ElapsedAnswer(Minutes(calendar.Between(from, to)));
        it.Faults.Add(asked["end"].Path, "Fault.TooFar", PartReading.Century);
        return null;
    }

    internal static TermAnswer? Term(Desk it, JsonPart asked)
    {
        var calendar = asked["calendar"].IsAbsent ? it.Calendars.Legal() : it.Calendars.Read(asked["calendar"]);
        var filed = it.Read.Instant(asked["filedAt"]);
        var days = Length(it, asked);
        if (calendar is null || filed is not { } at || days is not { } length || !Counted(it, calendar, at, asked["filedAt"])) return null;
        var filedOn = calendar.DateOf(at);
        if (Range.LastDay(calendar, filedOn, length) is { } last) return new TermAnswer(last, Local(calendar, calendar.EndOf(last)), it.Words.Term(calendar, filedOn, length));
        it.Faults.Add(asked[asked["regime"].IsAbsent ? "businessDays" : "filedAt"].Path, "Fault.TooFar", PartReading.Century);
        return null;
    }

    /// <summary>Business minutes, exact to the tick.</summary>
    internal static decimal Minutes(TimeSpan length) => length.Ticks / (decimal)TimeSpan.TicksPerMinute;

    internal static DateTimeOffset Local(BusinessCalendar calendar, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, calendar.Zone);

    internal static bool Counted(Desk it, BusinessCalendar calendar, DateTimeOffset at, JsonPart part)
    {
        if (Range.Counts(calendar, at)) return true;
        it.Faults.Add(part.Path, "Fault.OutOfRange");
        return false;
    }

    private static int? Length(Desk it, JsonPart asked)
    {
        var (days, regime) = (asked["businessDays"], asked["regime"]);
        if (!days.IsAbsent && !regime.IsAbsent)
        {
            it.Faults.Add(regime.Path, "Fault.OneOfTwo");
            return null;
        }

        if (regime.IsAbsent) return it.Read.Days(days);
        if (it.Read.Text(regime) is not { } code) return null;
        if (TermCatalogue.Find(code) is { } term) return term.BusinessDays;
        it.Faults.Add(regime.Path, "Fault.UnknownRegime", string.Join(", ", TermCatalogue.All.Select(each => each.Code)));
        return null;
    }
}
