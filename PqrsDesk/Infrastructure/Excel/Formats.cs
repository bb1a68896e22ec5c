using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Number formats; those of dates are among the texts, for they differ by language.</summary>
internal static class Formats
{
    public const string Count = "#,##0";
    public const string Share = "0.0%";
    public const string WholeShare = "0%";
    public const string Days = "0.0";

    public static string Of(KpiUnit unit) => unit switch
    {
        KpiUnit.Tickets => Count,
        KpiUnit.Share => Share,
        KpiUnit.Days => Days,
    };

    /// <summary>The same with its sign, for differences.</summary>
    public static string Signed(KpiUnit unit) => $"+{Of(unit)};-{Of(unit)};{Of(unit)}";
}
