using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Simulating;

/// <summary>Reads calendars: one of the desk's by key or number, or one written out. The same one is built once a request.</summary>
internal sealed partial class CalendarReading(DeskSla sla, PartReading read, Faults faults)
{
    private const int MostBlocks = 1_000;
    private const int MostHolidays = 40_000;

    private static readonly Dictionary<string, DayOfWeek> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mon"] = DayOfWeek.Monday,
        ["tue"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["thu"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday,
        ["sat"] = DayOfWeek.Saturday,
        ["sun"] = DayOfWeek.Sunday,
    };

    private readonly Dictionary<string, BusinessCalendar> built = [];

    public DeskSla Sla => sla;

    public BusinessCalendar? Read(JsonPart part)
    {
        if (!read.Present(part)) return null;
        var key = part.Value.GetRawText();
        if (built.TryGetValue(key, out var known)) return known;
        var calendar = part.Is(JsonValueKind.Object) ? Written(part) : OfDesk(part);
        if (calendar is not null) built[key] = calendar;
        return calendar;
    }

    /// <summary>The one that the desk counts legal terms on.</summary>
    public BusinessCalendar Legal() => Built(sla.Current.Single(calendar => calendar.Key == CalendarVersion.LegalKey));

    private BusinessCalendar? OfDesk(JsonPart part)
    {
        var name = part.Is(JsonValueKind.Number) ? part.Value.GetRawText() : PartReading.TextOf(part.Value);
        if (name is null)
        {
            faults.Add(part.Path, "Fault.Calendar");
            return null;
        }

        var found = sla.Current.FirstOrDefault(calendar => calendar.Key == name)
            ?? sla.Calendars.FirstOrDefault(calendar => calendar.Id.ToString(CultureInfo.InvariantCulture) == name);
        if (found is not null) return Built(found);
        faults.Add(part.Path, "Fault.NoSuchCalendar", string.Join(", ", sla.Current.Select(calendar => calendar.Key)));
        return null;
    }

    private BusinessCalendar Built(CalendarVersion version)
    {
        var key = $"#{version.Id}";
        return built.TryGetValue(key, out var known) ? known : built[key] = BusinessCalendar.From(version.Definition);
    }

    private BusinessCalendar? Written(JsonPart part)
    {
        var before = faults.ByField.Count;
        var zone = Zone(part["timeZone"]);
        var weekly = part["weekly"];
        var blocks = read.IsArray(weekly, MostBlocks) ? weekly.Items().Select(Block).ToList() : [];
        var holidays = part["holidays"];
        var dates = !holidays.IsAbsent && read.IsArray(holidays, MostHolidays) ? holidays.Items().Select(Date).ToList() : [];
        if (faults.ByField.Count > before || zone is null || blocks.Contains(null) || dates.Contains(null)) return null;

        var definition = new CalendarDefinition
        {
            TimeZone = zone,
            Weekly = [.. blocks.OfType<HoursBlock>()],
            ExtraHolidays = [.. dates.OfType<DateOnly>()],
        };
        if (BusinessCalendar.TryCreate(definition, out var calendar, out var problem)) return calendar;
        faults.Add($"{part.Path}.{problem.Field}", KeyOf(problem));
        return null;
    }

    private string? Zone(JsonPart part)
    {
        if (read.Text(part) is not { } zone) return null;
        if (ZoneName().IsMatch(zone)) return zone;
        faults.Add(part.Path, "Fault.UnknownZone");
        return null;
    }

    private HoursBlock? Block(JsonPart part)
    {
        var items = part.Items().ToList();
        if (items.Count != 3) faults.Add(part.Path, "Fault.Block");
        else if (PartReading.TextOf(items[0].Value) is not { } day || !Days.TryGetValue(day, out var weekday)) faults.Add(part.Path, "Fault.UnknownDay");
        else if (Time(items[1]) is not { } from || Time(items[2]) is not { } to) faults.Add(part.Path, "Fault.Time");
        else return new HoursBlock(weekday, from, to);
        return null;
    }

    private DateOnly? Date(JsonPart part)
    {
        if (DateOnly.TryParseExact(PartReading.TextOf(part.Value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        faults.Add(part.Path, "Fault.Date");
        return null;
    }

    private static TimeSpan? Time(JsonPart part) => PartReading.TextOf(part.Value) is { } text ? ClockTime.Read(text) : null;

    /// <summary>Which text tells a problem.</summary>
    public static string KeyOf(CalendarProblem problem) => problem switch
    {
        CalendarProblem.UnknownZone => "Fault.UnknownZone",
        CalendarProblem.UnknownDay => "Fault.UnknownDay",
        CalendarProblem.ReversedHours => "Fault.ReversedHours",
        CalendarProblem.OverlappingHours => "Fault.OverlappingHours",
        CalendarProblem.NeverOpens => "Fault.NeverOpens",
        CalendarProblem.UnknownCountry => "Fault.UnknownCountry",
        CalendarProblem.RepeatedSpecialDate => "Fault.RepeatedDate",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "No such problem."),
    };

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+/-]{0,63}\z")]
    private static partial Regex ZoneName();
}
