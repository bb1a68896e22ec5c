using System.Globalization;
using System.Text.RegularExpressions;

namespace PqrsDesk.Features.Simulating;

/// <summary>Times of a day as people write them: <c>08:00</c>, <c>17:30:15</c>, and <c>24:00</c> for its end.</summary>
internal static partial class ClockTime
{
    public static TimeSpan? Read(string text)
    {
        if (text is "24:00" or "24:00:00") return TimeSpan.FromHours(24);
        return Pattern().IsMatch(text) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    public static string Write(TimeSpan time) => time == TimeSpan.FromHours(24) ? "24:00" : time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?\z")]
    private static partial Regex Pattern();
}
