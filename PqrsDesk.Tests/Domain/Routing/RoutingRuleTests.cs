using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Routing.House;

namespace PqrsDesk.Domain.Routing;

/// <summary>Which rules nothing reaches, and which cannot be saved.</summary>
public sealed class RoutingRuleTests
{
    public static TheoryData<RoutingDefinition, RoutingDefinition, bool> Pairs => new()
    {
        { new("A") { AreaId = Billing }, new("B") { Kinds = [TicketKind.Claim], AreaId = Attention }, true },
        { new("A") { Kinds = [TicketKind.Claim], AreaId = Billing }, new("B") { AreaId = Attention }, false },
        { new("A") { Kinds = [TicketKind.Claim, TicketKind.Petition], AreaId = Billing }, new("B") { Kinds = [TicketKind.Claim], Channels = [Channel.Web], AreaId = Attention }, true },
        { new("A") { Kinds = [TicketKind.Claim], AreaId = Billing }, new("B") { Kinds = [TicketKind.Claim, TicketKind.Petition], AreaId = Attention }, false },
        { new("A") { Topics = [Invoices], AreaId = Billing }, new("B") { Topics = [WrongCharge], AreaId = Attention }, true },
        { new("A") { Topics = [WrongCharge], AreaId = Billing }, new("B") { Topics = [Invoices], AreaId = Attention }, false },
        { new("A") { AreaId = Works }, new("B") { AreaId = Attention }, false },
        { new("A") { Languages = ["en"], AreaId = Billing }, new("B") { AreaId = Attention }, false },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void A_rule_is_shadowed_only_when_an_earlier_one_surely_takes_all_of_it(RoutingDefinition first, RoutingDefinition second, bool shadowed)
    {
        var book = Book(first, second);
        Assert.Equal(shadowed ? "A" : null, book.ShadowOf(book.Rules[1])?.Definition.Name);
        Assert.Null(book.ShadowOf(book.Rules[0]));
    }

    [Fact]
    public void What_is_switched_off_shadows_nothing()
    {
        var book = new RoutingBook(Parts() with { Rules = [Rule(1, new("A") { AreaId = Billing }, active: false), Rule(2, new("B") { AreaId = Billing })] });
        Assert.Null(book.ShadowOf(book.Rules[1]));
    }

    public static TheoryData<RoutingDefinition, RoutingProblem?> Drafts => new()
    {
        { new("Bien") { AreaId = Billing, QueueId = Doubles, Hand = RoutingHand.Member, MemberId = Beto, Priority = Priority.High, Languages = ["en"], Branches = [7] }, null },
        { new(" ") { AreaId = Billing }, RoutingProblem.NameMissing },
        { new(new string('n', RoutingDefinition.NameLimit + 1)) { AreaId = Billing }, RoutingProblem.NameTooLong },
        { new("PRIMÉRA") { AreaId = Billing }, RoutingProblem.NameTaken },
        { new("Nada") { Kinds = [TicketKind.Claim] }, RoutingProblem.NothingDone },
        { new("X") { AreaId = Works }, RoutingProblem.AreaUnknown },
        { new("X") { AreaId = Attention, QueueId = Doubles }, RoutingProblem.QueueUnknown },
        { new("X") { AreaId = Billing, QueueId = OldQueue }, RoutingProblem.QueueUnknown },
        { new("X") { Hand = RoutingHand.Member, MemberId = Gone }, RoutingProblem.MemberUnknown },
        { new("X") { Hand = (RoutingHand)9 }, RoutingProblem.MemberUnknown },
        { new("X") { Priority = (Priority)9 }, RoutingProblem.PriorityUnknown },
        { new("X") { AreaId = Billing, Kinds = [(TicketKind)99] }, RoutingProblem.ConditionUnknown },
        { new("X") { AreaId = Billing, Topics = [999] }, RoutingProblem.ConditionUnknown },
        { new("X") { AreaId = Billing, Customers = [1] }, RoutingProblem.ConditionUnknown },
        { new("X") { AreaId = Billing, Languages = ["español"] }, RoutingProblem.LanguageUnknown },
    };

    [Theory, MemberData(nameof(Drafts))]
    public void What_cannot_be_done_is_not_saved(RoutingDefinition draft, RoutingProblem? problem) =>
        Assert.Equal(problem, draft.Refuse(null, Book(new RoutingDefinition("Primera") { AreaId = Billing }), new HashSet<int> { 7 }, new HashSet<int>()));
}
