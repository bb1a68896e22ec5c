using Xunit;

namespace PqrsDesk.Domain.Tickets;

public sealed class ChoiceTests
{
    [Fact]
    public void The_same_values_in_any_order_are_the_same_choice()
    {
        var one = Choices.Of([TicketKind.Claim, TicketKind.Petition, TicketKind.Claim]);
        var other = Choices.Of([TicketKind.Petition, TicketKind.Claim]);

        Assert.Equal(one, other);
        Assert.Equal(one!.GetHashCode(), other!.GetHashCode());
        Assert.Equal(new TicketFilter { Kind = one }, new TicketFilter { Kind = other });
        Assert.NotEqual(one, Choices.Of([TicketKind.Petition, TicketKind.Claim], not: true));
        Assert.NotEqual(new TicketFilter { Kind = one }, new TicketFilter { Kind = TicketKind.Claim });
    }

    [Fact]
    public void All_but_some_holds_what_is_not_among_them()
    {
        var not = Choices.Of(["a", "b"], not: true)!;

        Assert.False(not.Holds("a"));
        Assert.True(not.Holds("c"));
        Assert.True(not.HoldsAny([]));
        Assert.False(not.HoldsAny(["c", "b"]));
        Assert.True(Choices.Of(["a"])!.HoldsAny(["c", "a"]));
        Assert.False(Choices.Of(["a"])!.HoldsAny([]));
    }

    [Fact]
    public void None_is_no_choice_and_too_many_are_cut()
    {
        Assert.Null(Choices.Of<int>([]));
        Assert.Equal(Choices.Most, Choices.Of(Enumerable.Range(1, 1_000))!.Values.Count);
    }

    [Fact]
    public void Me_is_whoever_looks_also_beside_others()
    {
        var filter = new TicketFilter { OwnerId = Choices.Of([TicketFilter.Me, TicketFilter.Nobody]) };

        Assert.Equal(Choices.Of([TicketFilter.Nobody, 7]), filter.For(7).OwnerId);
        Assert.Equal(7, new TicketFilter { Mine = true }.For(7).HolderId);
        Assert.Equal(TicketFilter.Me, new TicketFilter { Mine = true }.For(null).HolderId);
    }
}
