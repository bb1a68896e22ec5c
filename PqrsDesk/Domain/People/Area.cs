namespace PqrsDesk.Domain.People;

/// <summary>Dependencia: the unit of the house that must answer.</summary>
public sealed class Area
{
    public const int NameLimit = 120;

    public int Id { get; private set; }
    public required string Name { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>Hours of the desk after which a case goes back to the queue when whoever has it does nothing; null: never.</summary>
    public int? ReturnAfterHours { get; set; }

    /// <summary>Cases to work on that one person of it may hold before none is handed out to them; null: as many as the desk says.</summary>
    public int? CaseLimit { get; set; }
}
