using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>Numbers, times and their meaning, as a report writes them for the reader's culture.</summary>
public static class ReportWords
{
    private const int MinutesInHour = 60;

    public static string Whole(double value) => value.ToString("N0", CultureInfo.CurrentCulture);

    public static string Share(double value) => Unbroken(value.ToString("P1", CultureInfo.CurrentCulture));

    /// <summary>A percentage as it is promised: 99.5, and no more digits than it has.</summary>
    public static string Percent(decimal value) => Unbroken(AvailabilityWords.Percent(value)!);

    public static string Day(DateOnly day, IStringLocalizer<UiTexts> words) => day.ToString(words["Instant.Date"], CultureInfo.CurrentCulture);

    public static string MonthName(DateOnly month) => month.ToString("Y", CultureInfo.CurrentCulture);

    public static string Length(this IStringLocalizer<ServiceReportTexts> texts, int minutes) =>
        minutes < MinutesInHour ? texts["Length.Minutes", minutes]
        : minutes % MinutesInHour == 0 ? texts["Length.Hours", Whole(minutes / MinutesInHour)]
        : texts["Length.Both", Whole(minutes / MinutesInHour), minutes % MinutesInHour];

    /// <summary>What was promised, in its unit.</summary>
    public static string Target(this IStringLocalizer<ServiceReportTexts> texts, PromiseRow row) => row.Unit == DeadlineUnit.BusinessMinutes
        ? texts["Target.Business", texts.Length(row.Amount)]
        : texts.Length(row.Amount);

    /// <summary>The days of the month in which something was promised.</summary>
    public static string When(this IStringLocalizer<ServiceReportTexts> texts, PromisedDays days, IStringLocalizer<UiTexts> words) => days switch
    {
        { From: { } from, Until: { } until } => from == until ? texts["When.Day", Day(from, words)] : texts["When.Between", Day(from, words), Day(until, words)],
        { From: { } from } => texts["When.Since", Day(from, words)],
        { Until: { } until } => texts["When.Until", Day(until, words)],
        _ => "",
    };

    public static string Late(this IStringLocalizer<ServiceReportTexts> texts, MissedPromise missed) =>
        missed.LateMinutes == 0 ? texts["Late.Hardly"] : texts[missed.IsOpen ? "Late.Open" : "Late.By", texts.Length(missed.LateMinutes)];

    public static string Say(this IStringLocalizer<ServiceReportTexts> texts, Kpi kpi, double? value) => value is not { } known ? texts["None"] : kpi.Unit() switch
    {
        KpiUnit.Tickets => Whole(known),
        KpiUnit.Share => Share(known),
        KpiUnit.Days => known.ToString("N1", CultureInfo.CurrentCulture),
    };

    /// <summary>The difference as it reads, not as it rounds.</summary>
    public static string Difference(this IStringLocalizer<ServiceReportTexts> texts, KpiPair pair)
    {
        if (pair is not { Now: { } now, Before: { } before }) return texts["None"];
        var difference = Shown(pair.Kpi, now) - Shown(pair.Kpi, before);
        if (Math.Abs(difference) < 0.05) return texts["Change.None"];
        var size = pair.Kpi.Unit() == KpiUnit.Tickets ? Whole(Math.Abs(difference)) : Math.Abs(difference).ToString("N1", CultureInfo.CurrentCulture);
        return texts[$"Change.{(difference > 0 ? "More" : "Less")}.{pair.Kpi.Unit()}", size];
    }

    /// <summary>What of the figures that were sent is otherwise now; empty: nothing.</summary>
    public static IReadOnlyList<string> Differences(this IStringLocalizer<ServiceReportTexts> texts, ReportFigures sent, ReportFigures now)
    {
        if (sent.SameAs(now)) return [];
        List<string> changed = [.. from kpi in KpiTraits.All
                                   let pair = (Sent: texts.Say(kpi, sent[kpi]), Now: texts.Say(kpi, now[kpi]))
                                   where pair.Sent != pair.Now
                                   select texts["Differs.Line", texts[$"Kpi.{kpi}"], pair.Sent, pair.Now].Value];
        return changed.Count > 0 ? changed : [texts["Differs.Other"]];
    }

    /// <summary>A text as a string of a style sheet: whatever is no letter, digit or plain sign is written by its number, so that nothing can end the string.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '-' or '·') quoted.Append(rune);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X} ");
        }

        return quoted.Append('"').ToString();
    }

    private static double Shown(Kpi kpi, double value) => kpi.Unit() == KpiUnit.Share ? Math.Round(value * 100, 1) : Math.Round(value, 1);

    // Spanish writes a space before the sign: a line must not end there.
    private static string Unbroken(string share) => share.Replace(' ', '\u00A0');
}
