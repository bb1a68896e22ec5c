namespace PqrsDesk.Domain.Availability;

/// <summary>What is kept of a product for its availability: since when it is there, what the house aims at, and whether everybody is shown it.</summary>
public sealed class PlatformWatch
{
    public required int ProductId { get; init; }

    /// <summary>It stands on the public page. No product does until somebody says so.</summary>
    public bool IsPublic { get; set; }

    /// <summary>In percent, where no contract asks for more; null: none.</summary>
    public decimal? Target { get; set; }

    /// <summary>The first day in service: before it there is nothing to be available. Null: since the first month that is looked at.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>Null when it can be kept.</summary>
    public static AvailabilityRefusal? Refuse(decimal? target, DateOnly? since, DateOnly today) =>
        target is < 1 or > 100 ? new(AvailabilityProblem.TargetInvalid, nameof(Target))
        : since > today || since?.Year < 1990 ? new(AvailabilityProblem.SinceInvalid, nameof(Since))
        : null;
}
