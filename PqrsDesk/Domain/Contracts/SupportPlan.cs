using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Contracts;

/// <summary>A level of service that the house offers, one version of it. A contract keeps the version it was signed with.</summary>
public sealed class SupportPlan
{
    public const int KeyLimit = 60;

    public int Id { get; private set; }

    /// <summary>The same for all versions of one plan.</summary>
    public required string Key { get; init; }
    public required int Version { get; init; }

    /// <summary>False for versions that only contracts keep.</summary>
    public required bool IsCurrent { get; set; }
    public required PlanDefinition Definition { get; init; }
    public DateTimeOffset? MadeAt { get; init; }
    public string? MadeBy { get; init; }
}

/// <summary>What a support plan promises, and what it asks of the customer.</summary>
/// <remarks>Stored as JSON: what came in later has a default.</remarks>
/// <param name="CalendarKey">The calendar that its times count on.</param>
/// <param name="Targets">One for each priority, in business minutes of the calendar.</param>
public sealed record PlanDefinition(string Name, string CalendarKey, IReadOnlyDictionary<Priority, Target> Targets)
{
    public const int NameLimit = 80;
    public const int CommitmentLimit = 300;

    /// <summary>In the place of a calendar's key: no key has such a letter.</summary>
    public const string DayAndNight = "*";

    /// <summary>Percent of a target's time that is left for a product of that class; those not named have all of it.</summary>
    public IReadOnlyDictionary<CriticalityClass, int> PercentByClass { get; init; } = new Dictionary<CriticalityClass, int>();

    /// <summary>Percent of a month in which a platform is to be there; null: nothing is promised.</summary>
    public decimal? AvailabilityPercent { get; init; }

    /// <summary>The calendar in whose hours a platform is to be there; null: that of the plan; <see cref="DayAndNight"/>: all of the time.</summary>
    public string? AvailabilityCalendarKey { get; init; }

    /// <summary>By which it may be asked for. Empty: any.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>What the house binds itself to, in sentences.</summary>
    public IReadOnlyList<string> OurCommitments { get; init; } = [];

    /// <summary>What the customer binds itself to.</summary>
    public IReadOnlyList<string> TheirCommitments { get; init; } = [];

    /// <summary>It is offered no more; contracts that have it keep it.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Key of the calendar in whose hours availability is measured; null: day and night.</summary>
    public string? HoursOfAvailability() => AvailabilityCalendarKey == DayAndNight ? null : AvailabilityCalendarKey ?? CalendarKey;
}
