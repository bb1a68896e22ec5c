namespace PqrsDesk.Domain.Kpis;

/// <summary>What is measured of one person, in the order in which it is shown.</summary>
public enum PersonKpi
{
    Answered = 1,

    /// <summary>Business minutes from filing to the first reply, the median of the replies.</summary>
    FirstReplyTime = 2,

    /// <summary>Business minutes to the answer, pauses taken out, the median of the answers.</summary>
    ResolutionTime = 3,
    Compliance = 4,
    FirstResponseCompliance = 5,
    ReopenedRate = 6,

    /// <summary>Answers of which the petitioner said that they solved it, of those of which they said anything.</summary>
    Solved = 7,
}

public static class PersonKpis
{
    public static IReadOnlyList<PersonKpi> All { get; } = Enum.GetValues<PersonKpi>();
}
