using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Routing;

/// <summary>Bandeja: a named work list of an area. A ticket is in one of its own area's, or in none.</summary>
public sealed class WorkQueue
{
    public const int NameLimit = 80;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public required int AreaId { get; init; }
    public Area? Area { get; private set; }
    public bool Active { get; set; } = true;
}
