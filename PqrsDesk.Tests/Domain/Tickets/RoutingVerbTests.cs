using System.Text.Json;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>What the rules do to a ticket that is there already, and what its log keeps.</summary>
public sealed class RoutingVerbTests
{
    [Fact]
    public async Task Routed_again_it_goes_to_its_area_queue_owner_and_priority_and_the_log_says_why()
    {
        var it = await Case.FiledAsync();
        var queue = House.Numbered(new WorkQueue { Name = "Cobros", AreaId = it.Cast.Other.Id }, 5);
        var outcome = new RoutingOutcome(it.Cast.Other, queue, it.Cast.Beto, Priority.High, new RoutingTrace(RoutingWay.Rule, it.Cast.Other.Name) { Number = 2, Rule = "Cobros" });

        Assert.True(it.Try((ticket, now) => ticket.Reroute(outcome, it.Cast.First.Name, null, it.Book, now)).Succeeded);

        Assert.Equal((it.Cast.Other.Id, 5, it.Cast.Beto.Id, Priority.High), (it.Ticket.AreaId, it.Ticket.WorkQueueId!.Value, it.Ticket.OwnerId!.Value, it.Ticket.Priority));
        Assert.Equal(["filed", "routed", "reassigned", "queueChanged", "priorityChanged", "assigned"], it.Ticket.Events.Select(line => line.Event.StoredName));
        Assert.Equal(2, it.Ticket.RoutedIn);
        Assert.Equal("Regla de reparto 2: Cobros", it.Ticket.Events.Select(line => line.Event).OfType<TicketEvent.Assigned>().Single().Note);
        Assert.Equal(RefusalCode.NothingChanged, Assert.IsType<Decision.Refused>(it.Try((ticket, now) => ticket.Reroute(outcome, "", null, it.Book, now))).Refusal.Code);
        AssertRebuilt(it);
    }

    [Fact]
    public async Task Whoever_has_it_keeps_it_while_the_area_stays()
    {
        var it = await Case.FiledAsync();
        Assert.True(it.Try((ticket, now) => ticket.TakeFor(it.Cast.Ana, it.Book, now)).Succeeded);
        var outcome = new RoutingOutcome(it.Cast.First, null, it.Cast.Beto, Priority.High, new RoutingTrace(RoutingWay.Rule, it.Cast.First.Name) { Number = 1, Rule = "R" });
        Assert.True(it.Try((ticket, now) => ticket.Reroute(outcome, it.Cast.First.Name, null, it.Book, now)).Succeeded);
        Assert.Equal((it.Cast.Ana.Id, Priority.High), (it.Ticket.OwnerId!.Value, it.Ticket.Priority));
    }

    [Fact]
    public async Task A_queue_is_of_the_area_and_is_left_with_it()
    {
        var it = await Case.FiledAsync();
        var (own, other) = (House.Numbered(new WorkQueue { Name = "Propia", AreaId = it.Cast.First.Id }, 5), House.Numbered(new WorkQueue { Name = "Ajena", AreaId = it.Cast.Other.Id }, 6));
        Assert.Equal(RefusalCode.QueueUnknown, Assert.IsType<Decision.Refused>(it.Try((ticket, now) => ticket.MoveTo(other, null, it.Book, now))).Refusal.Code);
        Assert.True(it.Try((ticket, now) => ticket.MoveTo(own, null, it.Book, now)).Succeeded);
        Assert.Equal(RefusalCode.NothingChanged, Assert.IsType<Decision.Refused>(it.Try((ticket, now) => ticket.MoveTo(own, "Propia", it.Book, now))).Refusal.Code);
        Assert.True(it.Try((ticket, now) => ticket.Reassign(it.Cast.Other, it.Cast.First.Name, "Les compete.", it.Book, now)).Succeeded);
        Assert.Null(it.Ticket.WorkQueueId);
        AssertRebuilt(it);
    }

    [Fact]
    public void A_log_of_before_there_were_rules_is_still_read()
    {
        const string Old = """{"type":"filed","number":"PQRS-2026-000001","filing":{"kind":"Claim","subject":"S","description":"D","channel":"Web","areaId":1},"priority":"Medium","areaName":"Atención","policyVersionId":1,"effectiveOn":"2026-03-03"}""";
        var filed = Assert.IsType<TicketEvent.Filed>(JsonSerializer.Deserialize<TicketEvent>(Old, Json.Options));
        Assert.Null(filed.Routing);
        Assert.Null(filed.Filing.WorkQueueId);
    }

    [Fact]
    public void A_trace_comes_out_of_the_log_as_it_went_in()
    {
        var trace = new RoutingTrace(RoutingWay.Rule, "Facturación")
        {
            Number = 3,
            Rule = "Cobros",
            Matched = [RoutingCondition.Topic],
            Tried = [new(1, "Quejas", RoutingCondition.Kind)],
            TriedMore = 2,
            Queue = "Dobles",
            Hand = RoutingHand.Responsible,
            Owner = "Beto",
            Away = [new("Ana", "Beto")],
            Priority = Priority.High,
        };
        var text = JsonSerializer.Serialize<TicketEvent>(new TicketEvent.Routed(trace), Json.Options);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<TicketEvent>(text, Json.Options), Json.Options));
        Assert.Contains("\"away\":[{\"name\":\"Ana\",\"standIn\":\"Beto\"}]", text, StringComparison.Ordinal);
    }

    private static void AssertRebuilt(Case it)
    {
        var again = Ticket.Rebuild(it.Ticket.Events, it.Book);
        Assert.Equal((it.Ticket.AreaId, it.Ticket.WorkQueueId, it.Ticket.OwnerId, it.Ticket.RoutedIn, it.Ticket.Version),
            (again.AreaId, again.WorkQueueId, again.OwnerId, again.RoutedIn, again.Version));
    }
}
