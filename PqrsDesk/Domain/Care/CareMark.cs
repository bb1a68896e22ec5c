namespace PqrsDesk.Domain.Care;

/// <summary>Which rules of care the open cases have been brought in step with; one row. None: no rules yet.</summary>
public sealed class CareMark
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>Number of the version; 0: what comes with the product.</summary>
    public required int Version { get; set; }
}
