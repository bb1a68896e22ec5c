using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

public class StretchTests
{
    private static readonly Stretch Morning = Pause("2026-03-02T08:00Z", "2026-03-02T12:00Z");

    [Fact]
    public void Holds_its_beginning_but_not_its_end()
    {
        Assert.True(Morning.Contains(Morning.From));
        Assert.False(Morning.Contains(Morning.To));
        Assert.Equal(TimeSpan.FromHours(4), Morning.Length);
    }

    [Fact]
    public void A_reversed_one_is_empty_and_has_no_length()
    {
        var reversed = new Stretch(Morning.To, Morning.From);
        Assert.True(reversed.IsEmpty);
        Assert.Equal(TimeSpan.Zero, reversed.Length);
        Assert.Empty(reversed.Without(Morning));
    }

    [Fact]
    public void Two_that_only_touch_have_nothing_in_common() =>
        Assert.True((Morning & Stretch.After(Morning.To)).IsEmpty);

    [Fact]
    public void A_hole_in_the_middle_leaves_two_pieces() =>
        Assert.Equal(
            [Pause("2026-03-02T08:00Z", "2026-03-02T09:00Z"), Pause("2026-03-02T10:00Z", "2026-03-02T12:00Z")],
            Morning.Without(Pause("2026-03-02T09:00Z", "2026-03-02T10:00Z")));

    [Fact]
    public void Holes_that_overlap_are_cut_once() =>
        Assert.Equal(
            [Pause("2026-03-02T08:00Z", "2026-03-02T09:00Z"), Pause("2026-03-02T11:00Z", "2026-03-02T12:00Z")],
            Morning.Without(
            [
                Pause("2026-03-02T09:30Z", "2026-03-02T11:00Z"),
                Pause("2026-03-02T09:00Z", "2026-03-02T10:00Z"),
            ]));

    [Fact]
    public void A_hole_over_all_of_it_leaves_nothing() => Assert.Empty(Morning.Without(Stretch.After(Morning.From)));

    [Fact]
    public void A_hole_outside_or_without_length_leaves_it_whole()
    {
        Assert.Equal([Morning], Morning.Without(Stretch.After(Morning.To)));
        Assert.Equal([Morning], Morning.Without(Pause("2026-03-02T09:00Z", "2026-03-02T09:00Z")));
    }
}
