namespace PqrsDesk.Features.Queue;

/// <summary>A change of many rows as it goes on.</summary>
/// <param name="Words">What is being done.</param>
public sealed record BulkRun(string Words, int Of)
{
    /// <summary>How many are through.</summary>
    public int Done { get; set; }
}
