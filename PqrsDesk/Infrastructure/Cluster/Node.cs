namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>This process among those that serve the same desk.</summary>
/// <param name="Id">Its own from start to end; after a restart it is another node.</param>
public sealed record Node(string Id)
{
    public static Node Fresh() => new(Guid.NewGuid().ToString("N")[..12]);
}
