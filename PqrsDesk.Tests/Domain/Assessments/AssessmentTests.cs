using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Assessments;

public sealed class AssessmentTests
{
    private static readonly Actor Gloria = Samples.Someone(Role.Lead, 7, "Gloria Zuluaga");
    private static readonly Actor Ricardo = Samples.Someone(Role.Lead, 8, "Ricardo Peñaloza");
    private static readonly DateOnly Today = new(2026, 3, 3);

    [Fact]
    public void It_is_proposed_by_one_and_approved_by_another()
    {
        var assessment = Proposed();
        Assert.Equal((AssessmentState.Proposed, CriticalityClass.High, 3.7m), (assessment.State, assessment.Class, assessment.Score));
        Assert.Equal(AssessmentProblem.OwnProposal, assessment.Approve(Today.AddYears(1), By(Gloria)));
        Assert.Equal(AssessmentProblem.NotAllowed, assessment.Approve(Today.AddYears(1), By(Samples.Someone())));
        Assert.Equal(AssessmentProblem.ReviewPast, assessment.Approve(Today, By(Ricardo)));
        Assert.Equal(AssessmentProblem.ReviewTooFar, assessment.Approve(Today.AddYears(5).AddDays(1), By(Ricardo)));
        Assert.Null(assessment.Approve(Today.AddYears(1), By(Ricardo)));
        Assert.Equal((AssessmentState.Approved, "Ricardo Peñaloza", Today.AddYears(1), false), (assessment.State, assessment.DecidedBy, assessment.ReviewOn, assessment.IsOpen));
        Assert.Equal(AssessmentProblem.NotProposed, assessment.Approve(Today.AddYears(1), By(Ricardo)));
        Assert.Equal(AssessmentProblem.NotOpen, assessment.Write(Content(), By(Gloria)));
    }

    [Fact]
    public void It_is_returned_with_a_reason_and_proposed_again()
    {
        var assessment = Proposed();
        Assert.Equal(AssessmentProblem.ReasonMissing, assessment.Return(" — ", By(Ricardo)));
        Assert.Equal(AssessmentProblem.ReasonTooLong, assessment.Return(new('x', Assessment.ReasonLimit + 1), By(Ricardo)));
        Assert.Null(assessment.Return("Falta el contrato. ", By(Ricardo)));
        Assert.Equal((AssessmentState.Returned, "Falta el contrato."), (assessment.State, assessment.Reason));
        Assert.Null(assessment.Write(Content(5), By(Ricardo)));
        Assert.Null(assessment.Propose(new(), 0, By(Ricardo)));
        Assert.Null(assessment.Reason);
        Assert.Equal(AssessmentProblem.OwnProposal, assessment.Approve(Today.AddDays(1), By(Ricardo)));
        Assert.Null(assessment.Approve(Today.AddDays(1), By(Gloria)));
    }

    [Fact]
    public void Nothing_is_proposed_without_evidence_or_with_a_level_outside()
    {
        var assessment = new Assessment { ProductId = 1, ChangedAt = TestClock.Tuesday, ChangedBy = "" };
        Assert.Null(assessment.Write(new(), By(Gloria)));
        Assert.Equal(AssessmentProblem.Incomplete, assessment.Propose(new(), 0, By(Gloria)));
        Assert.Equal(9, assessment.Content.Gaps().Count(gap => gap.Problem == AssessmentProblem.LevelMissing));

        Assert.Equal(AssessmentProblem.Incomplete, assessment.Write(Content(6), By(Gloria)));
        Assert.Equal(AssessmentProblem.Incomplete, assessment.Write(Content(-1), By(Gloria)));
        Assert.Equal([new(AssessmentProblem.EvidenceMissing, Factor: CriticalityFactor.Strategic)], Content(evidence: " … ").Gaps());
        Assert.Equal([new(AssessmentProblem.EvidenceTooLong, Factor: CriticalityFactor.Strategic)], Content(evidence: new('x', Grade.EvidenceLimit + 1)).Gaps());
        Assert.Equal(AssessmentProblem.NotAllowed, assessment.Write(Content(), By(Samples.Someone())));
        Assert.Equal(AssessmentProblem.NotProposed, assessment.Return("No.", By(Ricardo)));
    }

    [Fact]
    public void Interdependence_is_counted_unless_somebody_says_why_not()
    {
        var counted = Content() with { ByHand = false };
        Assert.Equal((4, 7), (counted.Counted(7, new()).Of(CriticalityFactor.Interdependence).Level, counted.Counted(7, new()).Dependants));
        Assert.Empty(counted.Counted(7, new()).Gaps());
        var byHand = counted with { ByHand = true };
        Assert.Equal([new(AssessmentProblem.EvidenceMissing, Factor: CriticalityFactor.Interdependence)], byHand.Counted(7, new()).Gaps());
        Assert.Equal(3, byHand.Counted(7, new()).Of(CriticalityFactor.Interdependence).Level);
    }

    [Theory]
    [InlineData(31, ReviewReminder.None, null)]
    [InlineData(30, ReviewReminder.None, ReviewReminder.Ahead)]
    [InlineData(1, ReviewReminder.Ahead, null)]
    [InlineData(0, ReviewReminder.Ahead, ReviewReminder.Due)]
    [InlineData(-9, ReviewReminder.None, ReviewReminder.Due)]
    [InlineData(0, ReviewReminder.Due, null)]
    public void Each_reminder_goes_out_once(int days, ReviewReminder last, ReviewReminder? next) => Assert.Equal(next, ReviewReminders.Next(Today.AddDays(days), last, Today));

    [Fact]
    public void What_has_no_review_is_not_reminded_of() => Assert.Null(ReviewReminders.Next(null, ReviewReminder.None, Today));

    private static Assessment Proposed()
    {
        var assessment = new Assessment { ProductId = 1, ChangedAt = TestClock.Tuesday, ChangedBy = "" };
        Assert.Null(assessment.Write(Content(), By(Gloria)));
        Assert.Null(assessment.Propose(new(), 0, By(Gloria)));
        return assessment;
    }

    /// <summary>All of level 4 but interdependence, which nobody needed evidence for; the worst consequence is of level 3.</summary>
    private static AssessmentContent Content(int strategic = 4, string evidence = "El plan.") => new()
    {
        Factors = Enum.GetValues<CriticalityFactor>().ToDictionary(factor => factor, factor => factor switch
        {
            CriticalityFactor.Strategic => new Grade(strategic, evidence),
            CriticalityFactor.Interdependence => new(3, ""),
            CriticalityFactor.Continuity => new(4, "Simulacro."),
            CriticalityFactor.Regulatory => new(4, "Ley 1755."),
            _ => new(3, "Inventario."),
        }),
        Consequences = Enum.GetValues<ConsequenceDimension>().ToDictionary(dimension => dimension, _ => new Grade(3, "Registro de incidentes.")),
    };

    private static Moment By(Actor actor) => new(TestClock.Tuesday, Today, actor);
}
