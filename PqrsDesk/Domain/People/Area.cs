namespace PqrsDesk.Domain.People;

/// <summary>Dependencia: the unit of the house that must answer.</summary>
public sealed class Area
{
    public const int NameLimit = 120;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public bool Active { get; set; } = true;
}
