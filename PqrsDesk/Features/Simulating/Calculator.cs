using System.Globalization;
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

    /// <remarks>On the desk's legal calendar the filing has the date that the desk gives it; on another, its own.</remarks>
    internal static TermAnswer? Term(Desk it, JsonPart asked)
    {
        var own = asked["calendar"].IsAbsent;
        var calendar = own ? it.Calendars.Legal() : it.Calendars.Read(asked["calendar"]);
        var filed = it.Read.Instant(asked["filedAt"]);
        var countsFrom = calendar is not null && filed is { } instant && Counted(it, calendar, instant, asked["filedAt"]) ? From(it, asked, calendar, instant, own) : null;
        var length = Length(it, asked, countsFrom);
        if (calendar is null || filed is not { } at || countsFrom is not { } from || length is not { } term) return null;
        var filedOn = calendar.DateOf(at);
        var due = term.Unit == DeadlineUnit.ClockMinutes
            ? Range.Add(term.Unit.Over(calendar), at, TimeSpan.FromMinutes(term.Amount))
            : Range.LastDay(term.Unit, calendar, from, term.Amount) is { } last ? calendar.EndOf(last) : null;
        if (due is { } end)
        {
            return new TermAnswer(calendar.DateOf(end), Local(calendar, end),
            [
                .. from == filedOn || !term.Unit.IsTerm() ? Array.Empty<string>() : [it.Words.Effective(filedOn, from)],
                .. it.Words.Term(term.Unit, calendar, at, from, term.Amount),
            ], from, term.Rule?.Definition.Source, term.Rule?.Definition.IsConfirmed);
        }

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

    private static DateOnly? From(Desk it, JsonPart asked, BusinessCalendar calendar, DateTimeOffset at, bool own)
    {
        var from = own ? Range.EffectiveOn(it.Calendars.Sla, calendar, at) : calendar.DateOf(at);
        if (from is null) it.Faults.Add(asked["filedAt"].Path, "Fault.OutOfRange");
        return from;
    }

    /// <param name="filedOn">The effective filing date, by which a rule is in force; null when it could not be read.</param>
    private static (DeadlineUnit Unit, int Amount, LegalRule? Rule)? Length(Desk it, JsonPart asked, DateOnly? filedOn)
    {
        var (days, regime) = (asked["businessDays"], asked["regime"]);
        if (!days.IsAbsent && !regime.IsAbsent)
        {
            it.Faults.Add(regime.Path, "Fault.OneOfTwo");
            return null;
        }

        if (regime.IsAbsent) return it.Read.Days(days) is { } businessDays ? (DeadlineUnit.BusinessDays, businessDays, null) : null;
        if (it.Read.Text(regime) is not { } code) return null;
        var known = CitedTerm.Codes(it.Calendars.Sla.Law);
        if (!known.Contains(code)) it.Faults.Add(regime.Path, "Fault.UnknownRegime", string.Join(", ", known));
        else if (filedOn is { } on && CitedTerm.Find(it.Calendars.Sla.Law, code, on) is { } term) return (term.Unit, term.Amount, term.Rule);
        else if (filedOn is { } date) it.Faults.Add(regime.Path, "Fault.RegimeNotThen", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return null;
    }
}
