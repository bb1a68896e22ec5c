using PqrsDesk.Domain.Assessments;

namespace PqrsDesk.Features.Assessing;

/// <summary>A level while it is chosen, with what speaks for it.</summary>
public sealed class GradeRow
{
    /// <summary>0: none was chosen yet.</summary>
    public int Level { get; set; }
    public string Evidence { get; set; } = "";

    public static GradeRow Of(Grade grade) => new() { Level = grade.Level, Evidence = grade.Evidence };

    public Grade Read() => new(Level, Evidence.Trim().ReplaceLineEndings("\n"));
}

/// <summary>An assessment while somebody writes it.</summary>
public sealed class AssessmentForm
{
    public required Dictionary<CriticalityFactor, GradeRow> Factors { get; init; }
    public required Dictionary<ConsequenceDimension, GradeRow> Consequences { get; init; }
    public bool ByHand { get; set; }

    /// <summary>Null: none.</summary>
    public string? PlanKey { get; set; }

    public static AssessmentForm Of(AssessmentContent content) => new()
    {
        Factors = Enum.GetValues<CriticalityFactor>().ToDictionary(factor => factor, factor => GradeRow.Of(content.Of(factor))),
        Consequences = Enum.GetValues<ConsequenceDimension>().ToDictionary(dimension => dimension, dimension => GradeRow.Of(content.Of(dimension))),
        ByHand = content.ByHand,
        PlanKey = content.PlanKey,
    };

    /// <param name="dependants">As the map counts them.</param>
    public AssessmentContent Read(int dependants, CriticalityScheme scheme) => new AssessmentContent
    {
        Factors = Factors.ToDictionary(row => row.Key, row => row.Value.Read()),
        Consequences = Consequences.ToDictionary(row => row.Key, row => row.Value.Read()),
        ByHand = ByHand,
        PlanKey = PlanKey,
    }.Counted(dependants, scheme);
}
