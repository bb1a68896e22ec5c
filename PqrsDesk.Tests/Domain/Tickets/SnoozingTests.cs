using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>A case of medium priority: first response by 14:00 of the same Tuesday, thresholds at 75, 90 and 100 percent.</summary>
public sealed class SnoozingTests
{
    [Fact]
    public async Task It_comes_back_at_its_own_instant_however_late_that_is_noticed()
    {
        var it = (await TakenAsync()).Snooze("03-04 08:00");
        Assert.Equal(Case.Local("03-04 08:00"), it.Ticket.SnoozedUntil);

        it.Swept("03-05 15:00");

        var back = Assert.Single(it.Ticket.Events, line => line.Event is TicketEvent.Woken);
        Assert.Equal((Case.Local("03-04 08:00"), WakeCause.Time, ActorKind.Desk), (back.At, ((TicketEvent.Woken)back.Event).Cause, back.ByKind));
        Assert.Null(it.Ticket.SnoozedUntil);
    }

    [Fact]
    public async Task Noticing_it_often_or_once_gives_the_same_log()
    {
        var (often, once) = ((await TakenAsync()).Snooze("03-05 08:00"), (await TakenAsync()).Snooze("03-05 08:00"));
        foreach (var at in new[] { "03-04 09:00", "03-05 08:00", "03-05 08:01", "03-09 10:00", "03-16 10:00" }) often.Swept(at);
        once.Swept("03-16 10:00");

        Assert.Equal(once.Ticket.Events.Select(Told), often.Ticket.Events.Select(Told));
        Assert.Equal(TicketWords.Of(once.Ticket), TicketWords.Of(often.Ticket));
    }

    [Fact]
    public async Task The_petitioner_brings_it_back_at_once()
    {
        var it = (await TakenAsync()).Snooze("03-04 08:00").At("03-03 15:00").Hear();

        Assert.Null(it.Ticket.SnoozedUntil);
        Assert.Equal(WakeCause.Petitioner, Assert.IsType<TicketEvent.Woken>(it.Ticket.Events[^1].Event).Cause);
    }

    [Fact]
    public async Task Another_owner_brings_it_back()
    {
        var it = (await TakenAsync()).Snooze("03-04 08:00");

        it.Do((ticket, now) => ticket.Assign(it.Cast.Beto, null, it.Book, now), Actor.Staff(it.Cast.Lead));

        Assert.Null(it.Ticket.SnoozedUntil);
        Assert.Equal(WakeCause.Owner, Assert.IsType<TicketEvent.Woken>(it.Ticket.Events[^1].Event).Cause);
    }

    [Fact]
    public async Task A_threshold_brings_it_back_at_the_thresholds_instant()
    {
        var it = (await TakenAsync()).Snooze("03-10 08:00").Swept("03-12 08:00");

        var woken = it.Ticket.Events.Single(line => line.Event is TicketEvent.Woken);
        var before = it.Ticket.Events.Single(line => line.Sequence == woken.Sequence - 1);
        Assert.IsType<TicketEvent.ThresholdReached>(before.Event);
        Assert.Equal(before.At, woken.At);
        Assert.True(woken.At < Case.Local("03-10 08:00"));
    }

    [Fact]
    public async Task The_clocks_run_on()
    {
        var (aside, plain) = (await TakenAsync(), await TakenAsync());
        aside.Snooze("03-04 08:00").Swept("03-04 09:00");

        Assert.Equal(plain.Resolution.DueAt, aside.Resolution.DueAt);
        Assert.Equal(plain.Legal!.DueAt, aside.Legal!.DueAt);
        Assert.Empty(aside.Ticket.Pauses);
    }

    [Theory]
    [InlineData("03-03 09:00", RefusalCode.SnoozePast)]
    [InlineData("06-20 09:00", RefusalCode.SnoozeTooLong)]
    [InlineData("03-26 09:00", RefusalCode.SnoozeBeyondDeadline)]
    public async Task A_time_that_makes_no_sense_is_refused(string until, RefusalCode why)
    {
        var it = await TakenAsync();

        Assert.Equal(why, CodeOf(it.Try((ticket, now) => ticket.Snooze(Case.Local(until), null, it.Book, now), Actor.Staff(it.Cast.Ana))));
        Assert.Null(it.Ticket.SnoozedUntil);
    }

    [Fact]
    public async Task What_is_overdue_or_nobodys_or_a_colleagues_or_over_is_not_put_aside()
    {
        var nobodys = await Case.FiledAsync();
        Assert.Equal(RefusalCode.SnoozeWithoutOwner, CodeOf(Ask(nobodys, nobodys.Cast.Lead)));

        var theirs = await TakenAsync();
        Assert.Equal(RefusalCode.NotYourTicket, CodeOf(Ask(theirs, theirs.Cast.Beto)));
        Assert.True(Ask(theirs, theirs.Cast.Lead).Succeeded);

        var late = (await TakenAsync()).Swept("03-31 09:00");
        Assert.Equal(RefusalCode.SnoozeOverdue, CodeOf(late.Try((ticket, now) => ticket.Snooze(Case.Local("03-31 10:00"), null, late.Book, now), Actor.Staff(late.Cast.Ana))));

        var over = (await TakenAsync()).Answer();
        Assert.Equal(RefusalCode.TicketNotOpen, CodeOf(Ask(over, over.Cast.Ana)));

        static Decision Ask(Case it, StaffMember who) => it.Try((ticket, now) => ticket.Snooze(Case.Local("03-04 08:00"), null, it.Book, now), Actor.Staff(who));
    }

    [Fact]
    public async Task Answering_it_ends_that_it_was_aside()
    {
        var it = (await TakenAsync()).Snooze("03-04 08:00").Answer();
        Assert.Null(it.Ticket.SnoozedUntil);
        it.Swept("03-05 08:00");
        Assert.DoesNotContain(it.Ticket.Events, line => line.Event is TicketEvent.Woken);
    }

    [Fact]
    public async Task A_person_brings_it_back_and_a_reason_that_is_too_long_is_refused()
    {
        var it = (await TakenAsync()).Snooze("03-04 08:00");
        Assert.Equal(RefusalCode.TextTooLong, CodeOf(it.Try((ticket, now) => ticket.Snooze(Case.Local("03-04 09:00"), new string('a', 501), it.Book, now), Actor.Staff(it.Cast.Ana))));
        it.Do((ticket, now) => ticket.Wake(it.Book, now), Actor.Staff(it.Cast.Ana));
        Assert.Null(it.Ticket.SnoozedUntil);
        Assert.False(it.Ticket.Events[^1].Event.HappensByItself);
    }

    [Theory]
    [InlineData("03-03 10:00", "InAnHour 03-03 11:00, ThisAfternoon 03-03 16:00, NextOpening 03-04 08:00, Monday 03-09 08:00")]
    [InlineData("03-03 15:00", "InAnHour 03-03 16:00, NextOpening 03-04 08:00, Monday 03-09 08:00")]
    [InlineData("03-06 16:30", "InAnHour 03-06 17:30, NextOpening 03-09 08:00")]
    [InlineData("03-20 09:00", "InAnHour 03-20 10:00, ThisAfternoon 03-20 16:00, NextOpening 03-24 08:00")]
    public async Task The_quick_times_follow_the_desks_hours_and_holidays(string now, string times)
    {
        // The 23rd of March of 2026 is a holiday (San José, moved to Monday).
        var book = (await Cast.ComeAsync()).Book;
        Assert.Equal(times, string.Join(", ", SnoozeTimes.From(Case.Local(now), book.Hours).Select(each => $"{each.Time} {TimeZoneInfo.ConvertTime(each.At, book.Zone):MM-dd HH:mm}")));
    }

    private static async Task<Case> TakenAsync()
    {
        var it = await Case.FiledAsync();
        return it.Do((ticket, now) => ticket.TakeFor(it.Cast.Ana, it.Book, now), Actor.Staff(it.Cast.Ana)).At("03-03 10:05").Reply();
    }

    private static RefusalCode? CodeOf(Decision decision) => (decision as Decision.Refused)?.Refusal.Code;

    private static string Told(LoggedEvent line) => $"{line.Sequence} {line.At:O} {line.Event}";
}

internal static class SnoozedCases
{
    public static Case Snooze(this Case it, string until) => it.Do((ticket, now) => ticket.Snooze(Case.Local(until), null, it.Book, now), Actor.Staff(it.Cast.Ana));
}
