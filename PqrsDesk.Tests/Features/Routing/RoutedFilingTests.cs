using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Routing;

/// <summary>What comes in is routed by rules that an administrator saved, on both engines.</summary>
public sealed class RoutedFilingTests
{
    private static readonly Actor Admin = Samples.Someone(Role.Admin, name: "Samuel Correa");

    [SkippableTheory, Engines]
    public async Task A_filing_that_nobody_routed_goes_where_the_rule_says_with_its_reasons(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (billing, queue, beto) = await BillingAsync(desk);
        var ana = await desk.HireAsync("Ana Restrepo", areaId: billing.Id);
        await desk.Get<KeepAreas>().SetResponsiblesAsync(billing.Id, [ana.Id], Admin, CancellationToken.None);
        var away = new AbsenceForm { From = new(2026, 3, 3), To = new(2026, 3, 3), SubstituteId = beto.Id };
        Assert.Null((await desk.Get<KeepAbsences>().AddAsync(ana.Id, away, Actor.Staff(ana), CancellationToken.None)).Problem);
        await SaveAsync(desk, new("Quejas") { Kinds = [TicketKind.Complaint], AreaId = Samples.FirstArea });
        await SaveAsync(desk, new("Reclamos") { Kinds = [TicketKind.Claim], AreaId = billing.Id, QueueId = queue.Id, Hand = RoutingHand.Responsible, Priority = Priority.High });

        var outcome = await FileAsync(desk, Samples.Filing);

        var ticket = await desk.TicketAsync(outcome.Receipt!.Number);
        Assert.Equal((billing.Id, queue.Id, beto.Id, Priority.High, TicketStatus.InProgress), (ticket.AreaId, ticket.WorkQueueId, ticket.OwnerId, ticket.Priority, ticket.Status));
        var told = await desk.ReadAsync(db => db.Notices.SingleAsync());
        Assert.Equal((beto.Id, ticket.Id, ticket.Events[1].Sequence, NoticeKind.Assignment), (told.StaffId, told.TicketId, told.Sequence, told.Kind));
        var filed = Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event);
        Assert.Equal((Priority.High, "Regla de reparto 2: Reclamos"), (filed.Filing.PriorityOverride, filed.Filing.PriorityReason));
        Assert.Equal([new Away("Ana Restrepo", "Beto Cruz")], filed.Routing!.Away!);
        Assert.Equal([new RuleTried(1, "Quejas", RoutingCondition.Kind)], filed.Routing.Tried!);
        Assert.Equal((new TicketEvent.Assigned(beto.Id, "Beto Cruz", "Regla de reparto 2: Reclamos"), ActorKind.Desk), (ticket.Events[1].Event, ticket.Events[1].ByKind));
        Assert.Equal(1, (await desk.ReadAsync(db => new CountQueue(desk.Clock).RunAsync(db, CancellationToken.None))).Of(beto.Id));

        // The log alone says the same, and the rules may be gone by then.
        var rules = await desk.ReadAsync(db => db.RoutingRules.OrderBy(rule => rule.Order).ToListAsync());
        foreach (var rule in rules) await desk.Get<KeepRules>().DeleteAsync(rule.Id, rule.Version, Admin, CancellationToken.None);
        var again = Ticket.Rebuild((await desk.TicketAsync(ticket.Number)).Events, await desk.BookAsync());
        Assert.Equal((ticket.AreaId, ticket.WorkQueueId, ticket.OwnerId, 1), (again.AreaId, again.WorkQueueId, again.OwnerId, again.RoutedIn!.Value));
        var document = await desk.Get<ReadTicketDocument>().RunAsync(ticket.Number, CancellationToken.None);
        Assert.Equal((queue.Id, "Cobros", "Reclamos", "Beto Cruz"), (document!.QueueId!.Value, document.Queue, document.Routing!.Rule, document.Routing.Owner));
    }

    [SkippableTheory, Engines]
    public async Task What_somebody_chose_stands(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (billing, queue, _) = await BillingAsync(desk);
        await SaveAsync(desk, new("Reclamos") { AreaId = billing.Id, QueueId = queue.Id, Priority = Priority.High });

        var chosen = await desk.TicketAsync((await desk.FileAsync()).Number);
        Assert.Equal((Samples.FirstArea, (int?)null, Priority.Medium), (chosen.AreaId, chosen.WorkQueueId, chosen.Priority));
        Assert.Equal(RoutingWay.Chosen, Assert.IsType<TicketEvent.Filed>(chosen.Events[0].Event).Routing!.Way);
        var same = await desk.TicketAsync((await desk.FileAsync(Samples.Filing with { AreaId = billing.Id })).Number);
        Assert.Equal((billing.Id, (int?)queue.Id, Priority.Medium), (same.AreaId, same.WorkQueueId, same.Priority));
        var given = await desk.TicketAsync((await FileAsync(desk, Samples.Filing with { PriorityOverride = Priority.Low, PriorityReason = "Lo pidió." })).Receipt!.Number);
        Assert.Equal((billing.Id, Priority.Low), (given.AreaId, given.Priority));
    }

    [SkippableTheory, Engines]
    public async Task Cases_that_come_at_once_are_dealt_out_in_turn(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (billing, _, _) = await BillingAsync(desk);
        await desk.HireAsync("Carla Paz", areaId: billing.Id);
        await desk.HireAsync("Dora Gil", areaId: billing.Id);
        await SaveAsync(desk, new("Por turno") { AreaId = billing.Id, Hand = RoutingHand.LeastLoaded });

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => FileAsync(desk, Samples.Filing))));

        var loads = await desk.ReadAsync(db => db.Tickets.GroupBy(ticket => ticket.OwnerId).Select(owner => owner.Count()).ToListAsync());
        Assert.Equal([10, 10, 10], loads);
    }

    [SkippableTheory, Engines]
    public async Task A_message_by_mail_is_routed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (billing, _, _) = await BillingAsync(desk);
        await SaveAsync(desk, new("Correo") { Channels = [Channel.Email], AreaId = billing.Id });
        var taken = await desk.TakeAsync(Mails.Plain("Cobro doble", "Me cobraron dos veces."));
        Assert.Equal(billing.Id, (await desk.TicketAsync(taken.Number!)).AreaId);
    }

    [SkippableTheory, Engines]
    public async Task A_topic_has_its_area_and_a_customer_its_level(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (billing, _, _) = await BillingAsync(desk);
        var topic = await desk.AddAsync(new Topic { Name = "Facturas", AreaId = billing.Id });
        await desk.AddAsync(new Topic { Name = "Cobro errado", ParentId = topic.Id });
        var works = await desk.OpenAreaAsync("Obras");
        var customer = await desk.WinCustomerAsync(ServiceLevel.Critical);
        await SaveAsync(desk, new("Críticos") { ServiceLevels = [ServiceLevel.Critical], AreaId = works.Id });

        Assert.Equal(billing.Id, await AreaAsync(Samples.Filing with { Topic = "Facturas › Cobro errado" }));
        Assert.Equal(works.Id, await AreaAsync(Samples.Filing with { Topic = "Facturas", CustomerId = customer.Id }));
        Assert.Equal(Samples.FirstArea, await AreaAsync(Samples.Filing));

        async Task<int> AreaAsync(Filing filing) => (await desk.TicketAsync((await FileAsync(desk, filing)).Receipt!.Number)).AreaId;
    }

    [SkippableTheory, Engines]
    public async Task Another_node_goes_by_changed_rules_within_seconds(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var (billing, _, _) = await BillingAsync(desk);
        Assert.Equal(Samples.FirstArea, (await FileAsync(other, Samples.Filing)).Filed!.Area.Id);

        await SaveAsync(desk, new("Reclamos") { AreaId = billing.Id });
        Assert.Equal(billing.Id, (await FileAsync(desk, Samples.Filing)).Filed!.Area.Id);
        desk.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(billing.Id, (await FileAsync(other, Samples.Filing)).Filed!.Area.Id);
    }

    [SkippableTheory, Engines]
    public async Task Of_two_who_change_a_rule_the_second_is_told(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var keep = desk.Get<KeepRules>();
        var first = await SaveAsync(desk, new("Una") { AreaId = Samples.FirstArea });
        var second = await SaveAsync(desk, new("Otra") { Kinds = [TicketKind.Claim], Priority = Priority.High });

        Assert.Null((await keep.SaveAsync(first, 1, new("Una, mejor") { AreaId = Samples.FirstArea }, Samples.Someone(Role.Admin, 2, "Gloria"), CancellationToken.None)).Problem);
        Assert.Equal(new RoutingSaved(RoutingProblem.ChangedMeanwhile, By: "Gloria"), await keep.SaveAsync(first, 1, new("Una, peor") { AreaId = Samples.FirstArea }, Admin, CancellationToken.None));
        Assert.Equal(RoutingProblem.ChangedMeanwhile, (await keep.DeleteAsync(first, 1, Admin, CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.ChangedMeanwhile, (await keep.MoveAsync(second, 1, [second, first], Admin, CancellationToken.None)).Problem);
        Assert.Null((await keep.MoveAsync(second, 1, [first, second], Admin, CancellationToken.None)).Problem);
        Assert.Equal([(second, 1), (first, 2)], (await desk.ReadAsync(db => db.RoutingRules.OrderBy(rule => rule.Order).ToListAsync())).Select(rule => (rule.Id, rule.Order)));
        Assert.Null((await keep.DeleteAsync(second, 1, Admin, CancellationToken.None)).Problem);
        Assert.Equal(1, await desk.ReadAsync(db => db.RoutingRules.Select(rule => rule.Order).SingleAsync()));
        Assert.Equal(RoutingProblem.NotAllowed, (await keep.SaveAsync(null, 0, new("X") { AreaId = Samples.FirstArea }, Samples.Someone(Role.Lead), CancellationToken.None)).Problem);
        Assert.Equal(
            [RoutingAct.Added, RoutingAct.Added, RoutingAct.Changed, RoutingAct.Moved, RoutingAct.Deleted],
            await desk.ReadAsync(db => db.RoutingChanges.OrderBy(change => change.Id).Select(change => change.Act).ToListAsync()));
    }

    [Fact]
    public async Task The_latest_cases_say_where_a_draft_would_take_them()
    {
        await using var desk = await TestDesk.StartAsync();
        var (billing, _, _) = await BillingAsync(desk);
        for (var i = 0; i < 5; i++) await desk.FileAsync(Samples.Filing with { Kind = i < 3 ? TicketKind.Claim : TicketKind.Petition });
        var book = (await desk.Get<ReadRouting>().RunAsync(CancellationToken.None)).Book;
        var draft = book.With([new RoutingRule { Order = 1, Definition = new("R") { Kinds = [TicketKind.Claim], AreaId = billing.Id }, ChangedAt = desk.Clock.Now, ChangedBy = "Sam" }]);

        var rehearsal = await desk.Get<TryRules>().RehearseAsync(book, draft, CancellationToken.None);

        Assert.Equal((5, 3), (rehearsal.Cases, rehearsal.Moved));
        Assert.Equal(new RehearsedMove("Atención al ciudadano", "Facturación", 3, "PQRS-2026-000003"), Assert.Single(rehearsal.Moves));
        Assert.Equal(0, (await desk.Get<TryRules>().RehearseAsync(book, book, CancellationToken.None)).Moved);
    }

    [Fact]
    public async Task Leads_keep_their_own_area_and_everybody_their_own_absence()
    {
        await using var desk = await TestDesk.StartAsync();
        var (billing, _, beto) = await BillingAsync(desk);
        var ana = await desk.HireAsync("Ana Restrepo");
        var lead = Actor.Staff(await desk.HireAsync("Lía Vega", Role.Lead, billing.Id));
        var (areas, absences) = (desk.Get<KeepAreas>(), desk.Get<KeepAbsences>());
        var form = new AbsenceForm { From = new(2026, 3, 3), To = new(2026, 3, 5) };

        Assert.Null((await areas.SetResponsiblesAsync(billing.Id, [beto.Id], lead, CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.NotAllowed, (await areas.SetResponsiblesAsync(Samples.FirstArea, [beto.Id], lead, CancellationToken.None)).Problem);
        Assert.Null((await absences.AddAsync(beto.Id, form, lead, CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.NotAllowed, (await absences.AddAsync(ana.Id, form, lead, CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.NotAllowed, (await areas.SetSubstituteAsync(beto.Id, ana.Id, Actor.Staff(ana), CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.OwnSubstitute, (await areas.SetSubstituteAsync(ana.Id, ana.Id, Actor.Staff(ana), CancellationToken.None)).Problem);
        Assert.Null((await areas.SetSubstituteAsync(ana.Id, beto.Id, Actor.Staff(ana), CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.AbsenceBackwards, (await absences.AddAsync(ana.Id, new AbsenceForm { From = new(2026, 3, 5), To = new(2026, 3, 4) }, Actor.Staff(ana), CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.AbsenceBackwards, (await absences.AddAsync(ana.Id, new AbsenceForm { From = new(2026, 3, 1), To = new(2026, 3, 2) }, Actor.Staff(ana), CancellationToken.None)).Problem);
        Assert.Equal(RoutingProblem.LastArea, (await RetireAllAsync()).Problem);

        var id = await desk.ReadAsync(db => db.Absences.Select(absence => absence.Id).SingleAsync());
        Assert.Null((await absences.EndAsync(id, Actor.Staff(beto), CancellationToken.None)).Problem);
        Assert.Equal(desk.Clock.Now, await desk.ReadAsync(db => db.Absences.Select(absence => absence.To).SingleAsync()));
        Assert.Equal(RoutingProblem.AbsenceGone, (await absences.EndAsync(id, Actor.Staff(beto), CancellationToken.None)).Problem);

        async Task<RoutingSaved> RetireAllAsync()
        {
            await areas.SaveAreaAsync(billing.Id, "Facturación", false, Admin, CancellationToken.None);
            return await areas.SaveAreaAsync(Samples.FirstArea, "Atención al ciudadano", false, Admin, CancellationToken.None);
        }
    }

    private static async Task<(Area Billing, WorkQueue Queue, StaffMember Beto)> BillingAsync(TestDesk desk)
    {
        var billing = await desk.OpenAreaAsync();
        return (billing, await desk.AddAsync(new WorkQueue { Name = "Cobros", AreaId = billing.Id }), await desk.HireAsync("Beto Cruz", areaId: billing.Id));
    }

    private static async Task<int> SaveAsync(TestDesk desk, RoutingDefinition rule)
    {
        var saved = await desk.Get<KeepRules>().SaveAsync(null, 0, rule, Admin, CancellationToken.None);
        Assert.Null(saved.Problem);
        return saved.Id!.Value;
    }

    private static Task<FilingOutcome> FileAsync(TestDesk desk, Filing filing) => desk.Get<FilingDoor>().FileAsync(
        new FilingRequest(filing, new AreaChoice.Routed(), Samples.Petitioner, Actor.Petitioner("María Íñiguez"), []), CancellationToken.None);
}
