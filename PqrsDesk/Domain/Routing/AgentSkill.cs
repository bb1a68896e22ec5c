namespace PqrsDesk.Domain.Routing;

/// <summary>By what a case is told to be for somebody.</summary>
public enum SkillKind
{
    Topic = 1,
    Kind = 2,
    Area = 3,
    Queue = 4,
    Language = 5,
    Channel = 6,
}

/// <summary>How well. What is of high priority asks for <see cref="Able"/>, what waits for a lead for <see cref="Expert"/>.</summary>
public enum SkillLevel
{
    Learning = 1,
    Able = 2,
    Expert = 3,
}

/// <summary>One thing that a member of staff can do. Of a kind of which nothing is written down, anything goes.</summary>
public sealed class AgentSkill
{
    public const int ValueLimit = 20;

    /// <summary>Of one person.</summary>
    public const int Most = 200;

    public int Id { get; private set; }
    public required int StaffId { get; init; }
    public required SkillKind Kind { get; init; }

    /// <summary>Number of the topic, area, queue, kind or channel; the tag of a language.</summary>
    public required string Value { get; init; }
    public required SkillLevel Level { get; set; }
}
