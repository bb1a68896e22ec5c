namespace PqrsDesk.Domain.Customers;

/// <summary>Whether it is about a person or an organisation.</summary>
/// <remarks>Numbers are stored and never reused.</remarks>
public enum PartyKind
{
    Person = 1,
    Organisation = 2,
}

/// <summary>What staff should know of somebody. It is added and never written over.</summary>
public sealed class PartyNote
{
    public const int TextLimit = 4_000;

    public int Id { get; private set; }

    /// <summary>One of the two is set.</summary>
    public int? ContactId { get; init; }
    public int? CustomerId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public int? ByStaffId { get; init; }
    public required string ByName { get; init; }
}
