using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Features.Dashboards;

public static class Spans
{
    /// <summary>"9–15 nov 2026", as short as it can be said.</summary>
    public static string Say(this IStringLocalizer<DashboardsTexts> texts, Period span) => span switch
    {
        { Length: 1 } => Day(span.From, texts["Span.Day"]),
        { IsWholeMonth: true } => Day(span.From, texts["Span.Month"]),
        _ when (span.From.Year, span.From.Month) == (span.To.Year, span.To.Month) => texts["Span.SameMonth", Day(span.From, texts["Span.SameMonth.From"]), Day(span.To, texts["Span.SameMonth.To"])],
        _ when span.From.Year == span.To.Year => texts["Span.Days", Day(span.From, texts["Chart.Day"]), Day(span.To, texts["Span.Day"])],
        _ => texts["Span.Days", Day(span.From, texts["Span.Day"]), Day(span.To, texts["Span.Day"])],
    };

    private static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.CurrentCulture);
}
