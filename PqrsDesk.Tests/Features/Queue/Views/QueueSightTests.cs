using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue.Views;

public sealed class QueueSightTests
{
    private const string Host = "https://mesa.example";
    private static readonly TicketFilter Claims = new() { Kind = TicketKind.Claim };
    private static readonly QueueLayout Compact = QueueLayout.Usual with { Density = QueueDensity.Compact };

    private static readonly SavedView Saved = new()
    {
        MakerId = 1,
        Name = "Reclamos",
        Address = DeskUrls.QueueWith([.. FilterAddress.Parameters(Claims), .. LayoutAddress.Parameters(Compact)]),
    };

    [Fact]
    public void A_view_shows_what_it_was_saved_with()
    {
        var sight = At("/?vista=0", Saved);

        Assert.Equal((Claims, Compact, false), (sight.Filter, sight.Layout, sight.Differs));
        Assert.Equal("/?vista=0", sight.AddressOf(Claims));
        Assert.Equal(Saved.Address, sight.Kept);
    }

    [Fact]
    public void Another_filter_or_layout_stands_in_the_address_until_it_is_saved()
    {
        var wider = At(At("/?vista=0", Saved).AddressOf(new TicketFilter()), Saved);
        Assert.Equal((new TicketFilter(), Compact, true), (wider.Filter, wider.Layout, wider.Differs));
        Assert.False(At(wider.AddressOf(Claims), Saved).Differs);

        var grouped = At(wider.AddressOf(Compact with { Grouping = QueueGrouping.Area }), Saved);
        Assert.Equal((new TicketFilter(), Compact with { Grouping = QueueGrouping.Area }), (grouped.Filter, grouped.Layout));
        Assert.Equal(grouped.Layout, At(grouped.AddressOf(Claims), Saved).Layout);
        Assert.False(At(At(grouped.AddressOf(Claims), Saved).AddressOf(Compact), Saved).Differs);
    }

    [Fact]
    public void Without_a_view_the_persons_own_layout_holds_unless_the_address_says_another()
    {
        Assert.Equal(Compact, At("/?tipo=Claim", null, Compact).Layout);
        Assert.Equal("/?tipo=Claim", At("/", null, Compact).AddressOf(Claims));
        Assert.Equal(QueueGrouping.Area, At("/?agrupar=Area", null, Compact).Layout.Grouping);
        Assert.Contains("agrupar=Area", At("/?agrupar=Area", null, Compact).AddressOf(Claims), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", null)]
    [InlineData("/?vista=12", 12)]
    [InlineData("/?vista=abc", 0)]
    [InlineData("/?vista=99999999999", 0)]
    public void The_view_is_named_by_its_number(string address, int? number) => Assert.Equal(number, QueueSight.ViewOf(Host + address));

    private static QueueSight At(string address, SavedView? view, QueueLayout? usual = null) => QueueSight.Of(Host + address, view, usual);
}
