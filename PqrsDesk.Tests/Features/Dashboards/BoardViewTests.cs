using PqrsDesk.Domain.Kpis;
using Xunit;

namespace PqrsDesk.Features.Dashboards;

public sealed class BoardViewTests
{
    // A Wednesday.
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Theory]
    [InlineData(PeriodChoice.ThisWeek, "2026-11-16", "2026-11-18", "2026-11-09", "2026-11-11")]
    [InlineData(PeriodChoice.ThisMonth, "2026-11-01", "2026-11-18", "2026-10-01", "2026-10-18")]
    [InlineData(PeriodChoice.LastMonth, "2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30")]
    [InlineData(PeriodChoice.Last30Days, "2026-10-20", "2026-11-18", "2026-09-20", "2026-10-19")]
    [InlineData(PeriodChoice.Last90Days, "2026-08-21", "2026-11-18", "2026-05-23", "2026-08-20")]
    public void A_period_under_way_is_compared_with_as_many_days(PeriodChoice choice, string from, string to, string beforeFrom, string beforeTo)
    {
        var view = new BoardView(choice);

        Assert.Equal(new Period(Day(from), Day(to)), view.PeriodOn(Today));
        Assert.Equal(new Period(Day(beforeFrom), Day(beforeTo)), view.BeforeOn(Today));
    }

    [Fact]
    public void A_month_is_never_compared_with_days_that_do_not_exist()
    {
        Assert.Equal(new Period(Day("2026-02-01"), Day("2026-02-28")), new BoardView().BeforeOn(Day("2026-03-30")));
        Assert.Equal(new Period(Day("2026-02-01"), Day("2026-02-28")), new BoardView().BeforeOn(Day("2026-03-31")));
        Assert.Equal(new Period(Day("2026-01-01"), Day("2026-01-31")), new BoardView().BeforeOn(Day("2026-02-28")));
    }

    [Fact]
    public void A_custom_period_needs_both_days_in_order()
    {
        var whole = new BoardView(PeriodChoice.Custom, Day("2026-03-01"), Day("2026-03-15"));

        Assert.True(whole.IsValid);
        Assert.Equal(new Period(Day("2026-03-01"), Day("2026-03-15")), whole.PeriodOn(Today));
        Assert.False((whole with { To = null }).IsValid);
        Assert.False((whole with { To = Day("2026-02-28") }).IsValid);
        Assert.False((whole with { To = Day("2029-03-01") }).IsValid);
    }

    [Fact]
    public void A_view_keeps_its_address()
    {
        BoardView[] views =
        [
            new(), new(AreaId: 3), new(PeriodChoice.Last90Days, AreaId: 2),
            new(PeriodChoice.Custom, Day("2026-03-01"), Day("2026-03-15")), new(PeriodChoice.Custom),
        ];
        Assert.All(views, view => Assert.Equal(view, BoardAddress.Read(BoardAddress.Of(view))));
    }

    [Theory]
    [InlineData("/tablero?periodo=Siempre&area=todas")]
    [InlineData("/tablero?periodo=99")]
    [InlineData("http://desk.example/tablero")]
    public void What_an_address_says_amiss_falls_back(string address) => Assert.Equal(new BoardView(), BoardAddress.Read(address));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
