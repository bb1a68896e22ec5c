namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Which figures are kept; the one row of its table. None: nothing is kept yet.</summary>
public sealed class RollUp
{
    /// <summary>To be raised whenever <see cref="Domain.Kpis.Footprint"/> counts otherwise: then all days are counted again.</summary>
    public const int CurrentFormula = 1;

    public const int TheOne = 1;

    public int Id { get; private set; } = TheOne;
    public int Formula { get; set; } = CurrentFormula;

    /// <summary>The zone whose days they are.</summary>
    public required string Zone { get; set; }

    /// <summary>Grows by each folding: who read before another wrote gives way.</summary>
    public int Round { get; set; }

    /// <summary>Until then all of it is being rebuilt, and foldings keep away.</summary>
    public DateTimeOffset? RebuildingUntil { get; set; }

    public bool Fits(TimeZoneInfo zone) => Formula == CurrentFormula && Zone == zone.Id;
}

/// <summary>A mark: what is kept of a day may differ from its tickets. One row for each change, so that no writer waits for another.</summary>
public sealed class StaleDay
{
    public long Id { get; private set; }
    public required DateOnly Day { get; init; }
}
