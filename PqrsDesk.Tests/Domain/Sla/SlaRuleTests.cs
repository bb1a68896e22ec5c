using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>The rules of the engine that are told on tickets; those of the calendar are beside it. A name begins with the rule's number.</summary>
public sealed class SlaRuleTests
{
    [Fact]
    public async Task Rule_3_a_term_used_up_at_closing_time_is_due_at_closing_time()
    {
        var it = await FiledAsync("03-03 08:00", Samples(Priority.High));
        Assert.Equal(Local("03-04 17:00"), it.Resolution.DueAt);
        Assert.Equal(Local("03-03 10:00"), it.FirstResponse.DueAt);
    }

    [Fact]
    public async Task Rule_5_the_first_response_is_the_first_reply_that_the_petitioner_can_see()
    {
        var it = (await FiledAsync()).At("03-03 10:20").Note().At("03-03 10:30").Hear();
        Assert.Equal(DeadlineState.Running, it.FirstResponse.State);
        it.At("03-03 11:00").Reply();
        Assert.Equal(DeadlineState.Met, it.FirstResponse.State);
        Assert.Equal(Local("03-03 11:00"), it.Ticket.FirstReplyAt);
        Assert.Equal(60, it.Ticket.FirstResponseMinutes);
    }

    [Fact]
    public async Task Rule_5_the_first_response_does_not_pause()
    {
        var it = (await FiledAsync()).At("03-03 10:30").Wait();
        Assert.Equal(DeadlineState.Running, it.FirstResponse.State);
        Assert.Equal(Local("03-03 15:00"), it.FirstResponse.DueAt);
        it.At("03-03 14:00").Resume();
        Assert.Equal(Local("03-03 15:00"), it.FirstResponse.DueAt);
        it.Swept("03-03 16:00");
        Assert.Equal(Local("03-03 15:00"), it.Ticket.FirstResponseBreachedAt);
    }

    [Fact]
    public async Task Rule_5_its_target_moves_with_the_priority_until_the_reply_and_freezes_there()
    {
        var it = (await FiledAsync()).At("03-03 10:30").Become(Priority.High);
        Assert.Equal(Local("03-03 12:00"), it.FirstResponse.DueAt);
        it.At("03-03 11:00").Reply().At("03-03 11:30").Become(Priority.Low);
        Assert.Equal((120, Local("03-03 12:00")), (it.FirstResponse.Amount, it.FirstResponse.DueAt));
        Assert.Equal(DeadlineState.Met, it.FirstResponse.State);
    }

    [Fact]
    public async Task Rule_5_an_answer_is_a_first_response_too()
    {
        var it = (await FiledAsync()).At("03-03 11:00").Answer();
        Assert.Equal(60, it.Ticket.FirstResponseMinutes);
        it.At("03-05 11:00").Reopen().At("03-06 11:00").Reply();
        Assert.Equal(60, it.Ticket.FirstResponseMinutes);
    }

    [Fact]
    public async Task Rule_6_the_resolution_pauses_while_waiting_on_the_petitioner()
    {
        var it = await FiledAsync();
        Assert.Equal(Local("03-10 10:00"), it.Resolution.DueAt);
        it.At("03-04 10:00").Wait();
        Assert.Equal((DeadlineState.Paused, null), (it.Resolution.State, it.Resolution.DueAt));
        it.At("03-05 10:00").Resume();
        Assert.Equal((DeadlineState.Running, Local("03-11 10:00")), (it.Resolution.State, it.Resolution.DueAt));
    }

    [Fact]
    public async Task Rule_6_what_the_petitioner_says_ends_the_wait()
    {
        var it = (await FiledAsync()).At("03-04 10:00").Wait().At("03-05 10:00").Hear();
        Assert.Equal((TicketStatus.Filed, Local("03-11 10:00")), (it.Ticket.Status, it.Resolution.DueAt));
    }

    [Fact]
    public async Task Rule_6_reopening_resumes_with_the_time_already_used()
    {
        var it = (await FiledAsync()).At("03-04 10:00").Answer();
        Assert.Equal(480, it.Ticket.ResolutionMinutes);
        it.At("03-05 09:00").Close().At("03-09 10:00").Reopen();
        Assert.Equal((DeadlineState.Running, Local("03-13 10:00")), (it.Resolution.State, it.Resolution.DueAt));
        it.At("03-09 11:00").Answer();
        Assert.Equal(540, it.Ticket.ResolutionMinutes);
    }

    [Fact]
    public async Task Rule_6_an_answer_while_waiting_counts_the_wait_as_a_pause()
    {
        var it = (await FiledAsync()).At("03-04 10:00").Wait().At("03-05 10:00").Answer();
        Assert.Equal(480, it.Ticket.ResolutionMinutes);
        it.At("03-09 10:00").Reopen();
        Assert.Equal(Local("03-13 10:00"), it.Resolution.DueAt);
    }

    [Fact]
    public async Task Rule_6_a_new_priority_takes_its_target_from_the_original_start_with_the_same_consumed_time()
    {
        var it = (await FiledAsync()).At("03-03 14:00").Wait().At("03-04 14:00").Resume().At("03-04 15:00").Become(Priority.High);
        Assert.Equal(Local("03-06 10:00"), it.Resolution.DueAt);
        it.At("03-04 16:00").Become(Priority.Low);
        Assert.Equal(Local("03-18 10:00"), it.Resolution.DueAt);
    }

    [Fact]
    public async Task Rule_6_the_office_may_shut_for_a_holiday_meanwhile()
    {
        // Monday the 23rd is San José.
        var it = await FiledAsync("03-20 16:00", Samples(Priority.High));
        Assert.Equal((Local("03-24 09:00"), Local("03-25 16:00")), (it.FirstResponse.DueAt, it.Resolution.DueAt));
    }

    [Fact]
    public async Task Rule_7_used_time_equal_to_the_target_is_in_time()
    {
        var it = (await FiledAsync()).At("03-03 15:00").Reply().At("03-10 10:00").Answer().Swept("03-20 10:00");
        Assert.Equal((DeadlineState.Met, DeadlineState.Met), (it.FirstResponse.State, it.Resolution.State));
        Assert.Equal((240, 2400), (it.Ticket.FirstResponseMinutes, it.Ticket.ResolutionMinutes));
        Assert.Empty(it.Breaches);
    }

    [Fact]
    public async Task Rule_7_a_moment_more_is_a_breach_at_the_due_instant()
    {
        var it = (await FiledAsync()).At("03-03 15:00:00.000001").Reply();
        Assert.Equal((DeadlineState.Breached, Local("03-03 15:00")), (it.FirstResponse.State, it.FirstResponse.BreachedAt));
        Assert.Equal([DeadlineKind.FirstResponse], it.Breaches);
    }

    [Fact]
    public async Task Rule_7_used_time_equal_to_the_target_is_in_time_also_after_closing_time()
    {
        var it = (await FiledAsync("03-03 08:00", Samples(Priority.High))).Reply();
        Assert.Equal(Local("03-04 17:00"), it.Resolution.DueAt);
        it.Swept("03-04 22:00").At("03-05 07:59").Answer();
        Assert.Equal((DeadlineState.Met, 960), (it.Resolution.State, it.Ticket.ResolutionMinutes));
    }

    [Fact]
    public async Task Rule_7_what_was_used_up_at_closing_time_is_missed_when_the_office_opens()
    {
        var it = (await FiledAsync("03-03 08:00", Samples(Priority.High))).Reply();
        Assert.Equal(Local("03-05 08:00"), it.Ticket.NextBreachAt);
        it.Swept("03-05 09:00");
        Assert.Equal(Local("03-05 08:00"), it.Resolution.BreachedAt);
    }

    [Fact]
    public async Task Rule_7_a_target_used_up_at_the_answer_is_missed_at_the_reopening()
    {
        var it = (await FiledAsync()).Reply().At("03-10 10:00").Answer().At("03-12 10:00").Reopen().Swept("03-12 10:01");
        Assert.Equal(Local("03-12 10:00"), it.Resolution.BreachedAt);
    }

    [Fact]
    public async Task Rule_7_a_breach_is_recorded_once_at_its_own_instant_however_late_it_is_noticed()
    {
        var it = (await FiledAsync()).Swept("03-12 09:00").Swept("03-13 09:00");
        Assert.Equal([DeadlineKind.FirstResponse, DeadlineKind.Resolution], it.Breaches);
        Assert.Equal((Local("03-03 15:00"), Local("03-10 10:00")), (it.Ticket.FirstResponseBreachedAt!.Value, it.Ticket.BreachedAt!.Value));
        Assert.Equal([Local("03-03 15:00"), Local("03-10 10:00")], it.Ticket.Events.Where(line => line.Event is TicketEvent.DeadlineBreached).Select(line => line.At));
    }

    [Fact]
    public async Task Rule_7_a_breach_survives_closing_reopening_and_later_changes()
    {
        var it = (await FiledAsync()).Swept("03-11 09:00").Become(Priority.Low).Answer().Close().At("03-12 09:00").Reopen().Become(TicketKind.Compliment).Swept("05-29 09:00");
        Assert.Equal(Local("03-10 10:00"), it.Resolution.BreachedAt);
        Assert.Equal(Local("03-10 10:00"), it.Ticket.BreachedAt);
        Assert.Single(it.Breaches, DeadlineKind.Resolution);
    }

    [Fact]
    public async Task Rule_7_a_target_that_is_already_used_up_when_it_is_set_is_missed_then_and_not_before()
    {
        var it = (await FiledAsync()).Reply().At("03-06 10:00").Become(Priority.High).Swept("03-06 10:01");
        Assert.Equal((Local("03-05 10:00"), Local("03-06 10:00")), (it.Resolution.DueAt, it.Resolution.BreachedAt!.Value));
    }

    [Fact]
    public async Task Rule_7_nothing_is_missed_while_the_clock_stands()
    {
        var it = (await FiledAsync()).Reply().At("03-10 09:59").Wait().Swept("03-20 10:00");
        Assert.Empty(it.Breaches);
        it.Resume().Swept("03-20 10:02");
        Assert.Equal(Local("03-20 10:01"), it.Resolution.BreachedAt);
    }

    [Theory]
    [InlineData(TicketKind.Claim, "03-25")]
    [InlineData(TicketKind.DocumentRequest, "03-17")]
    [InlineData(TicketKind.Inquiry, "04-17")]
    public async Task Rule_8_legal_terms_count_business_days_from_the_day_after_filing(TicketKind kind, string lastDay)
    {
        var it = await FiledAsync(filing: Testing.Samples.Filing with { Kind = kind });
        Assert.Equal((DateOnly.FromDateTime(Local($"{lastDay} 12:00").DateTime), Local($"{lastDay} 23:59:59")), (it.Legal!.LastDay, it.Legal.DueAt!.Value));
    }

    [Fact]
    public async Task Rule_8_a_legal_term_does_not_pause_and_the_last_day_is_in_time_to_its_end()
    {
        var it = (await FiledAsync()).Reply().At("03-04 08:00").Wait().At("03-25 23:59:59").Answer();
        Assert.Equal(DeadlineState.Met, it.Legal!.State);
        var late = (await FiledAsync()).Reply().At("03-04 08:00").Wait().At("03-26 00:00").Answer();
        Assert.Equal((DeadlineState.Breached, Local("03-25 23:59:59")), (late.Legal!.State, late.Ticket.BreachedAt!.Value));
    }

    [Fact]
    public async Task Rule_8_the_legal_term_follows_the_kind_and_is_counted_from_the_filing()
    {
        var it = (await FiledAsync()).At("03-05 10:00").Become(TicketKind.DocumentRequest);
        Assert.Equal(Local("03-17 23:59:59"), it.Legal!.DueAt);
        it.Become(TicketKind.Compliment);
        Assert.Null(it.Legal);
        it.Become(TicketKind.Petition);
        Assert.Equal(Local("03-25 23:59:59"), it.Legal!.DueAt);
    }

    [Fact]
    public async Task Rule_4_the_queue_sorts_by_the_nearest_deadline_that_runs()
    {
        var it = await FiledAsync();
        Assert.Equal((DeadlineKind.FirstResponse, Local("03-03 15:00")), (it.Ticket.NextDueKind, it.Ticket.QueueAt));
        it.Reply();
        Assert.Equal((DeadlineKind.Resolution, Local("03-10 10:00")), (it.Ticket.NextDueKind, it.Ticket.QueueAt));
        it.Wait();
        Assert.Equal((DeadlineKind.LegalAnswer, Local("03-25 23:59:59")), (it.Ticket.NextDueKind, it.Ticket.QueueAt));
        it.Answer();
        Assert.Equal((null, Ticket.Never), (it.Ticket.NextDueKind, it.Ticket.QueueAt));
    }

    [Fact]
    public async Task An_imported_due_instant_is_kept_and_missed_at_itself()
    {
        var late = await ImportedAsync("03-03 10:00", due: "03-04 10:00", closed: "03-05 10:00");
        Assert.Equal((Local("03-04 10:00"), TicketStatus.Closed), (late.Ticket.BreachedAt!.Value, late.Ticket.Status));
        var inTime = await ImportedAsync("03-03 10:00", due: "03-04 10:00", closed: "03-04 10:00");
        Assert.Empty(inTime.Breaches);
    }

    [Fact]
    public async Task An_imported_ticket_closed_in_time_is_not_late_before_it_was_reopened()
    {
        var it = (await ImportedAsync("03-03 10:00", due: "03-04 10:00", closed: "03-03 15:00")).At("03-09 10:00").Reopen().Swept("03-09 11:00");
        Assert.Equal(Local("03-09 10:00"), it.Imported.BreachedAt);
    }

    private static Filing Samples(Priority priority) => Testing.Samples.Filing with { PriorityOverride = priority, PriorityReason = "Se acordó así." };
}
