namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>Background work is done by one node at a time: the one that is on duty.</summary>
public interface IDuty
{
    bool IsMine { get; }
}

/// <summary>A desk of one node.</summary>
public sealed class LonelyDuty : IDuty
{
    public bool IsMine => true;
}
