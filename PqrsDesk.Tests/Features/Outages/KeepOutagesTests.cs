using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Outages;

public sealed class KeepOutagesTests
{
    private static readonly Actor Ana = Samples.Someone();

    [SkippableTheory, Engines]
    public async Task Nobody_overwrites_what_another_changed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.FailAsync(await desk.PlatformAsync(), desk.Clock.Now);
        var keep = desk.Get<KeepOutages>();
        var seen = (await desk.OutageAsync(id)).Version;
        Assert.Equal(id, (await keep.ChangeAsync(id, seen, Samples.Someone(name: "Luis"), (outage, now) => outage.Change(outage.Details with { Cause = "Certificado vencido" }, "Luis", now), CancellationToken.None)).Id);

        var late = await keep.ChangeAsync(id, seen, Ana, (outage, now) => outage.Void("Era otra", "Ana", now), CancellationToken.None);
        Assert.Equal(new(AvailabilityProblem.ChangedMeanwhile, null, "Luis"), late.Refusal);
        Assert.False((await desk.OutageAsync(id)).IsVoid);
        Assert.Equal(AvailabilityProblem.OutageUnknown, (await keep.ChangeAsync(9_999, null, Ana, (_, _) => null, CancellationToken.None)).Refusal!.Problem);
        Assert.Equal(AvailabilityProblem.ProductUnknown, (await keep.RecordAsync(9_999, new(desk.Clock.Now, null, OutageReach.Full, null, "x"), Ana, CancellationToken.None)).Refusal!.Problem);

        // Two at once: one of them is told, and the history has no line of the other.
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(each => keep.ChangeAsync(id, seen + 1, Ana, (outage, now) => outage.Say($"{each}", false, "Ana", now), CancellationToken.None)));
        Assert.Single(both, said => said.Refusal is null);
        Assert.Equal(3, (await desk.OutageAsync(id)).Updates.Count);
    }

    [SkippableTheory, Engines]
    public async Task A_month_is_read_with_its_calendar_its_contract_and_its_planned_work(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var product = await desk.PlatformAsync();
        await desk.FailAsync(product, desk.Clock.Now);
        desk.Clock.Advance(TimeSpan.FromDays(-3));
        var work = new PlannedDowntime { ProductId = product.Id, From = desk.Clock.Now.AddDays(2), Until = desk.Clock.Now.AddDays(2).AddHours(1), AnnouncedAt = desk.Clock.Now, Reason = "Copias", By = "Ana" };
        Assert.Null(await desk.Get<KeepPlanned>().AnnounceAsync(work, Ana, CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(AvailabilityProblem.RoleTooLow, (await desk.Get<KeepPlanned>().WatchAsync(product.Id, true, 99m, null, Ana, CancellationToken.None))!.Problem);
        Assert.Null(await desk.Get<KeepPlanned>().WatchAsync(product.Id, true, 99m, null, Samples.Someone(Role.Lead), CancellationToken.None));
        Assert.Equal(AvailabilityProblem.TargetInvalid, (await desk.Get<KeepPlanned>().WatchAsync(product.Id, true, 101m, null, Samples.Someone(Role.Lead), CancellationToken.None))!.Problem);

        var month = (await desk.Get<ReadAvailability>().MonthAsync(product.Id, new(2026, 3, 1), CancellationToken.None))!;

        // 1 March 00:00 to 3 March 10:00 in Bogotá are 58 hours, one of them planned.
        Assert.Equal((57 * 60, 30, 60), (month.Counted.Committed.TotalMinutes, month.Counted.Down.TotalMinutes, month.Counted.PlannedOut.TotalMinutes));
        Assert.Equal((new AvailabilityGoal(99m, null), true), (month.Goal, month.IsMet));

        var customer = await desk.WinCustomerAsync(ServiceLevel.Critical);
        var plan = await desk.AddAsync(new SupportPlan { Key = "oro", Version = 1, IsCurrent = true, Definition = new PlanDefinition("Oro", "oficina", new Dictionary<Priority, Target>()) { AvailabilityPercent = 99.9m } });
        var contract = new Contract { Number = "C-1", CustomerId = customer.Id, PlanId = plan.Id, State = ContractState.Agreed, From = new(2026, 1, 1), Until = new(2026, 12, 31), Price = new Money(1, "COP"), Surcharge = new Money(1, "COP") };
        contract.Products.Add(new() { ProductId = product.Id });
        await desk.AddAsync(contract);
        month = (await desk.Get<ReadAvailability>().MonthAsync(product.Id, new(2026, 3, 1), CancellationToken.None))!;
        Assert.Equal((new AvailabilityGoal(99.9m, "C-1"), false), (month.Goal, month.IsMet));
        Assert.Null(await desk.Get<ReadAvailability>().MonthAsync(9_999, new(2026, 3, 1), CancellationToken.None));
    }

    [Fact]
    public async Task Planned_work_is_cancelled_once_with_a_reason()
    {
        await using var desk = await TestDesk.StartAsync();
        var product = await desk.PlatformAsync();
        var keep = desk.Get<KeepPlanned>();
        var work = new PlannedDowntime { ProductId = product.Id, From = desk.Clock.Now.AddDays(1), Until = desk.Clock.Now.AddDays(1).AddHours(1), AnnouncedAt = desk.Clock.Now, Reason = "Copias", By = "Ana" };
        Assert.Null(await keep.AnnounceAsync(work, Ana, CancellationToken.None));
        Assert.Equal(AvailabilityProblem.ReasonMissing, (await keep.CancelAsync(work.Id, "", Ana, CancellationToken.None))!.Problem);
        Assert.Null(await keep.CancelAsync(work.Id, "Se aplazó", Ana, CancellationToken.None));
        Assert.Equal(AvailabilityProblem.PlannedCancelled, (await keep.CancelAsync(work.Id, "Otra vez", Ana, CancellationToken.None))!.Problem);
        Assert.Equal(AvailabilityProblem.PlannedUnknown, (await keep.CancelAsync(9_999, "x", Ana, CancellationToken.None))!.Problem);
        Assert.Empty((await desk.Get<ReadAvailability>().BookAsync(null, new(2026, 3, 1), CancellationToken.None)).PlannedOf(product.Id, new(desk.Clock.Now, desk.Clock.Now.AddDays(9))));
    }

    [SkippableTheory, Engines]
    public async Task What_is_written_down_afterwards_lifts_no_month_until_a_lead_says_why(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (product, keep, lead) = (await desk.PlatformAsync(), desk.Get<KeepPlanned>(), Samples.Someone(Role.Lead, name: "Luz Marina"));
        var began = desk.Clock.Now.AddDays(-1);

        // Said to be announced three days ago; written down now, of work that has been. What comes again counts from the next time on.
        Assert.Null(await keep.AnnounceAsync(Work(PlannedRepeat.None), Ana, CancellationToken.None));
        Assert.Equal((TimeSpan.Zero, 1), await CountedAsync());
        var id = await desk.ReadAsync(db => db.PlannedDowntimes.Select(work => work.Id).SingleAsync());
        Assert.Equal(AvailabilityProblem.RoleTooLow, (await keep.ApproveAsync(id, "Estaba en el correo del lunes.", Ana, CancellationToken.None))!.Problem);
        Assert.Equal(AvailabilityProblem.ReasonMissing, (await keep.ApproveAsync(id, " ", lead, CancellationToken.None))!.Problem);
        Assert.Null(await keep.ApproveAsync(id, "Estaba en el correo del lunes.", lead, CancellationToken.None));
        Assert.Equal(AvailabilityProblem.PlannedApproved, (await keep.ApproveAsync(id, "Otra vez.", lead, CancellationToken.None))!.Problem);
        Assert.Equal((TimeSpan.FromHours(1), 0), await CountedAsync());
        var kept = await desk.ReadAsync(db => db.PlannedDowntimes.AsNoTracking().SingleAsync());
        Assert.Equal((desk.Clock.Now, "Luz Marina", "Estaba en el correo del lunes.", desk.Clock.Now), (kept.MadeAt, kept.ApprovedBy, kept.ApprovalReason, kept.ApprovedAt));

        var weekly = Work(PlannedRepeat.Weekly);
        Assert.Null(await keep.AnnounceAsync(weekly, Ana, CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal((TimeSpan.FromHours(2), 1), await CountedAsync());

        // Who wrote it down in time needs no approval.
        var ahead = new PlannedDowntime { ProductId = product.Id, From = desk.Clock.Now.AddDays(1), Until = desk.Clock.Now.AddDays(1).AddHours(1), AnnouncedAt = desk.Clock.Now, Reason = "Copias" };
        Assert.Null(await keep.AnnounceAsync(ahead, Ana, CancellationToken.None));
        Assert.Equal(AvailabilityProblem.PlannedInTime, (await keep.ApproveAsync(ahead.Id, "Por si acaso.", lead, CancellationToken.None))!.Problem);

        PlannedDowntime Work(PlannedRepeat repeat) => new()
        {
            ProductId = product.Id,
            From = began,
            Until = began.AddHours(1),
            AnnouncedAt = began.AddDays(-2),
            Reason = "Copias",
            By = "Ana",
            Repeat = repeat,
            RepeatsUntil = repeat == PlannedRepeat.None ? null : new(2026, 3, 31),
        };

        async Task<(TimeSpan Taken, int Late)> CountedAsync()
        {
            var book = await desk.Get<ReadAvailability>().BookAsync([product.Id], new(2026, 3, 1), CancellationToken.None);
            var month = book.Month(book.Product(product.Id)!, new(2026, 3, 1));
            return (month.Counted.PlannedOut, book.UnannouncedOf(product.Id, month.Counted.Span).Count());
        }
    }
}
