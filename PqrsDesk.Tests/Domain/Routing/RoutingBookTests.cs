using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Routing.House;

namespace PqrsDesk.Domain.Routing;

public sealed class RoutingBookTests
{
    [Fact]
    public void The_first_rule_that_fits_takes_it_and_those_before_say_what_they_missed()
    {
        var outcome = Book(
            new("Quejas") { Kinds = [TicketKind.Complaint], AreaId = Attention },
            new("Correo") { Kinds = [TicketKind.Claim], Channels = [Channel.Email], AreaId = Attention },
            new("Reclamos") { Kinds = [TicketKind.Claim], AreaId = Billing, QueueId = Doubles, Priority = Priority.High },
            new("Todo") { AreaId = Attention }).Route(Claim);

        Assert.Equal((Billing, Doubles, Priority.High), (outcome.Area.Id, outcome.Queue!.Id, outcome.Priority!.Value));
        Assert.Null(outcome.Owner);
        Assert.Equal((RoutingWay.Rule, 3, "Reclamos", "Facturación", "Cobros dobles"), (outcome.Trace.Way, outcome.Trace.Number!.Value, outcome.Trace.Rule, outcome.Trace.Area, outcome.Trace.Queue));
        Assert.Equal([RoutingCondition.Kind], outcome.Trace.Matched!);
        Assert.Equal([new RuleTried(1, "Quejas", RoutingCondition.Kind), new RuleTried(2, "Correo", RoutingCondition.Channel)], outcome.Trace.Tried!);
        Assert.Equal("Regla de reparto 3: Reclamos", outcome.Trace.Note);
    }

    [Fact]
    public void Order_decides_not_where_a_rule_stands_in_the_list()
    {
        var (early, late) = (Rule(1, new("Primera") { AreaId = Billing }), Rule(2, new("Segunda") { AreaId = Attention }));
        Assert.Equal("Primera", new RoutingBook(Parts() with { Rules = [late, early] }).Route(Claim).Trace.Rule);
    }

    [Fact]
    public void One_that_is_switched_off_is_not_tried()
    {
        var outcome = new RoutingBook(Parts() with { Rules = [Rule(1, new("Apagada") { AreaId = Billing }, active: false), Rule(2, new("Otra") { AreaId = Attention })] }).Route(Claim);
        Assert.Equal((2, (object?)null), (outcome.Trace.Number!.Value, outcome.Trace.Tried));
    }

    public static TheoryData<RoutingDefinition, RoutingFacts, RoutingCondition?> Conditions => new()
    {
        { new("R") { Kinds = [TicketKind.Complaint, TicketKind.Claim] }, Claim, null },
        { new("R") { Kinds = [TicketKind.Complaint] }, Claim, RoutingCondition.Kind },
        { new("R") { Topics = [Invoices] }, Claim with { Topic = "Facturación" }, null },
        { new("R") { Topics = [Invoices] }, Claim with { Topic = "Facturación › Cobro errado" }, null },
        { new("R") { Topics = [Invoices] }, Claim with { Topic = "Facturación › Uno que ya no está" }, null },
        { new("R") { Topics = [Invoices] }, Claim with { Topic = "Facturación electrónica" }, RoutingCondition.Topic },
        { new("R") { Topics = [Invoices] }, Claim, RoutingCondition.Topic },
        { new("R") { Topics = [WrongCharge] }, Claim with { Topic = "Facturación" }, RoutingCondition.Topic },
        { new("R") { Topics = [WrongCharge] }, Claim with { Topic = "Facturación › Cobro errado" }, null },
        { new("R") { Topics = [999] }, Claim with { Topic = "Facturación" }, RoutingCondition.Topic },
        { new("R") { Products = [41] }, Claim with { Product = "Fibra" }, null },
        { new("R") { Products = [41] }, Claim with { Product = "Cobre" }, RoutingCondition.Product },
        { new("R") { Products = [999] }, Claim, RoutingCondition.Product },
        { new("R") { Branches = [7] }, Claim with { BranchId = 7 }, null },
        { new("R") { Branches = [7] }, Claim, RoutingCondition.Branch },
        { new("R") { Customers = [7] }, Claim with { CustomerId = 7, Level = ServiceLevel.Standard }, null },
        { new("R") { Customers = [7] }, Claim with { CustomerId = 8 }, RoutingCondition.Customer },
        { new("R") { ServiceLevels = [ServiceLevel.Critical] }, Claim with { CustomerId = 7, Level = ServiceLevel.Critical }, null },
        { new("R") { ServiceLevels = [ServiceLevel.Critical] }, Claim, RoutingCondition.ServiceLevel },
        { new("R") { Channels = [Channel.Email] }, Claim, RoutingCondition.Channel },
        { new("R") { Languages = ["en", "fr"] }, Claim with { Language = "en" }, null },
        { new("R") { Languages = ["en"] }, Claim, RoutingCondition.Language },
        { new("R") { AreaId = Works }, Claim, RoutingCondition.AreaOpen },
    };

    [Theory, MemberData(nameof(Conditions))]
    public void Each_condition_is_asked_for(RoutingDefinition rule, RoutingFacts facts, RoutingCondition? missed)
    {
        var trace = Book(rule.AreaId is null ? rule with { AreaId = Billing } : rule).Route(facts).Trace;
        Assert.Equal(missed, trace.Tried?[0].Missed);
        Assert.Equal(missed is null ? 1 : null, trace.Number);
    }

    [Theory]
    [InlineData("Facturación", null, Billing, RoutingWay.Topic)]
    [InlineData("Facturación › Cobro errado", null, Billing, RoutingWay.Topic)]
    [InlineData("Facturación › Uno que ya no está", null, Billing, RoutingWay.Topic)]
    [InlineData("Vías", null, Attention, RoutingWay.First)]
    [InlineData(null, null, Attention, RoutingWay.First)]
    [InlineData(null, Billing, Billing, RoutingWay.Kept)]
    [InlineData("Facturación", Attention, Billing, RoutingWay.Topic)]
    [InlineData(null, Works, Attention, RoutingWay.First)]
    public void Without_a_rule_the_topic_decides_then_where_it_was_then_the_first(string? topic, int? was, int area, RoutingWay way)
    {
        var outcome = Book().Route(Claim with { Topic = topic }, new RoutingAsk(Otherwise: was));
        Assert.Equal((area, way, (int?)null), (outcome.Area.Id, outcome.Trace.Way, outcome.Trace.Number));
    }

    [Fact]
    public void What_somebody_chose_stands_and_the_rules_fill_in_the_rest()
    {
        var book = Book(
            new("Otra área") { AreaId = Attention, Hand = RoutingHand.Member, MemberId = Ana },
            new("La misma") { AreaId = Billing, QueueId = Doubles, Hand = RoutingHand.Member, MemberId = Beto, Priority = Priority.High });

        var outcome = book.Route(Claim, new RoutingAsk(Chosen: Billing));

        Assert.Equal((Billing, Doubles, Beto, (Priority?)null), (outcome.Area.Id, outcome.Queue!.Id, outcome.Owner!.Id, outcome.Priority));
        Assert.Equal(RoutingWay.Chosen, outcome.Trace.Way);
        Assert.Equal([new RuleTried(1, "Otra área", RoutingCondition.AreaNotChosen)], outcome.Trace.Tried!);
        Assert.Null(book.Route(Claim, new RoutingAsk(Chosen: Works), Now, _ => 0));
        Assert.True(Book().Route(Claim, new RoutingAsk(Chosen: Billing)).IsPlain);
    }

    [Fact]
    public void A_priority_that_somebody_gave_stands() =>
        Assert.Null(Book(new RoutingDefinition("R") { Priority = Priority.High }).Route(Claim, new RoutingAsk(PriorityGiven: true)).Priority);

    [Fact]
    public void A_queue_that_was_retired_is_not_entered() =>
        Assert.Null(Book(new RoutingDefinition("R") { AreaId = Billing, QueueId = OldQueue }).Route(Claim).Queue);

    [Fact]
    public void Whoever_has_the_fewest_gets_it_and_those_away_or_gone_do_not()
    {
        var rule = new RoutingDefinition("R") { AreaId = Billing, Hand = RoutingHand.LeastLoaded };
        var loads = new Dictionary<int, int> { [Beto] = 4, [Carla] = 0, [Dora] = 2, [Gone] = 0, [Ana] = 0 };
        Assert.Equal(Carla, Book(rule).Route(Claim, open: id => loads[id]).Owner!.Id);

        var outcome = new RoutingBook(Parts(rule) with { Absences = [Away(Carla)] }).Route(Claim, open: id => loads[id]);
        Assert.Equal(Dora, outcome.Owner!.Id);
        Assert.Equal([new Away("Carla", null)], outcome.Trace.Away!);
        Assert.Equal(Beto, Book(rule).Route(Claim).Owner!.Id);
    }

    [Fact]
    public void Many_rules_that_did_not_fit_are_named_up_to_a_limit()
    {
        var trace = Book([.. Enumerable.Range(1, 50).Select(at => new RoutingDefinition($"R{at}") { Kinds = [TicketKind.Complaint], AreaId = Billing })]).Route(Claim).Trace;
        Assert.Equal((RoutingTrace.TriedLimit, 30), (trace.Tried!.Count, trace.TriedMore!.Value));
    }

    [Fact]
    public void No_area_that_takes_cases_is_no_outcome()
    {
        var parts = Parts(new RoutingDefinition("R") { AreaId = Billing });
        Assert.Null(new RoutingBook(parts with { Areas = [.. parts.Areas.Where(area => !area.Active)] }).Route(Claim, new(), Now, _ => 0));
    }
}
