using System.Globalization;
using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Features;

/// <summary>The hours of a day in one line: <c>08:00–12:00, 13:00–17:00</c>.</summary>
public static class HoursText
{
    public const int Limit = 120;
    private static readonly char[] Between = ['-', '–', '—'];

    public static string Of(IEnumerable<LocalHours> hours) =>
        string.Join(", ", hours.OrderBy(block => block.From).Select(block => $"{Time(block.From)}–{Time(block.To)}"));

    public static string Time(TimeSpan time) => time == TimeSpan.FromHours(24) ? "24:00" : time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    /// <summary>Null when it cannot be read. Blank is no hours. What is read may still be wrong: ends before it begins, overlaps.</summary>
    public static IReadOnlyList<LocalHours>? Read(string? text)
    {
        var hours = new List<LocalHours>();
        foreach (var part in (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(Between, StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || ReadTime(ends[0]) is not { } from || ReadTime(ends[1]) is not { } to) return null;
            hours.Add(new LocalHours(from, to));
        }

        return hours;
    }

    /// <summary>A shift over midnight, as the two blocks it is: to the end of its day, and from the beginning of the next.</summary>
    public static IEnumerable<HoursBlock> Split(DayOfWeek day, LocalHours hours)
    {
        if (hours.To >= hours.From)
        {
            yield return new HoursBlock(day, hours.From, hours.To);
            yield break;
        }

        yield return new HoursBlock(day, hours.From, TimeSpan.FromHours(24));
        if (hours.To > TimeSpan.Zero) yield return new HoursBlock((DayOfWeek)(((int)day + 1) % 7), TimeSpan.Zero, hours.To);
    }

    private static TimeSpan? ReadTime(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return null;
        var minute = 0;
        if (parts.Length == 2 && (parts[1].Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute))) return null;
        return hour > 24 || minute > 59 || (hour == 24 && minute > 0) ? null : new TimeSpan(hour, minute, 0);
    }
}
