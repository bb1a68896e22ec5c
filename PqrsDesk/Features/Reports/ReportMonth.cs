using System.Globalization;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Reports;

/// <summary>A month as addresses and file names write it: 2026-10.</summary>
public static class ReportMonth
{
    private const string Format = "yyyy-MM";

    /// <returns>Null when it is no month.</returns>
    public static Period? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Period.Month(day) : null;

    public static string Write(Period month) => month.From.ToString(Format, CultureInfo.InvariantCulture);

    public static string FileName(Period month) => $"PQRS-{Write(month)}.xlsx";

    public static string FileAddress(Period month) => DeskUrls.ReportFileOf(month.From.Year, month.From.Month);

    public static string PageAddress(Period month) => $"{DeskUrls.Reports}?{MonthParameter}={Write(month)}";

    /// <summary>Of the page's address.</summary>
    public const string MonthParameter = "mes";
}
