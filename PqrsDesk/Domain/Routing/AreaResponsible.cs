namespace PqrsDesk.Domain.Routing;

/// <summary>Somebody who answers for an area; of several, whoever comes first and is there.</summary>
public sealed class AreaResponsible
{
    public required int AreaId { get; init; }
    public required int StaffId { get; init; }

    /// <summary>From 1 on.</summary>
    public required int Place { get; set; }
}
