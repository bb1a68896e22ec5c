using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>All that a monthly workbook says, but for its rows.</summary>
public sealed record MonthlyReport
{
    public required string Desk { get; init; }

    /// <summary>Every date in the workbook is local to it.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When the data were read. The month is cut here if it had not ended.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Spanish or English; decides words and date formats.</summary>
    public required CultureInfo Culture { get; init; }

    public required Indicators Month { get; init; }

    public required Indicators Previous { get; init; }

    public required Indicators SameMonthLastYear { get; init; }

    public required Breakdown Parts { get; init; }

    /// <summary>Thirteen months, oldest first, the last of them the month itself.</summary>
    public required IReadOnlyList<MonthTrend> Trend { get; init; }

    public IReadOnlyDictionary<Kpi, KpiGoal> Goals { get; init; } = KpiGoals.Default;

    /// <summary>The house's own fields, in their order.</summary>
    public IReadOnlyList<CustomField> Fields { get; init; } = [];

    /// <summary>Those that were in force in the month, and those that its rows stand on. Empty: nothing is said of contracts.</summary>
    public IReadOnlyList<ReportContract> Contracts { get; init; } = [];

    /// <summary>What else a reader must know: filters, versions of policies and calendars.</summary>
    public IReadOnlyList<DictionaryEntry> Notes { get; init; } = [];

    public Period Period => Month.Period;

    internal Cut Cut => new(Period, Zone, ReadAt);
}

/// <summary>A contract's month.</summary>
/// <param name="Until">The last day on which it held.</param>
/// <param name="Received">Its cases that were filed in the month.</param>
/// <param name="FirstReply">Promise by promise, as a customer's own report counts them.</param>
/// <param name="Used">Up to the end of the month; null: it was over before.</param>
public sealed record ReportContract(int Id, string Number, string Customer, string Plan, DateOnly From, DateOnly Until, int Received, Timeliness FirstReply, Timeliness Resolution, Consumption? Used);

public sealed record DictionaryEntry(string Term, string Meaning);
