namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Dates as spreadsheets count them: days since 30 December 1899, local.</summary>
internal static class SerialDate
{
    private static readonly DateTime Zero = new(1899, 12, 30);

    public static double Of(DateOnly day) => (day.ToDateTime(TimeOnly.MinValue) - Zero).TotalDays;

    /// <summary>To the second below, so that the last moment of a day does not round into the next.</summary>
    public static double Of(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return Math.Floor((local - Zero).TotalSeconds) / TimeSpan.SecondsPerDay;
    }
}
