namespace PqrsDesk.Domain.Sla;

/// <summary>Why a case may wait for its petitioner: one line of the desk's own catalogue.</summary>
/// <remarks>A cause is retired and not deleted; pauses keep its name as it was.</remarks>
public sealed class PauseCause
{
    public const int NameLimit = 80;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public bool Active { get; set; } = true;
}
