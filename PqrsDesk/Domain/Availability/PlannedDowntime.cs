namespace PqrsDesk.Domain.Availability;

/// <summary>Work that was announced, in which a product need not be there.</summary>
public sealed class PlannedDowntime
{
    public const int ReasonLimit = 300;

    public int Id { get; private set; }
    public required int ProductId { get; init; }
    public required DateTimeOffset From { get; set; }
    public required DateTimeOffset Until { get; set; }
    public required string Reason { get; set; }
}
