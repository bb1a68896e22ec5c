using System.Globalization;

namespace PqrsDesk.Ui;

/// <summary>A month as addresses write it: 2026-10.</summary>
public static class MonthText
{
    private const string Format = "yyyy-MM";

    /// <returns>The first day of it; null when it is no month.</returns>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Write(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);
}
