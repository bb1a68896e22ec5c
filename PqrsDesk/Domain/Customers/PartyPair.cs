namespace PqrsDesk.Domain.Customers;

/// <summary>Why two people, or two organisations, may be one. Each has words in both languages.</summary>
/// <remarks>Values are stored.</remarks>
[Flags]
public enum PairReasons
{
    None = 0,
    SameDocument = 1,
    SameEmail = 2,
    SameTelephone = 4,
    NearName = 8,
}

/// <summary>Two that may be one. A person decides; what they decided stays.</summary>
public sealed class PartyPair
{
    public required PartyKind Kind { get; init; }

    /// <summary>The smaller number.</summary>
    public required int FirstId { get; init; }
    public required int SecondId { get; init; }
    public PairReasons Reasons { get; set; }

    /// <summary>From 1 to 100, for the order of the list.</summary>
    public int Weight { get; set; }

    /// <summary>Somebody looked and says that they are two; null: nobody did.</summary>
    public DateTimeOffset? ToldApartAt { get; set; }
    public string? ToldApartBy { get; set; }
}

/// <summary>How far the search for pairs has come: whoever has a greater number is still to be held against the others.</summary>
public sealed class PairReading
{
    public required PartyKind Kind { get; init; }
    public int Position { get; set; }
}
