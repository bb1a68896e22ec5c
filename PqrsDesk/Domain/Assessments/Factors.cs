namespace PqrsDesk.Domain.Assessments;

/// <summary>What makes a platform critical.</summary>
public enum CriticalityFactor
{
    /// <summary>How much the aims of the house rest on it.</summary>
    Strategic = 1,

    /// <summary>How long the house goes on without it.</summary>
    Continuity = 2,

    /// <summary>What the law asks of it.</summary>
    Regulatory = 3,

    /// <summary>What could be done with what it keeps.</summary>
    Security = 4,

    /// <summary>How many others fail with it.</summary>
    Interdependence = 5,
}

/// <summary>Where a failure is felt.</summary>
public enum ConsequenceDimension
{
    Cost = 1,
    Productivity = 2,
    Security = 3,
    Reputation = 4,
}

/// <summary>A level that somebody gave, and by what.</summary>
/// <param name="Level">1 to 5; 0: none was chosen yet.</param>
public sealed record Grade(int Level, string Evidence)
{
    public const int Lowest = 1;
    public const int Highest = 5;
    public const int EvidenceLimit = 2_000;

    public static Grade None { get; } = new(0, "");

    public bool IsLevel => Level is >= Lowest and <= Highest;
}

/// <summary>The levels of one assessment, whole.</summary>
public sealed record GradedLevels(IReadOnlyDictionary<CriticalityFactor, int> Factors, IReadOnlyDictionary<ConsequenceDimension, int> Consequences)
{
    public int Highest => Factors.Values.Max();

    public int Lowest => Factors.Values.Min();

    /// <summary>The worst that a failure does, wherever it is felt.</summary>
    public int Worst => Consequences.Values.Max();

    public GradedLevels With(CriticalityFactor factor, int level) => this with { Factors = new Dictionary<CriticalityFactor, int>(Factors) { [factor] = level } };

    public GradedLevels With(ConsequenceDimension dimension, int level) => this with { Consequences = new Dictionary<ConsequenceDimension, int>(Consequences) { [dimension] = level } };
}
