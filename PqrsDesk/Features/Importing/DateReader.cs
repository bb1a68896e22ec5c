using System.Globalization;

namespace PqrsDesk.Features.Importing;

/// <summary>Reads the dates of a file, which are local to a zone unless they carry an offset.</summary>
/// <remarks>
/// When the clock is set back an hour passes twice: the text cannot say which, and the first is taken. When it is set
/// forward an hour is skipped: a date in it never was, and is refused.
/// </remarks>
public sealed class DateReader(TimeZoneInfo zone, IReadOnlyList<string> formats)
{
    /// <summary>Excel's calendar begins here; what is earlier is a slip, or a blank of some other program.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 9998;
    private static readonly DateTime Sample = new(2015, 11, 26, 14, 45, 30);

    private readonly string[] _formats = [.. formats];

    /// <summary>Whether a format gives back the date, and the hour if it has one, that it wrote.</summary>
    public static bool IsUsable(string format)
    {
        try
        {
            return DateTime.TryParseExact(Sample.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var back)
                && back.Date == Sample.Date && (back.Hour == Sample.Hour || back.TimeOfDay == TimeSpan.Zero);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <returns>The instant, or what is wrong with the text.</returns>
    public (DateTimeOffset At, Said? Problem) Read(string text, string field)
    {
        if (!DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var local))
            return (default, new Said("Row.Date", field, text));
        if (local.Year is < FirstYear or > LastYear) return (default, new Said("Row.Year", field, text));
        if (local.Kind == DateTimeKind.Utc) return (Cut(new DateTimeOffset(local)), null);
        if (zone.IsInvalidTime(local)) return (default, new Said("Row.SkippedHour", field, text, zone.Id));
        return (Cut(new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local))), null);
    }

    // The stores keep microseconds.
    private static DateTimeOffset Cut(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
