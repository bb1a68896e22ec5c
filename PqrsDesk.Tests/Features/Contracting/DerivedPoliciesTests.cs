using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Contracting;

/// <summary>Customer × platform × class × priority to due instants, from the contract through the engine. The clock stands on Tuesday 3 March 2026, 10:00.</summary>
public sealed class DerivedPoliciesTests
{
    [SkippableTheory, Engines]
    public async Task What_is_filed_under_a_contract_is_due_when_the_contract_says(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (theirs, others) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.WinCustomerAsync(ServiceLevel.Standard));
        var (portal, app) = (await desk.LaunchAsync(), await desk.LaunchAsync("Aplicación móvil", CriticalityClass.Critical));
        var contract = await desk.AgreeAsync(Agreements.Draft(theirs.Id, await desk.OfferAsync(), portal.Id, app.Id));

        // 60 and 480 minutes of 8–12 and 13–17: 11:00, and 2 + 4 hours today and 2 tomorrow.
        await DueAsync(desk, Agreements.About(portal, theirs.Id), "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);

        // Half of that for what is critical: 10:30; 2 hours before noon and 2 after.
        await DueAsync(desk, Agreements.About(app, theirs.Id), "2026-03-03 10:30", "2026-03-03 15:00", contract.Id);

        // Of another priority, 120 and 960: 12:00, and 6 hours today, 8 tomorrow, 2 on Thursday.
        await DueAsync(desk, Agreements.About(portal, theirs.Id) with { PriorityOverride = Priority.Medium }, "2026-03-03 12:00", "2026-03-05 10:00", contract.Id);

        // Another customer on the same platform, and the same customer on no platform: the general 120 and 960.
        await DueAsync(desk, Agreements.About(portal, others.Id), "2026-03-03 12:00", "2026-03-05 10:00", null);
        await DueAsync(desk, Agreements.About(portal, theirs.Id) with { Product = null }, "2026-03-03 12:00", "2026-03-05 10:00", null);
        await DueAsync(desk, Agreements.About(portal, null), "2026-03-03 12:00", "2026-03-05 10:00", null);
    }

    [SkippableTheory, Engines]
    public async Task The_day_after_its_end_it_promises_nothing_and_open_cases_keep_theirs(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var (portal, plan) = (await desk.LaunchAsync(), await desk.OfferAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id) with { Until = new(2026, 3, 4) });

        // 23:30 of its last day in Bogotá is the next day in UTC.
        desk.Clock.Now = At("2026-03-04 23:30");
        var last = await desk.FileAsync(Agreements.About(portal, customer.Id));
        desk.Clock.Now = At("2026-03-05 00:30");
        var late = await desk.FileAsync(Agreements.About(portal, customer.Id));

        Assert.Equal(contract.Id, (await desk.TicketAsync(last.Number)).ContractId);
        Assert.Null((await desk.TicketAsync(late.Number)).ContractId);
        Assert.Equal("standard", await KeyAsync(desk, late.Number));
        Assert.Equal(ContractPhase.Ended, (await desk.ContractAsync(contract.Id)).PhaseOn(new(2026, 3, 5)));
    }

    [SkippableTheory, Engines]
    public async Task Ended_early_it_holds_until_that_day_and_says_why(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id));
        var open = await desk.FileAsync(Agreements.About(portal, customer.Id));
        var changes = desk.Get<ApplyChange>();

        Assert.Equal(ContractProblemCode.ReasonMissing, (await changes.RunAsync(KeepContracts.Terminate(contract.Id, contract.Version, new(2026, 3, 3), " "), ApplyTo.NewOnly, Agreements.Lead)).Problem!.Contract!.Code);
        Assert.Equal(ContractProblemCode.EndOutside, (await changes.RunAsync(KeepContracts.Terminate(contract.Id, contract.Version, new(2027, 3, 3), "Cierre."), ApplyTo.NewOnly, Agreements.Lead)).Problem!.Contract!.Code);
        Assert.Null((await changes.RunAsync(KeepContracts.Terminate(contract.Id, contract.Version, new(2026, 3, 3), "Cambio de proveedor."), ApplyTo.NewOnly, Agreements.Lead)).Problem);
        var today = await desk.FileAsync(Agreements.About(portal, customer.Id));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await desk.FileAsync(Agreements.About(portal, customer.Id));

        Assert.Equal(contract.Id, (await desk.TicketAsync(open.Number)).ContractId);
        Assert.Equal(contract.Id, (await desk.TicketAsync(today.Number)).ContractId);
        Assert.Null((await desk.TicketAsync(tomorrow.Number)).ContractId);
        Assert.Equal("Cambio de proveedor.", (await desk.ContractAsync(contract.Id)).Steps.Single(step => step.Kind == ContractStepKind.Terminated).Detail);
    }

    [SkippableTheory, Engines]
    public async Task An_approved_class_tightens_what_is_filed_and_open_cases_as_is_chosen(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id));
        var open = await desk.FileAsync(Agreements.About(portal, customer.Id));

        var follower = Assert.Single(desk.Get<IEnumerable<ICriticalityFollower>>());
        await desk.Get<DeskWriter>().RunAsync(async db =>
        {
            (await db.Products.SingleAsync(product => product.Id == portal.Id)).Criticality = CriticalityClass.High;
            await follower.FollowAsync(db, new(portal.Id, portal.Name, null, CriticalityClass.High, new(2026, 9, 1), null, desk.Clock.Now, "Luz Marina"), CancellationToken.None);
            return true;
        }, CancellationToken.None);
        follower.Refresh();

        // 45 and 360 minutes: 10:45, and 2 + 4 hours today. The open one keeps its 60 and 480.
        await DueAsync(desk, Agreements.About(portal, customer.Id), "2026-03-03 10:45", "2026-03-03 17:00", contract.Id);
        await DueAsync(desk, open.Number, "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);
        Assert.Equal(1, await desk.Get<ReadEarlierTerms>().RunAsync(portal.Id, CancellationToken.None));

        // The preview says what the choice then does.
        var again = KeepContracts.CatchUp(contract.Id);
        var preview = await desk.Get<PreviewChange>().RunAsync(again, Agreements.Lead, CancellationToken.None);
        Assert.Equal(new Reach(1, 1, 0), preview.Preview!.Reach);
        Assert.Equal(preview.Preview.Reach, (await desk.Get<ApplyChange>().RunAsync(again, ApplyTo.NewAndOpen, Agreements.Lead)).Reach);
        await DueAsync(desk, open.Number, "2026-03-03 10:45", "2026-03-03 17:00", contract.Id);
        Assert.Equal(0, await desk.Get<ReadEarlierTerms>().RunAsync(portal.Id, CancellationToken.None));
        var ticket = await desk.TicketAsync(open.Number);
        Assert.Equal(ticket.ContractId, Ticket.Rebuild(ticket.Events, await desk.BookAsync()).ContractId);
    }

    [SkippableTheory, Engines]
    public async Task Signing_shows_which_open_cases_would_move_and_moves_those(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (theirs, others) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.WinCustomerAsync(ServiceLevel.Standard));
        var portal = await desk.LaunchAsync();
        var (open, foreign) = (await desk.FileAsync(Agreements.About(portal, theirs.Id)), await desk.FileAsync(Agreements.About(portal, others.Id)));
        desk.Clock.Advance(TimeSpan.FromMinutes(90));
        var draft = (await desk.Get<SignContract>().DraftAsync(Agreements.Draft(theirs.Id, await desk.OfferAsync(), portal.Id), Agreements.Lead, CancellationToken.None)).Contract!;
        var act = SignContract.Act(draft.Id, draft.Version);

        // 90 minutes are gone: within the general 120, and beyond the 60 of the contract.
        var preview = await desk.Get<PreviewChange>().RunAsync(act, Agreements.Lead, CancellationToken.None);
        Assert.Equal(new Reach(1, 1, 1), preview.Preview!.Reach);
        Assert.Equal(open.Number, Assert.Single(preview.Preview.Nearest).Number);
        Assert.Equal(ContractState.Draft, (await desk.ContractAsync(draft.Id)).State);
        Assert.Empty((await desk.BookAsync()).OfContract(draft.Id));

        Assert.Equal(preview.Preview.Reach, (await desk.Get<ApplyChange>().RunAsync(act, ApplyTo.NewAndOpen, Agreements.Lead)).Reach);
        Assert.Equal(draft.Id, (await desk.TicketAsync(open.Number)).ContractId);
        Assert.Null((await desk.TicketAsync(foreign.Number)).ContractId);
        Assert.Equal(ContractProblemCode.ChangedMeanwhile, (await desk.Get<ApplyChange>().RunAsync(act, ApplyTo.NewOnly, Agreements.Lead)).Problem!.Contract!.Code);
        Assert.Equal(SlaProblemCode.NotAllowed, (await desk.Get<ApplyChange>().RunAsync(act, ApplyTo.NewOnly, Samples.Someone())).Problem!.Code);
    }

    [SkippableTheory, Engines]
    public async Task Another_name_of_the_platform_and_another_version_of_the_plan_bring_new_policies(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var (portal, plan) = (await desk.LaunchAsync(), await desk.OfferAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id));
        var key = ContractPolicies.KeyOf(contract.Id, portal.Id);

        var (_, fault) = await desk.Get<KeepPlatforms>().SaveAsync(new() { Id = portal.Id, Seen = portal.Version, Name = "Pagos en línea", Kind = ProductKind.Platform, Active = true }, Agreements.Lead, CancellationToken.None);
        Assert.Null(fault);
        Assert.Equal(["Pagos en línea"], (await desk.BookAsync()).CurrentTerms(key)!.Policy.Definition.Products);
        await DueAsync(desk, Agreements.About(portal, customer.Id) with { Product = "Pagos en línea" }, "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);

        // A new version of the plan changes no contract until somebody moves it.
        var stricter = await desk.OfferAsync(Agreements.Professional with { Targets = new Dictionary<Priority, Target>(plan.Definition.Targets) { [Priority.High] = new(30, 120) } }, plan);
        await DueAsync(desk, Agreements.About(portal, customer.Id) with { Product = "Pagos en línea" }, "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);
        contract = await desk.ContractAsync(contract.Id);
        Assert.Equal(plan.Id, contract.PlanId);
        Assert.Null((await desk.Get<ApplyChange>().RunAsync(KeepContracts.TakeOver(contract.Id, contract.Version, stricter.Id), ApplyTo.NewOnly, Agreements.Lead)).Problem);
        await DueAsync(desk, Agreements.About(portal, customer.Id) with { Product = "Pagos en línea" }, "2026-03-03 10:30", "2026-03-03 12:00", contract.Id);
        Assert.Contains("v2", (await desk.ContractAsync(contract.Id)).Steps.Single(step => step.Kind == ContractStepKind.PlanMoved).Detail, StringComparison.Ordinal);

        // By hand nobody touches them.
        var derived = (await desk.BookAsync()).CurrentTerms(key)!.Policy;
        var byHand = await desk.Get<ApplyChange>().RunAsync(new SlaEdit.OfPolicy(key, derived.Version, 1, "office", derived.Definition with { ContractId = null }), ApplyTo.NewOnly, Agreements.Admin);
        Assert.Equal(SlaProblemCode.OfContract, byHand.Problem!.Code);
    }

    [SkippableTheory, Engines]
    public async Task Two_contracts_of_a_customer_never_promise_the_same_platform_on_one_day(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var (portal, plan, sign) = (await desk.LaunchAsync(), await desk.OfferAsync(), desk.Get<SignContract>());
        var second = (await sign.DraftAsync(Agreements.Draft(customer.Id, plan, portal.Id), Agreements.Lead, CancellationToken.None)).Contract!;
        var first = await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id) with { Until = new(2026, 6, 30) });

        var refused = (await sign.RunAsync(second.Id, second.Version, ApplyTo.NewOnly, Agreements.Lead)).Problem!.Contract!;
        Assert.Equal(new ContractOverlap(first.Number, portal.Id, new(2026, 3, 1), new(2026, 6, 30), portal.Name), refused.Overlap);
        var renewal = await desk.Get<KeepContracts>().RenewAsync(first.Id, Agreements.Lead, CancellationToken.None);
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2026, 10, 31), first.Id), (renewal.Contract!.From, renewal.Contract.Until, renewal.Contract.SucceedsId));
        Assert.Equal(ContractProblemCode.AlreadyRenewed, (await desk.Get<KeepContracts>().RenewAsync(first.Id, Agreements.Lead, CancellationToken.None)).Problem!.Code);
        Assert.Equal(["C-2026-0001", "C-2026-0002", "C-2026-0003"], await desk.ReadAsync(db => db.Contracts.OrderBy(each => each.Id).Select(each => each.Number).ToListAsync()));
    }

    [SkippableTheory, Engines]
    public async Task What_is_classified_under_a_covered_platform_stands_on_its_contract(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard);
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id));
        var unsorted = await desk.FileAsync(Agreements.About(portal, customer.Id) with { Product = null });
        await desk.ChangeAsync(unsorted.Number, (ticket, book, now) => ticket.Classify(null, portal.Name, book, now));
        await DueAsync(desk, unsorted.Number, "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);

        // Taken off again it keeps what it was promised.
        await desk.ChangeAsync(unsorted.Number, (ticket, book, now) => ticket.Classify(null, null, book, now));
        await DueAsync(desk, unsorted.Number, "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);
    }

    [SkippableTheory, Engines]
    public async Task Contracts_go_along_with_an_organisation_that_was_another(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (one, other) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.WinCustomerAsync(ServiceLevel.Standard));
        var portal = await desk.LaunchAsync();
        var contract = await desk.AgreeAsync(Agreements.Draft(one.Id, await desk.OfferAsync(), portal.Id));

        var moved = await desk.Get<DeskWriter>().RunAsync(db => desk.Get<MoveContracts>().StoreAsync(db, [contract.Id], other.Id, Agreements.Lead, CancellationToken.None), CancellationToken.None);
        desk.Get<SlaShelf>().Refresh();

        Assert.Null(moved.Problem);
        await DueAsync(desk, Agreements.About(portal, other.Id), "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);
        await DueAsync(desk, Agreements.About(portal, one.Id), "2026-03-03 12:00", "2026-03-05 10:00", null);
    }

    [SkippableTheory, Engines]
    public async Task A_case_that_turns_out_to_be_about_another_platform_of_the_contract_is_promised_by_its_class(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (customer, portal, core) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.LaunchAsync(), await desk.LaunchAsync("Núcleo", CriticalityClass.Critical));
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id, core.Id));
        var filed = await desk.FileAsync(Agreements.About(portal, customer.Id));
        Assert.Equal(ContractPolicies.KeyOf(contract.Id, portal.Id), await KeyAsync(desk, filed.Number));

        await desk.ChangeAsync(filed.Number, (ticket, book, now) => ticket.Classify(null, core.Name, book, now));

        Assert.Equal(ContractPolicies.KeyOf(contract.Id, core.Id), await KeyAsync(desk, filed.Number));
        Assert.Equal(30, (await desk.TicketAsync(filed.Number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.FirstResponse).Amount);
    }

    [SkippableTheory, Engines]
    public async Task A_platform_names_the_contracts_that_are_for_it_and_have_not_ended(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (customer, portal, other) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.LaunchAsync(), await desk.LaunchAsync("App"));
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id));

        Assert.Equal((contract.Id, contract.Number, customer.Name), await OnlyAsync());
        Assert.Empty((await desk.Get<Catalogue.ReadPlatform>().RunAsync(other.Id, CancellationToken.None))!.Contracts);
        desk.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Null(await OnlyAsync());

        async Task<(int, string, string)?> OnlyAsync() =>
            (await desk.Get<Catalogue.ReadPlatform>().RunAsync(portal.Id, CancellationToken.None))!.Contracts is [var only] ? (only.Id, only.Number, only.Customer) : null;
    }

    [SkippableTheory, Engines]
    public async Task Who_takes_over_another_level_rewrites_no_month_of_before(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (customer, portal, plan) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.LaunchAsync(), await desk.OfferAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, plan, portal.Id));
        var (stricter, strictest) = (await desk.OfferAsync(Agreements.Professional with { AvailabilityPercent = 99.9m }, plan), await desk.OfferAsync(Agreements.Professional with { Name = "Total", AvailabilityPercent = 99.99m }));
        desk.Clock.Now = At("2026-05-15 09:00");
        await TakeAsync(stricter.Id);
        desk.Clock.Now = At("2026-05-20 09:00");
        await TakeAsync(strictest.Id);
        desk.Clock.Now = At("2026-07-02 09:00");

        foreach (var (month, percent) in ((int, decimal)[])[(3, 99.5m), (4, 99.5m), (6, 99.99m), (7, 99.99m)])
            Assert.Equal(percent, (await desk.Get<ReadAvailability>().MonthAsync(portal.Id, new(2026, month, 1), CancellationToken.None))!.Goal!.Percent);

        async Task TakeAsync(int to)
        {
            contract = await desk.ContractAsync(contract.Id);
            Assert.Null((await desk.Get<ApplyChange>().RunAsync(KeepContracts.TakeOver(contract.Id, contract.Version, to), ApplyTo.NewOnly, Agreements.Lead)).Problem);
        }
    }

    [SkippableTheory, Engines]
    public async Task Contracts_are_watched_as_the_general_policy_is_from_its_own_change_on(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (customer, portal) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.LaunchAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id));
        var key = ContractPolicies.KeyOf(contract.Id, portal.Id);
        var open = await desk.FileAsync(Agreements.About(portal, customer.Id));

        // Other times of the general policy, and other warnings of one that is not left for everybody, are nothing to a contract.
        Assert.Null((await desk.Get<ApplyChange>().RunAsync(await EditAsync("standard", had => had with { Targets = new Dictionary<Priority, Target>(had.Targets) { [Priority.Low] = new(900, 9_000) } }), ApplyTo.NewOnly, Agreements.Admin)).Problem);
        Assert.Null((await desk.Get<ApplyChange>().RunAsync(await EditAsync("preferred", had => had with { Thresholds = [10, .. had.Thresholds] }), ApplyTo.NewOnly, Agreements.Admin)).Problem);
        Assert.Equal(1, (await desk.BookAsync()).CurrentTerms(key)!.Policy.Version);

        var edit = await EditAsync("standard", had => had with { Thresholds = [60, 100], Escalations = [new(60, [], [EscalationAct.NotifyLeads])] });
        var preview = (await desk.Get<PreviewChange>().RunAsync(edit, Agreements.Admin, CancellationToken.None)).Preview!;
        Assert.Equal(new Reach(1, 0, 0), preview.Reach);
        Assert.Equal(["General", $"{contract.Number} · {portal.Name}"], preview.Policies);
        Assert.Equal(1, (await desk.BookAsync()).CurrentTerms(key)!.Policy.Version);

        Assert.Equal(preview.Reach, (await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, Agreements.Admin)).Reach);
        var derived = (await desk.BookAsync()).CurrentTerms(key)!.Policy;
        Assert.Equal((2, "Zoe Admin"), (derived.Version, derived.MadeBy));
        Assert.Equal([60, 100], derived.Definition.Thresholds);
        Assert.Equal(EscalationAct.NotifyLeads, Assert.Single(Assert.Single(derived.Definition.Escalations).Acts));

        // 60 of 100 of its hour are gone at 10:36. What is filed now is watched alike, and what the contract promises stays as it was.
        await DueAsync(desk, open.Number, "2026-03-03 11:00", "2026-03-04 10:00", contract.Id);
        desk.Clock.Advance(TimeSpan.FromMinutes(37));
        await desk.ChangeAsync(open.Number, (ticket, book, now) => ticket.CatchUp(now.At, book), Domain.People.Actor.Desk);
        Assert.Contains((await desk.TicketAsync(open.Number)).Events, line => line.Event is TicketEvent.ThresholdReached { Deadline: DeadlineKind.FirstResponse, Percent: 60 });
        await DueAsync(desk, Agreements.About(portal, customer.Id), "2026-03-03 11:37", "2026-03-04 10:37", contract.Id);

        async Task<SlaEdit> EditAsync(string general, Func<PolicyDefinition, PolicyDefinition> change) => (await desk.BookAsync()).CurrentTerms(general)!.Policy is var policy
            ? new SlaEdit.OfPolicy(general, policy.Version, policy.Order, "office", change(policy.Definition))
            : throw new InvalidOperationException();
    }

    private static async Task DueAsync(TestDesk desk, Filing filing, string reply, string resolution, int? contract) =>
        await DueAsync(desk, (await desk.FileAsync(filing)).Number, reply, resolution, contract);

    private static async Task DueAsync(TestDesk desk, string number, string reply, string resolution, int? contract)
    {
        var ticket = await desk.TicketAsync(number);
        Assert.Equal(
            (At(reply), At(resolution), contract),
            (Of(DeadlineKind.FirstResponse), Of(DeadlineKind.Resolution), ticket.ContractId));
        Assert.Equal(contract, (await desk.BookAsync()).Terms(ticket.PolicyVersionId!.Value).Policy.Definition.ContractId);

        DateTimeOffset? Of(DeadlineKind kind) => ticket.Deadlines.Single(deadline => deadline.Kind == kind).DueAt;
    }

    private static async Task<string> KeyAsync(TestDesk desk, string number) =>
        (await desk.BookAsync()).Terms((await desk.TicketAsync(number)).PolicyVersionId!.Value).Policy.Key;

    /// <summary>An instant of Bogotá.</summary>
    private static DateTimeOffset At(string local) => new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(-5)).ToUniversalTime();
}
