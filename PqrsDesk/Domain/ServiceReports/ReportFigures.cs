using System.Text.Json;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.ServiceReports;

/// <summary>The figures of one customer's month, as they are read and as they are kept of a report that was sent.</summary>
/// <remarks>Stored as JSON: what comes in later has a default, so that earlier ones are still read.</remarks>
public sealed record ReportFigures
{
    public required int CustomerId { get; init; }
    public required string Customer { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The desk's date when it was read: up to it the figures of a month that is under way go.</summary>
    public required DateOnly ReadOn { get; init; }

    /// <summary>Whether the month had ended.</summary>
    public required bool IsOver { get; init; }

    /// <summary>The indicators of the desk, of this customer alone, beside those of the month before.</summary>
    public required IReadOnlyList<KpiPair> Indicators { get; init; }
    public required Timeliness Resolution { get; init; }
    public required Timeliness FirstResponse { get; init; }
    public IReadOnlyList<PromiseRow> Promises { get; init; } = [];
    public IReadOnlyList<ContractLine> Contracts { get; init; } = [];
    public IReadOnlyList<AvailabilityLine> Availability { get; init; } = [];
    public IReadOnlyList<CountBy<TicketKind>> ByKind { get; init; } = [];
    public IReadOnlyList<CountBy<Priority>> ByPriority { get; init; } = [];

    /// <summary>Null: of none that anybody named.</summary>
    public IReadOnlyList<Heading> ByPlatform { get; init; } = [];
    public IReadOnlyList<Heading> ByTopic { get; init; } = [];
    public required CaseList Cases { get; init; }
    public required Satisfaction Satisfaction { get; init; }
    public IReadOnlyList<TrendPoint> Trend { get; init; } = [];

    public double? this[Kpi kpi] => Indicators.FirstOrDefault(pair => pair.Kpi == kpi)?.Now;

    /// <summary>Nothing was filed, answered or closed in the month, and nothing was open at its end.</summary>
    public bool IsEmpty => Cases.Total == 0;

    /// <summary>Whether two readings say the same, whenever they were taken.</summary>
    public bool SameAs(ReportFigures other) => Text(this) == Text(other);

    private static string Text(ReportFigures figures) => JsonSerializer.Serialize(figures with { ReadAt = default, ReadOn = default, IsOver = true });
}

/// <summary>One indicator of the month and of the month before; null where there was nothing to measure.</summary>
public sealed record KpiPair(Kpi Kpi, double? Now, double? Before);

/// <summary>Received under one heading that people named; null: under none.</summary>
public sealed record Heading(string? Name, int Count);

/// <summary>One month of the trend.</summary>
public sealed record TrendPoint(DateOnly Month, int Received, int Answered, int Open, Timeliness Resolution);

/// <summary>What those who filed said of the answers of the month.</summary>
/// <param name="Judged">Answers of which they said whether they solved it.</param>
public sealed record Satisfaction(int Answered, int Judged, int Solved)
{
    public double? Share => Percent.Of(Solved, Judged);
}

/// <summary>A contract that was in force in the month.</summary>
/// <param name="Availability">Percent of the time that its platforms are to be up; null: nothing is promised.</param>
/// <param name="UsedMinutes">Of the month, or of the term.</param>
public sealed record ContractLine(
    string Number, string Plan, DateOnly From, DateOnly Until, decimal? Availability,
    decimal? IncludedHours, int? IncludedCases, int UsedMinutes, int UsedCases)
{
    public IReadOnlyList<string> Platforms { get; init; } = [];
    public IReadOnlyList<string> OurCommitments { get; init; } = [];
    public IReadOnlyList<string> TheirCommitments { get; init; } = [];

    /// <summary>What is included is for the whole term, and what was used is counted from its beginning to the month's end.</summary>
    public bool OfTerm { get; init; }
}

/// <summary>How long a platform was up in the month.</summary>
/// <param name="Commitment">Percent; null: none is promised.</param>
/// <param name="Percent">Null where there was no time to be up in.</param>
/// <param name="PlannedMinutes">Down as it was announced: outside the measure.</param>
/// <param name="IsKept">By the exact share and not by what is written of it; null where nothing is promised or measured.</param>
public sealed record AvailabilityLine(string Platform, decimal? Commitment, decimal? Percent, int DownMinutes, int PlannedMinutes, int Outages, bool? IsKept)
{
    /// <summary>Number of the contract that promises it.</summary>
    public string? Contract { get; init; }

    /// <summary>The hours that it is measured over; null: it was not kept.</summary>
    public AvailabilityHours? Over { get; init; }

    /// <summary>The days of the month for which it was promised; null: all.</summary>
    public PromisedDays? Days { get; init; }
}

/// <param name="Calendar">Its name; null: day and night.</param>
public sealed record AvailabilityHours(string? Calendar);

/// <summary>Days of a month, the last of them included. Null at either end: from its first, or to its last.</summary>
public sealed record PromisedDays(DateOnly? From, DateOnly? Until);
