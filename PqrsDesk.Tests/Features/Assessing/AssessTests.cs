using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Features.Assessing.AssessmentHouse;

namespace PqrsDesk.Features.Assessing;

public sealed class AssessTests
{
    [SkippableTheory, Engines]
    public async Task What_is_approved_by_another_holds_on_the_product(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (portal, app) = (await desk.PlatformAsync("Portal"), await desk.PlatformAsync("App"));
        await desk.DependsAsync(app, portal);
        var proposed = await desk.ProposedAsync(portal, 5);

        // Four of level 5, and one that fails with it: level 2.
        Assert.Equal((CriticalityClass.Critical, 4.66m, 1, 2), (proposed.Class, proposed.Score, proposed.Content.Dependants, proposed.Content.Of(CriticalityFactor.Interdependence).Level));
        var approve = desk.Get<ApproveAssessment>();
        var sight = await desk.CriticalityAsync(portal);
        var reviewOn = sight.ReviewOf(CriticalityClass.Critical);
        Assert.Equal(sight.Today.AddMonths(6), reviewOn);
        Assert.Equal(AssessmentProblem.OwnProposal, await approve.RunAsync(proposed.Id, proposed.Version, reviewOn, Gloria, CancellationToken.None));
        Assert.Equal(AssessmentProblem.NotAllowed, await approve.RunAsync(proposed.Id, proposed.Version, reviewOn, Samples.Someone(), CancellationToken.None));
        Assert.Equal(AssessmentProblem.ReviewMissing, await approve.RunAsync(proposed.Id, proposed.Version, null, Ricardo, CancellationToken.None));
        Assert.Equal(AssessmentProblem.ReviewPast, await approve.RunAsync(proposed.Id, proposed.Version, sight.Today, Ricardo, CancellationToken.None));
        Assert.Equal(AssessmentProblem.ChangedMeanwhile, await approve.RunAsync(proposed.Id, proposed.Version - 1, reviewOn, Ricardo, CancellationToken.None));
        Assert.Null((await desk.SightAsync(portal)).Product.Criticality);

        Assert.Null(await approve.RunAsync(proposed.Id, proposed.Version, reviewOn, Ricardo, CancellationToken.None));
        sight = await desk.CriticalityAsync(portal);
        Assert.Equal((CriticalityClass.Critical, reviewOn), (sight.Product.Criticality, sight.Product.CriticalityReviewOn));
        Assert.Equal((null, "Gloria Zuluaga", "Ricardo Peñaloza"), (sight.Open, Assert.Single(sight.Approved).ProposedBy, sight.Approved[0].DecidedBy));

        // Written on from what was approved, and compared with it.
        await desk.ApprovedAsync(portal, 2, by: Ricardo with { StaffId = 103, Name = "Patricia Uribe" });
        sight = await desk.CriticalityAsync(portal);
        Assert.Equal([CriticalityClass.Medium, CriticalityClass.Critical], sight.Approved.Select(each => each.Class!.Value));
        Assert.Equal(CriticalityClass.Medium, sight.Product.Criticality);
        Assert.Null(await approve.ReviewAsync(portal, sight.Today.AddDays(9), Gloria, CancellationToken.None));
        Assert.Equal(sight.Today.AddDays(9), (await desk.SightAsync(portal)).Product.CriticalityReviewOn);
        Assert.Equal(AssessmentProblem.NotAssessed, await approve.ReviewAsync(app, sight.Today.AddDays(9), Gloria, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task It_is_written_returned_and_thrown_away(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var write = desk.Get<WriteAssessment>();
        var portal = await desk.PlatformAsync("Portal");
        Assert.Equal(AssessmentProblem.NotAllowed, await write.BeginAsync(portal, Samples.Someone(), CancellationToken.None));
        Assert.Equal(AssessmentProblem.Gone, await write.BeginAsync(999, Gloria, CancellationToken.None));
        Assert.Null(await write.BeginAsync(portal, Gloria, CancellationToken.None));
        Assert.Equal(AssessmentProblem.AlreadyOpen, await write.BeginAsync(portal, Ricardo, CancellationToken.None));
        var open = (await desk.CriticalityAsync(portal)).Open!;

        var form = Form(3, "Acta \0 <b>12</b> 🙂");
        Assert.Null(await write.WriteAsync(open.Id, open.Version, form, Ricardo, CancellationToken.None));
        Assert.Equal(AssessmentProblem.ChangedMeanwhile, await write.WriteAsync(open.Id, open.Version, form, Gloria, CancellationToken.None));
        open = (await desk.CriticalityAsync(portal)).Open!;
        Assert.Equal(AssessmentProblem.Incomplete, await write.ProposeAsync(open.Id, open.Version, Form(6), Gloria, CancellationToken.None));
        Assert.Equal(AssessmentProblem.Incomplete, await write.ProposeAsync(open.Id, open.Version, Form(3, " "), Gloria, CancellationToken.None));
        Assert.Equal(AssessmentState.Draft, (await desk.CriticalityAsync(portal)).Open!.State);
        form.PlanKey = "ninguno";
        Assert.Equal(AssessmentProblem.PlanUnknown, await write.ProposeAsync(open.Id, open.Version, form, Gloria, CancellationToken.None));
        form.PlanKey = null;
        Assert.Null(await write.ProposeAsync(open.Id, open.Version, form, Gloria, CancellationToken.None));
        open = (await desk.CriticalityAsync(portal)).Open!;
        Assert.Equal(AssessmentProblem.NotOpen, await write.DiscardAsync(open.Id, open.Version, Gloria, CancellationToken.None));
        Assert.Null(await write.ReturnAsync(open.Id, open.Version, "Falta el contrato.", Ricardo, CancellationToken.None));
        open = (await desk.CriticalityAsync(portal)).Open!;
        Assert.Equal((AssessmentState.Returned, "Falta el contrato."), (open.State, open.Reason));
        Assert.Null(await write.DiscardAsync(open.Id, open.Version, Gloria, CancellationToken.None));
        Assert.Null((await desk.CriticalityAsync(portal)).Open);

        var sight = await desk.SightAsync(portal);
        var retired = PlatformForm.Of(sight.Product, []);
        retired.Active = false;
        Assert.Null((await desk.Get<KeepPlatforms>().SaveAsync(retired, CatalogueHouse.Lead, CancellationToken.None)).Fault);
        Assert.Equal(AssessmentProblem.Retired, await write.BeginAsync(portal, Gloria, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task Rules_are_versions_and_what_was_approved_keeps_its_own(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (keep, admin) = (desk.Get<KeepScheme>(), Samples.Someone(Role.Admin));
        var portal = await desk.PlatformAsync("Portal");
        await desk.ApprovedAsync(portal, 4);
        var plan = await desk.AddAsync(new SupportPlan { Key = "premium", Version = 1, IsCurrent = true, Definition = new("Premium", "office", Enum.GetValues<Priority>().ToDictionary(each => each, _ => new Target(60, 480))) });

        var sight = await keep.ReadAsync(CancellationToken.None);
        Assert.Equal((0, 0), (sight.Version, sight.Outdated.Count));
        var form = SchemeForm.Of(sight.Scheme, 0);
        Assert.Equal(SchemeProblem.NothingChanged, (await keep.SaveAsync(form.Read(), 0, admin, CancellationToken.None))!.Problem);
        form.Weights[CriticalityFactor.Strategic] = "0.25";
        Assert.Equal(SchemeProblem.SumNotOne, (await keep.SaveAsync(form.Read(), 0, admin, CancellationToken.None))!.Problem);
        form.Weights[CriticalityFactor.Continuity] = "0,25";
        (form.CutOffs[CriticalityClass.Critical], form.CutOffs[CriticalityClass.High]) = ("3,5", "3,2");
        form.Plans[CriticalityClass.Critical] = "ninguno";
        Assert.Equal(new SchemeFault(SchemeProblem.PlanUnknown, "ninguno", Class: CriticalityClass.Critical), await keep.SaveAsync(form.Read(), 0, admin, CancellationToken.None));
        form.Plans[CriticalityClass.Critical] = plan.Key;
        Assert.Equal(SchemeProblem.NotAllowed, (await keep.SaveAsync(form.Read(), 0, Gloria, CancellationToken.None))!.Problem);
        Assert.Equal((CriticalityClass.High, CriticalityClass.Critical), Assert.Single(await keep.TryAsync(form.Read(), CancellationToken.None)) is var shift ? (shift.From, shift.To) : default);
        Assert.Null(await keep.SaveAsync(form.Read(), 0, admin, CancellationToken.None));
        Assert.Equal(SchemeProblem.ChangedMeanwhile, (await keep.SaveAsync(form.Read(), 0, admin, CancellationToken.None))!.Problem);

        sight = await keep.ReadAsync(CancellationToken.None);
        Assert.Equal(("Ana Restrepo", 0.25m, "premium"), (Assert.Single(sight.History).MadeBy, sight.Scheme.Weights[CriticalityFactor.Continuity], sight.Scheme.Plans[CriticalityClass.Critical]));
        Assert.Equal(CriticalityClass.High, (await desk.SightAsync(portal)).Product.Criticality);
        Assert.Equal(0.3m, (await desk.CriticalityAsync(portal)).Approved[0].Scheme!.Weights[CriticalityFactor.Continuity]);
        var proposed = await desk.ProposedAsync(portal);
        Assert.Equal((CriticalityClass.Critical, sight.Version), (proposed.Class, proposed.SchemeVersion));
    }

    [SkippableTheory, Engines]
    public async Task What_follows_from_a_class_stands_with_it_or_not_at_all(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var portal = await desk.PlatformAsync("Portal");
        var proposed = await desk.ProposedAsync(portal);
        var reviewOn = (await desk.CriticalityAsync(portal)).ReviewOf(proposed.Class!.Value);

        var failing = new Follower(fails: true);
        await Assert.ThrowsAsync<InvalidOperationException>(() => With(failing).RunAsync(proposed.Id, proposed.Version, reviewOn, Ricardo, CancellationToken.None));
        Assert.Equal((null, 0), ((await desk.SightAsync(portal)).Product.Criticality, failing.Refreshed));
        Assert.Equal(AssessmentState.Proposed, (await desk.CriticalityAsync(portal)).Open!.State);

        var follower = new Follower(fails: false);
        Assert.Null(await With(follower).RunAsync(proposed.Id, proposed.Version, reviewOn, Ricardo, CancellationToken.None));
        Assert.Equal((1, 1), (follower.Told.Count, follower.Refreshed));
        Assert.Equal(("Portal", null, CriticalityClass.High, reviewOn, "Ricardo Peñaloza"), (follower.Told[0].ProductName, follower.Told[0].Before, follower.Told[0].Class, follower.Told[0].ReviewOn, follower.Told[0].By));
        Assert.Equal("Seguido", (await desk.SightAsync(portal)).Product.Description);

        ApproveAssessment With(ICriticalityFollower each) => new(desk.Get<DeskWriter>(), desk.Get<SlaShelf>(), desk.Clock, [each]);
    }

    /// <summary>Writes into the same transaction.</summary>
    private sealed class Follower(bool fails) : ICriticalityFollower
    {
        public List<ApprovedCriticality> Told { get; } = [];
        public int Refreshed { get; private set; }

        public async Task FollowAsync(DeskDb db, ApprovedCriticality approved, CancellationToken cancel)
        {
            Told.Add(approved);
            var product = await db.Products.SingleAsync(each => each.Id == approved.ProductId, cancel);
            Assert.Equal(approved.Class, product.Criticality);
            product.Description = "Seguido";
            if (fails) throw new InvalidOperationException("Nothing follows.");
        }

        public void Refresh() => Refreshed++;
    }
}
