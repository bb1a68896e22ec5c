using System.Text.RegularExpressions;
using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Features.SlaRules;

/// <summary>A calendar as it is typed.</summary>
public sealed partial class CalendarForm
{
    public const string HoursUnread = "hoursUnread";
    public const string DateMissing = "dateMissing";

    private readonly List<DayOfWeek> origins = [];

    /// <summary>One date with hours of its own. No hours: closed.</summary>
    public sealed class SpecialRow
    {
        public DateOnly? Date { get; set; }
        public string Name { get; set; } = "";
        public string Hours { get; set; } = "";
    }

    public string Name { get; set; } = "";
    public string Zone { get; set; } = "";

    /// <summary>By <see cref="DayOfWeek"/>.</summary>
    public string[] Week { get; } = new string[7];
    public bool National { get; set; }
    public List<DateOnly> Removed { get; } = [];
    public List<DateOnly> Extra { get; } = [];
    public List<SpecialRow> Specials { get; } = [];

    public static CalendarForm Of(CalendarDefinition definition)
    {
        var form = new CalendarForm { Name = definition.Name, Zone = definition.TimeZone, National = definition.HolidayCountry is not null };
        foreach (var day in Enum.GetValues<DayOfWeek>())
            form.Week[(int)day] = HoursText.Of(definition.Weekly.Where(block => block.Day == day).Select(block => new LocalHours(block.From, block.To)));
        form.Removed.AddRange(definition.RemovedHolidays);
        form.Extra.AddRange(definition.ExtraHolidays);
        form.Specials.AddRange(definition.SpecialDates.OrderBy(special => special.Date)
            .Select(special => new SpecialRow { Date = special.Date, Name = special.Name ?? "", Hours = HoursText.Of(special.Hours) }));
        return form;
    }

    /// <summary>Null when something cannot be read: then <paramref name="unread"/> says which field, and why.</summary>
    public CalendarDefinition? Read(out (string Field, string Why) unread)
    {
        origins.Clear();
        var weekly = new List<HoursBlock>();
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            unread = (DayField(day), HoursUnread);
            if (HoursText.Read(Week[(int)day]) is not { } hours) return null;
            var blocks = hours.SelectMany(block => HoursText.Split(day, block)).ToList();
            weekly.AddRange(blocks);
            origins.AddRange(blocks.Select(_ => day));
        }

        var specials = new List<SpecialDate>();
        for (var row = 0; row < Specials.Count; row++)
        {
            unread = (SpecialField(row), DateMissing);
            if (Specials[row].Date is not { } date) return null;
            unread = (SpecialField(row), HoursUnread);
            if (HoursText.Read(Specials[row].Hours) is not { } hours) return null;
            specials.Add(new SpecialDate(date, string.IsNullOrWhiteSpace(Specials[row].Name) ? null : Specials[row].Name.Trim(), hours));
        }

        unread = default;
        return new CalendarDefinition
        {
            Name = Name.Trim(),
            TimeZone = Zone.Trim(),
            Weekly = weekly,
            HolidayCountry = National ? "CO" : null,
            ExtraHolidays = [.. Extra.Distinct().Order()],
            RemovedHolidays = [.. Removed.Distinct().Order()],
            SpecialDates = specials,
        };
    }

    /// <summary>The field of this form that a path of the definition points to.</summary>
    public string FieldOf(string path)
    {
        var index = Index().Match(path) is { Success: true } found ? int.Parse(found.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) : -1;
        return path.StartsWith("weekly", StringComparison.Ordinal) && index >= 0 && index < origins.Count ? DayField(origins[index])
            : path.StartsWith("specialDates", StringComparison.Ordinal) ? SpecialField(index)
            : path;
    }

    public static string DayField(DayOfWeek day) => $"weekly-{day.ToString().ToLowerInvariant()}";

    public static string SpecialField(int row) => $"special-{row}";

    [GeneratedRegex(@"^\w+\[(?<index>\d+)\]")]
    private static partial Regex Index();
}
