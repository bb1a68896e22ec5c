using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Features.Dashboards;

/// <summary>Numbers and their differences in words, for the reader's culture.</summary>
public static class Comparisons
{
    public static string Say(this Kpi kpi, double? value, IStringLocalizer<DashboardsTexts> texts) => value is not { } known ? texts["None"] : kpi.Unit() switch
    {
        KpiUnit.Tickets => Whole(known),
        KpiUnit.Share => Share(known),
        KpiUnit.Days => Tenths(known),
    };

    /// <summary>"6 más que antes (48)": the difference as it reads, not as it rounds.</summary>
    public static string Compare(this Kpi kpi, double? now, double? before, IStringLocalizer<DashboardsTexts> texts)
    {
        if (before is not { } then) return texts["Compare.NoneBefore"];
        if (now is not { } known) return texts["Compare.Before", kpi.Say(then, texts)];
        var difference = Shown(kpi, known) - Shown(kpi, then);
        var size = kpi.Unit() == KpiUnit.Tickets ? Whole(Math.Abs(difference)) : Tenths(Math.Abs(difference));
        var key = Math.Sign(Math.Round(difference, 6)) switch { > 0 => "More", < 0 => "Less", _ => "Same" };
        return texts[$"Compare.{kpi.Unit()}.{key}", size, kpi.Say(then, texts)];
    }

    public static string Whole(double value) => value.ToString("N0", CultureInfo.CurrentCulture);

    public static string Share(double value) => Unbroken(value.ToString("P1", CultureInfo.CurrentCulture));

    public static string WholeShare(double value) => Unbroken(value.ToString("P0", CultureInfo.CurrentCulture));

    public static string Tenths(double value) => value.ToString("N1", CultureInfo.CurrentCulture);

    // Spanish writes a space before the sign: a line must not end there.
    private static string Unbroken(string share) => share.Replace(' ', '\u00A0');

    private static double Shown(Kpi kpi, double value) => kpi.Unit() switch
    {
        KpiUnit.Tickets => value,
        KpiUnit.Share => Math.Round(value * 100, 1),
        KpiUnit.Days => Math.Round(value, 1),
    };
}
