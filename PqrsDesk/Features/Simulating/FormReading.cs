using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Simulating;

/// <summary>Reads what was typed into the simulator. What cannot be read is told by the id of its field.</summary>
internal sealed class FormReading(DeskSla sla, IStringLocalizer<SimulatingTexts> texts)
{
    /// <summary>Days that a time line can show and still be read.</summary>
    private const int MostDays = 92;

    private readonly Faults faults = new(texts);

    public IReadOnlyDictionary<string, string[]> Errors => faults.ByField;

    public Simulation? Read(SimulatorForm form)
    {
        var calendar = form.CalendarKey.Length > 0 ? OfDesk(form.CalendarKey, FieldIds.Calendar) : Sketched(form.Sketch);
        var targets = new Dictionary<string, ClockTargets>();
        foreach (var target in form.Targets)
            targets[target.Priority.ToString()] = new(Minutes(target.Response, FieldIds.Response(target.Priority)), Minutes(target.Resolution, FieldIds.Resolution(target.Priority)));
        if (calendar is null) return null;

        var events = form.Events.Select((each, index) => EventOf(calendar, each, index)).ToList();
        var until = Instant(calendar, form.Until, FieldIds.Until);
        if (faults.Any || until is not { } end) return null;
        if (!ClockHistory.TryCreate([.. events.OfType<ClockEvent>()], out var history, out var problem))
        {
            faults.Add(FieldIds.EventAt(problem.Index), "Fault.OutOfOrder");
            return null;
        }

        if (end < history.Events[^1].At) faults.Add(FieldIds.Until, "Fault.UntilTooEarly");
        else if (end > history.CreatedAt.AddDays(MostDays)) faults.Add(FieldIds.Until, "Fault.UntilTooLate", MostDays);
        return faults.Any ? null : Simulated(calendar, targets, history, end);
    }

    /// <summary>The calendar of a key, or null with a fault.</summary>
    public BusinessCalendar? OfDesk(string key, string field)
    {
        if (sla.Current.FirstOrDefault(calendar => calendar.Key == key) is { } version) return BusinessCalendar.From(version.Definition);
        faults.Add(field, "Fault.Required");
        return null;
    }

    /// <summary>The term of a code among those in force; null with a fault.</summary>
    public CitedTerm? InForce(string code, IReadOnlyList<CitedTerm> offered, string field)
    {
        var term = offered.FirstOrDefault(each => each.Code == code);
        if (term is null) faults.Add(field, "Term.NotThen");
        return term;
    }

    /// <summary>A local time of the calendar's zone. One that is shown twice is taken as the second.</summary>
    public DateTimeOffset? Instant(BusinessCalendar calendar, string typed, string field)
    {
        if (!DateTime.TryParseExact(typed, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) faults.Add(field, "Fault.DateTime");
        else if (local.Year is < ColombianHolidays.FirstYear + 1 or > 2200) faults.Add(field, "Fault.OutOfRange");
        else if (calendar.Zone.IsInvalidTime(local)) faults.Add(field, "Fault.SkippedTime");
        else return new DateTimeOffset(local, calendar.Zone.GetUtcOffset(local));
        return null;
    }

    /// <summary>A whole number of business days.</summary>
    public int? Days(string typed, string field)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 1_000) return days;
        faults.Add(field, "Fault.Days", 1_000);
        return null;
    }

    private static Simulation Simulated(BusinessCalendar calendar, Dictionary<string, ClockTargets> targets, ClockHistory history, DateTimeOffset end)
    {
        var replay = new ClockReplay(calendar, targets, history);
        var steps = new List<SimulationStep>();
        foreach (var happened in history.Events) steps.Add(new(happened, replay.At(happened.At)));
        steps.Add(new(null, replay.At(end)));

        var furthest = history.CreatedAt.AddDays(MostDays);
        var to = new[] { end, steps[^1].State.Response.DueAt, steps[^1].State.Resolution.DueAt }.Max(at => at is { } due && due < furthest ? due : end);
        return new Simulation(calendar, steps, [.. calendar.Explain(history.CreatedAt, to, []).SelectMany(day => day.Open)], to);
    }

    private ClockEvent? EventOf(BusinessCalendar calendar, EventForm form, int index) =>
        Instant(calendar, form.At, FieldIds.EventAt(index)) is { } at
            ? new ClockEvent(at, index == 0 ? ClockEventType.Created : form.Type, form.Priority.ToString(), form is { Type: ClockEventType.AgentReply, WaitingOnCustomer: true })
            : null;

    private TimeSpan? Minutes(string typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var minutes) && minutes <= 1_000_000) return TimeSpan.FromMinutes(minutes);
        faults.Add(field, "Fault.WholeMinutes");
        return null;
    }

    private BusinessCalendar? Sketched(SketchForm sketch)
    {
        var blocks = SketchForm.Week.SelectMany(day => Blocks(day, sketch.Hours[(int)day])).ToList();
        var holidays = Dates(sketch.Holidays);
        if (faults.Any) return null;
        var definition = new CalendarDefinition
        {
            TimeZone = sketch.Zone.Trim(),
            Weekly = blocks,
            HolidayCountry = sketch.NationalHolidays ? "CO" : null,
            ExtraHolidays = holidays,
        };
        if (BusinessCalendar.TryCreate(definition, out var calendar, out var problem)) return calendar;
        faults.Add(FieldOf(problem, blocks), CalendarReading.KeyOf(problem));
        return null;
    }

    private List<HoursBlock> Blocks(DayOfWeek day, string typed)
    {
        var blocks = new List<HoursBlock>();
        foreach (var part in typed.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
            if (ends.Length == 2 && ClockTime.Read(ends[0]) is { } from && ClockTime.Read(ends[1]) is { } to) blocks.Add(new(day, from, to));
            else faults.Add(FieldIds.Hours(day), "Fault.Hours");
        }

        return blocks;
    }

    private List<DateOnly> Dates(string typed)
    {
        var dates = new List<DateOnly>();
        foreach (var part in typed.Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) dates.Add(date);
            else faults.Add(FieldIds.Holidays, "Fault.Date");
        }

        return dates;
    }

    /// <summary>A problem names a block by its number; the page shows a line for each weekday.</summary>
    private static string FieldOf(CalendarProblem problem, List<HoursBlock> blocks) => problem switch
    {
        CalendarProblem.UnknownZone => FieldIds.Zone,
        CalendarProblem.ReversedHours or CalendarProblem.OverlappingHours => FieldIds.Hours(blocks[int.Parse(problem.Field["weekly[".Length..^1], CultureInfo.InvariantCulture)].Day),
        _ => FieldIds.Hours(SketchForm.Week[0]),
    };
}
