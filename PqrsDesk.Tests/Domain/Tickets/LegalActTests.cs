using PqrsDesk.Domain.Sla;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Tickets;

/// <summary>Acts of law on a claim filed on Tuesday 3 March 2026: its fifteen business days end on 25 March (Monday 23 is a holiday).</summary>
public sealed class LegalActTests
{
    [Fact]
    public async Task An_extension_moves_the_last_day_and_tells_the_petitioner()
    {
        var it = (await FiledAsync()).At("03-25 16:00").Extend("04-10");
        Assert.Equal((Day("04-10"), Local("04-10 23:59:59")), (it.Legal!.LastDay, it.Legal.DueAt));
        Assert.Equal(Local("03-25 16:00"), it.Ticket.FirstReplyAt);
        Assert.Equal(DeadlineState.Running, it.Legal.State);
        it.Swept("04-11 00:00");
        Assert.Equal(Local("04-10 23:59:59"), it.Legal.BreachedAt);
    }

    [Fact]
    public async Task An_extension_may_be_announced_until_the_last_second_and_not_after()
    {
        var last = (await FiledAsync()).At("03-25 23:59:59");
        last.Extend("04-16");
        Assert.Equal(Refused(RefusalCode.TermOver, "AnswerBy"), (await FiledAsync()).At("03-26 00:00").Try(Extending("04-10")));
    }

    [Fact]
    public async Task An_extension_is_at_most_twice_the_term_in_all_and_only_one()
    {
        var it = (await FiledAsync()).At("03-20 09:00");
        Assert.Equal(Refused(RefusalCode.ExtensionTooLong, "AnswerBy", "2026-04-17"), it.Try(Extending("04-20")));
        Assert.Equal(Refused(RefusalCode.ExtensionNotLater, "AnswerBy"), it.Try(Extending("03-25")));
        Assert.Equal(Refused(RefusalCode.ReasonMissing, "Reason"), it.Try((ticket, now) => ticket.Extend(Day("04-10"), " ", it.Book, now)));
        it.Extend("04-17");
        Assert.Equal(Refused(RefusalCode.AlreadyExtended), it.Try(Extending("04-17")));
    }

    [Fact]
    public async Task An_extension_to_a_day_that_does_not_open_ends_on_the_business_day_before()
    {
        var it = (await FiledAsync()).At("03-20 09:00").Extend("04-12");
        Assert.Equal(Day("04-10"), it.Legal!.LastDay);
    }

    [Fact]
    public async Task What_asks_for_nothing_has_no_term_to_extend() =>
        Assert.Equal(
            Refused(RefusalCode.NoLegalTerm),
            (await FiledAsync(filing: Testing.Samples.Filing with { Kind = TicketKind.Compliment })).Try(Extending("04-10")));

    [Fact]
    public async Task A_request_to_complete_stops_the_term_which_begins_anew_the_day_after_completion()
    {
        var it = (await FiledAsync()).At("03-10 09:00").AskToComplete();
        Assert.Equal((TicketStatus.AwaitingPetitioner, DeadlineState.Paused, null), (it.Ticket.Status, it.Legal!.State, it.Legal.DueAt));
        Assert.Equal(DeadlineState.Paused, it.Resolution.State);
        Assert.Equal(Local("03-10 09:00"), it.Ticket.FirstReplyAt);
        it.Swept("04-01 09:00").Hear();
        Assert.Equal((TicketStatus.Filed, DeadlineState.Running), (it.Ticket.Status, it.Legal.State));

        // From 1 April: Maundy Thursday and Good Friday are 2 and 3 April.
        Assert.Equal(Day("04-24"), it.Legal.LastDay);
        Assert.DoesNotContain(DeadlineKind.LegalAnswer, it.Breaches);
    }

    [Fact]
    public async Task It_may_be_asked_for_in_the_first_ten_business_days()
    {
        (await FiledAsync()).At("03-17 17:00").AskToComplete();
        var late = (await FiledAsync()).At("03-18 00:00");
        Assert.Equal(Refused(RefusalCode.CompletionTooLate, null, "2026-03-17"), late.Try((ticket, now) => ticket.RequestCompletion("Falta algo.", late.Book, now)));
    }

    [Fact]
    public async Task A_term_that_stands_still_is_not_extended()
    {
        var it = (await FiledAsync()).At("03-10 09:00").AskToComplete();
        Assert.Equal(Refused(RefusalCode.TermSuspended), it.Try(Extending("04-10")));
    }

    [Fact]
    public async Task When_the_month_is_over_a_tacit_withdrawal_may_be_decided_and_not_before()
    {
        var it = (await FiledAsync()).At("03-10 09:00").AskToComplete().At("04-10 23:59:59");
        Assert.False(it.Ticket.MayWithdrawTacitly(it.Now));
        Assert.Equal(Refused(RefusalCode.CompletionNotOver, "Kind"), it.Try(Withdrawing(WithdrawalKind.Tacit)));
        it.Swept("04-11 00:00");
        Assert.True(it.Ticket.MayWithdrawTacitly(it.Now));
        Assert.Equal(DeadlineKind.Completion, it.Breaches.Last());
        Assert.Null(it.Ticket.BreachedAt);
        it.Do(Withdrawing(WithdrawalKind.Tacit));
        Assert.Equal((TicketStatus.Withdrawn, false, null), (it.Ticket.Status, it.Ticket.IsOpen, it.Ticket.AnsweredAt));
        Assert.Equal(Day("04-11"), it.Ticket.ClosedOn);
    }

    [Fact]
    public async Task A_month_that_ends_on_a_closed_day_goes_on_to_the_next_business_day()
    {
        var it = (await FiledAsync()).At("03-11 09:00").AskToComplete();

        // 11 April is a Saturday.
        Assert.Equal(Day("04-13"), it.Ticket.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Completion).LastDay);
    }

    [Fact]
    public async Task The_petitioners_month_is_not_the_queues()
    {
        var it = (await FiledAsync()).At("03-03 11:00").AskToComplete();
        Assert.Equal((null, Ticket.Never), (it.Ticket.NextDueAt, it.Ticket.QueueAt));
    }

    [Fact]
    public async Task Who_gives_up_expressly_ends_the_case_without_lateness()
    {
        var it = (await FiledAsync()).At("03-05 09:00").Do(Withdrawing(WithdrawalKind.Express)).Swept("12-01 09:00");
        Assert.Equal((TicketStatus.Withdrawn, null, null), (it.Ticket.Status, it.Ticket.NextDueAt, it.Ticket.BreachedAt));
        Assert.Equal(Refused(RefusalCode.TicketClosed), it.Try((ticket, now) => ticket.Reply("Hola.", it.Book, now)));
        it.Reopen();
        Assert.Equal((TicketStatus.Filed, null), (it.Ticket.Status, it.Ticket.ClosedAt));
    }

    [Fact]
    public async Task What_was_still_owed_when_a_case_is_given_up_is_neither_met_nor_missed()
    {
        var it = (await FiledAsync()).At("03-03 11:00").Do(Withdrawing(WithdrawalKind.Express)).Swept("12-01 09:00");
        Assert.All(it.Ticket.Deadlines, deadline => Assert.Equal((DeadlineState.Released, null), (deadline.State, deadline.UsedMinutes)));
        Assert.Equal((null, null), (it.Ticket.FirstResponseMinutes, it.Ticket.ResolutionMinutes));
        Assert.Empty(it.Breaches);
    }

    [Fact]
    public async Task Reopening_a_case_that_was_given_up_owes_again_what_was_not_done()
    {
        // One business hour was used before, and one is after.
        var it = (await FiledAsync()).At("03-03 11:00").Do(Withdrawing(WithdrawalKind.Express)).At("03-05 09:00").Reopen();
        Assert.Equal((DeadlineState.Running, Day("03-25")), (it.Legal!.State, it.Legal.LastDay));
        Assert.Equal((DeadlineState.Breached, Local("03-05 09:00")), (it.Swept("03-05 09:30").FirstResponse.State, it.FirstResponse.BreachedAt));
        it.At("03-05 10:00").Answer();
        Assert.Equal((DeadlineState.Met, 120), (it.Resolution.State, it.Resolution.UsedMinutes));
        Assert.Equal(DeadlineState.Met, it.Legal.State);
    }

    [Fact]
    public async Task What_was_not_owed_while_the_case_was_elsewhere_is_late_from_its_return_and_not_before()
    {
        var it = (await FiledAsync()).At("03-03 11:00").Reply().Do(Transferring("Otra entidad")).At("05-04 09:00").Reopen().Swept("05-04 09:01");
        Assert.Equal((DeadlineState.Met, DeadlineState.Breached), (it.FirstResponse.State, it.Legal!.State));
        Assert.Equal(Local("05-04 09:00"), it.Legal.BreachedAt);
    }

    [Fact]
    public async Task A_term_that_stood_still_when_the_case_ended_begins_anew_the_day_after_it_is_reopened()
    {
        var it = (await FiledAsync()).At("03-10 09:00").AskToComplete().At("04-13 09:00").Do(Withdrawing(WithdrawalKind.Tacit)).At("04-20 09:00").Reopen();
        Assert.Equal((DeadlineState.Running, Day("05-12")), (it.Legal!.State, it.Legal.LastDay));
        Assert.Equal(TicketStatus.Filed, it.Ticket.Status);
    }

    [Theory]
    [InlineData("03-10 23:00", true)]
    [InlineData("03-11 00:00", false)]
    public async Task A_transfer_is_in_time_for_five_business_days_and_a_duty_after(string at, bool onTime)
    {
        var it = (await FiledAsync()).At(at).Do(Transferring("Superintendencia de Servicios"));
        Assert.Equal(TicketStatus.Transferred, it.Ticket.Status);
        Assert.Equal(onTime, it.Ticket.Events.Select(line => line.Event).OfType<TicketEvent.Transferred>().Single().OnTime);
    }

    [Fact]
    public async Task Without_an_authority_there_is_no_transfer()
    {
        var it = (await FiledAsync()).At("03-04 09:00");
        Assert.Equal(Refused(RefusalCode.AuthorityMissing, "Authority"), it.Try(Transferring("  ")));
        Assert.Equal(Refused(RefusalCode.TextTooLong, "Authority", "200"), it.Try(Transferring(new string('x', 201))));
    }

    [Fact]
    public async Task What_is_over_takes_no_act_of_law()
    {
        var it = (await FiledAsync()).At("03-04 09:00").Answer();
        Assert.All(
            [Extending("04-10"), Withdrawing(WithdrawalKind.Express), Transferring("Otra"), (ticket, now) => ticket.RequestCompletion("Falta.", it.Book, now)],
            act => Assert.Equal(Refused(RefusalCode.TicketNotOpen), it.Try(act)));
    }

    private static Func<Ticket, Moment, Decision> Extending(string until) => (ticket, now) => ticket.Extend(Day(until), "Faltan pruebas.", Cast.ComeAsync().Result.Book, now);

    private static Func<Ticket, Moment, Decision> Withdrawing(WithdrawalKind kind) => (ticket, now) => ticket.Withdraw(kind, "Lo pidió.", Cast.ComeAsync().Result.Book, now);

    private static Func<Ticket, Moment, Decision> Transferring(string to) => (ticket, now) => ticket.Transfer(to, "Es la competente.", Cast.ComeAsync().Result.Book, now);

    private static Decision Refused(RefusalCode code, string? field = null, string? detail = null) => new Refusal(code, field, detail);
}
