using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Kpis.Facts;

namespace PqrsDesk.Domain.Kpis;

public sealed class CutTests
{
    private static readonly Cut June = new(Period.Month(2026, 6), Bogota, Local(2026, 8, 15));

    [Fact]
    public void The_local_midnight_decides_the_month_of_filing()
    {
        Assert.True(June.Received(Filed(Local(2026, 6, 1))));
        Assert.True(June.Received(Filed(Local(2026, 6, 30, 23, 59))));
        Assert.False(June.Received(Filed(Local(2026, 7, 1))));
        Assert.False(June.Received(Filed(Local(2026, 5, 31, 23, 59))));
    }

    [Fact]
    public void Timeliness_goes_by_the_month_of_the_answer()
    {
        Assert.True(June.InTime(Answered(Local(2026, 5, 20), Local(2026, 6, 2))));
        Assert.Null(June.InTime(Answered(Local(2026, 6, 20), Local(2026, 7, 2))));
    }

    [Fact]
    public void An_answer_after_a_missed_deadline_is_late() =>
        Assert.False(June.InTime(Answered(Local(2026, 6, 1), Local(2026, 6, 20), breached: Local(2026, 6, 15))));

    [Fact]
    public void Open_and_overdue_at_the_cut_is_late_though_it_was_answered_afterwards()
    {
        var fact = Answered(Local(2026, 6, 1), Local(2026, 7, 20), breached: Local(2026, 6, 15));

        Assert.True(June.Open(fact));
        Assert.True(June.Overdue(fact));
        Assert.False(June.InTime(fact));
    }

    [Fact]
    public void A_breach_after_the_cut_does_not_reach_back()
    {
        var fact = Answered(Local(2026, 6, 20), Local(2026, 7, 20), breached: Local(2026, 7, 10));

        Assert.True(June.Open(fact));
        Assert.Null(June.InTime(fact));
    }

    [Fact]
    public void Due_at_the_cut_itself_is_not_overdue()
    {
        Assert.False(June.Overdue(Filed(Local(2026, 6, 20)) with { DueAt = June.AsOf }));
        Assert.True(June.Overdue(Filed(Local(2026, 6, 20)) with { DueAt = June.AsOf.AddTicks(-1) }));
    }

    [Fact]
    public void What_happens_at_the_instant_of_reading_is_seen()
    {
        var now = Local(2026, 6, 10, 9);
        var cut = new Cut(Period.Month(2026, 6), Bogota, now);

        Assert.Equal(now, cut.AsOf);
        Assert.True(cut.Received(Filed(now)));
        Assert.True(cut.Answered(Answered(now, now)));
        Assert.False(cut.Open(Answered(now, now)));
    }

    [Fact]
    public void What_was_withdrawn_or_transferred_leaves_the_queue_and_is_outside_timeliness()
    {
        var fact = Filed(Local(2026, 6, 1)) with { Status = TicketStatus.Withdrawn, ClosedAt = Local(2026, 6, 4), DueAt = Local(2026, 6, 3) };

        Assert.True(June.Closed(fact));
        Assert.False(June.Open(fact));
        Assert.False(June.Answered(fact));
        Assert.Null(June.InTime(fact));
        Assert.Null(June.ResponseDays(fact));
    }

    [Fact]
    public void A_first_reply_still_owed_after_its_deadline_is_late()
    {
        var owed = Filed(Local(2026, 6, 1)) with { FirstResponseBreachedAt = Local(2026, 6, 2) };

        Assert.False(June.FirstReplyInTime(owed));
        Assert.False(June.FirstReplyInTime(owed with { FirstReplyAt = Local(2026, 6, 3) }));
        Assert.False(June.FirstReplyInTime(owed with { FirstReplyAt = Local(2026, 7, 3) }));
        Assert.True(June.FirstReplyInTime(Filed(Local(2026, 6, 1)) with { FirstReplyAt = Local(2026, 6, 1, 1) }));
        Assert.Null(June.FirstReplyInTime(Filed(Local(2026, 6, 1))));
    }

    [Fact]
    public void Only_tickets_that_some_figure_depends_on_concern_the_period()
    {
        Assert.True(June.Concerns(Filed(Local(2020, 1, 1))));
        Assert.True(June.Concerns(Answered(Local(2026, 5, 1), Local(2026, 6, 1))));
        Assert.False(June.Concerns(Answered(Local(2026, 5, 1), Local(2026, 5, 31))));
        Assert.False(June.Concerns(Filed(Local(2026, 7, 1))));
    }
}
