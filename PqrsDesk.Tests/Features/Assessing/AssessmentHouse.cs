using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Assessing;

/// <summary>Assesses platforms by the product's own doors.</summary>
internal static class AssessmentHouse
{
    public static readonly Actor Gloria = Samples.Someone(Role.Lead, 101, "Gloria Zuluaga");
    public static readonly Actor Ricardo = Samples.Someone(Role.Manager, 102, "Ricardo Peñaloza");

    public static async Task<CriticalitySight> CriticalityAsync(this AnyDesk desk, int product) => (await desk.Get<ReadAssessments>().RunAsync(product, CancellationToken.None))!;

    /// <summary>Every factor but interdependence, and every consequence, of one level.</summary>
    public static AssessmentForm Form(int level, string evidence = "Acta 12.")
    {
        var form = AssessmentForm.Of(new());
        foreach (var row in form.Factors.Values.Concat(form.Consequences.Values)) (row.Level, row.Evidence) = (level, evidence);
        return form;
    }

    /// <summary>Begins and proposes one.</summary>
    public static async Task<Assessment> ProposedAsync(this AnyDesk desk, int product, int level = 4, Actor? by = null)
    {
        var write = desk.Get<WriteAssessment>();
        Assert.Null(await write.BeginAsync(product, by ?? Gloria, CancellationToken.None));
        var open = (await desk.CriticalityAsync(product)).Open!;
        Assert.Null(await write.ProposeAsync(open.Id, open.Version, Form(level), by ?? Gloria, CancellationToken.None));
        return (await desk.CriticalityAsync(product)).Open!;
    }

    public static async Task ApprovedAsync(this AnyDesk desk, int product, int level = 4, DateOnly? reviewOn = null, Actor? by = null)
    {
        var proposed = await desk.ProposedAsync(product, level, by);
        var sight = await desk.CriticalityAsync(product);
        Assert.Null(await desk.Get<ApproveAssessment>().RunAsync(proposed.Id, proposed.Version, reviewOn ?? sight.ReviewOf(proposed.Class!.Value), Ricardo, CancellationToken.None));
    }
}
