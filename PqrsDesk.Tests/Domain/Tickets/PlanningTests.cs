using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

/// <summary>A message that is written now and sent later, on a case that Ana has.</summary>
public sealed class PlanningTests
{
    [Fact]
    public async Task The_clock_counts_the_moment_it_is_sent_and_the_log_says_who_planned_it()
    {
        var it = await PlannedAsync(PlannedAct.Reply, "03-04 08:00");
        Assert.Equal((Case.Local("03-04 08:00"), null), (it.Ticket.SendAt, it.Ticket.FirstReplyAt));

        it.Swept("03-04 08:00:04");
        Sent(it);

        Assert.Equal(Case.Local("03-04 08:00:04"), it.Ticket.FirstReplyAt);
        Assert.Equal((null, null), (it.Ticket.SendAt, it.Ticket.CaseFile!.Planned));
        var planned = it.Ticket.Events.Single(line => line.Event is TicketEvent.SendPlanned);
        var sent = it.Ticket.Events.Single(line => line.Event is TicketEvent.Replied);
        Assert.Equal((planned.Sequence, "Ana", "Ana"), (((TicketEvent.Replied)sent.Event).Planned, planned.ByName.Split(' ')[0], sent.ByName.Split(' ')[0]));
    }

    [Theory]
    [InlineData(PlannedAct.Reply, TicketStatus.InProgress)]
    [InlineData(PlannedAct.ReplyAndWait, TicketStatus.AwaitingPetitioner)]
    [InlineData(PlannedAct.Answer, TicketStatus.Answered)]
    [InlineData(PlannedAct.AnswerAndClose, TicketStatus.Closed)]
    public async Task What_follows_the_sending_follows_it(PlannedAct act, TicketStatus status)
    {
        var it = (await PlannedAsync(act, "03-04 08:00")).At("03-04 08:00");

        Sent(it);

        Assert.Equal((status, null), (it.Ticket.Status, it.Ticket.CaseFile!.Planned));
        Assert.DoesNotContain(it.Ticket.Events, line => line.Event is TicketEvent.SendHeld);
    }

    [Fact]
    public async Task Closing_merging_or_ending_it_meanwhile_holds_it_at_once()
    {
        var it = (await PlannedAsync(PlannedAct.Reply, "03-05 08:00")).Answer();
        Assert.Null(it.Ticket.CaseFile!.Planned!.Held);

        it.Close();

        Assert.Equal((HoldCause.Ended, null), (it.Ticket.CaseFile!.Planned!.Held, it.Ticket.SendAt));
        Assert.Equal((ActorKind.Desk, true), (it.Ticket.Events[^1].ByKind, it.Ticket.Events[^1].Event.HappensByItself));
    }

    [Fact]
    public async Task Two_answers_are_not_sent()
    {
        var it = (await PlannedAsync(PlannedAct.Answer, "03-05 08:00")).Answer();
        Assert.Equal(HoldCause.Answered, it.Ticket.CaseFile!.Planned!.Held);
    }

    [Theory]
    [InlineData(true, HoldCause.Petitioner)]
    [InlineData(false, null)]
    public async Task The_petitioner_who_writes_meanwhile_holds_it_where_that_was_chosen(bool holds, HoldCause? held)
    {
        var it = (await PlannedAsync(PlannedAct.Reply, "03-05 08:00", holds)).Hear();
        Assert.Equal(held, it.Ticket.CaseFile!.Planned!.Held);
    }

    [Fact]
    public async Task What_the_verb_would_refuse_is_refused_when_it_is_planned()
    {
        var it = await Case.FiledAsync();
        Refused(RefusalCode.TextMissing, it, new(PlannedAct.Reply, " ", Case.Local("03-04 08:00")));
        Refused(RefusalCode.TextTooLong, it, new(PlannedAct.Reply, new string('x', 100_000), Case.Local("03-04 08:00")));
        Refused(RefusalCode.ReasonMissing, it, new(PlannedAct.ReplyAndWait, "¿Cuál?", Case.Local("03-04 08:00")));
        Refused(RefusalCode.PlanPast, it, new(PlannedAct.Reply, "Hola", Case.Local("03-03 10:00")));
        Refused(RefusalCode.PlanTooFar, it, new(PlannedAct.Reply, "Hola", Case.Local("06-15 08:00")));
        Assert.Equal(1, it.Ticket.Version);

        it.Do((ticket, now) => ticket.AskTask(new(it.Cast.Other, null, Case.Day("03-06"), null, "¿Se cobró dos veces?"), it.Book, now));
        Refused(RefusalCode.TasksOpen, it, new(PlannedAct.AnswerAndClose, "Se devolvió.", Case.Local("03-04 08:00")));
    }

    [Fact]
    public async Task There_is_one_at_a_time_and_only_those_who_work_it_change_it()
    {
        var it = await PlannedAsync(PlannedAct.Reply, "03-05 08:00");
        Refused(RefusalCode.AlreadyPlanned, it, new(PlannedAct.Reply, "Otra", Case.Local("03-04 08:00")));
        Assert.Equal((Decision)RefusalCode.NotYourTicket, it.Try((ticket, now) => ticket.TakeBackSend(true, it.Book, now), Actor.Staff(it.Cast.Beto)));

        it.Do((ticket, now) => ticket.TakeBackSend(true, it.Book, now), Actor.Staff(it.Cast.Lead));

        Assert.Equal((null, null), (it.Ticket.SendAt, it.Ticket.CaseFile!.Planned));
        Assert.Equal((Decision)RefusalCode.NothingPlanned, it.Try((ticket, now) => ticket.TakeBackSend(true, it.Book, now)));
    }

    [Fact]
    public async Task What_is_held_is_sent_by_hand_or_not_at_all()
    {
        var it = (await PlannedAsync(PlannedAct.Reply, "03-05 08:00", holds: true)).Hear();
        var words = (TicketEvent.SendPlanned)it.Ticket.Events.Single(line => line.Event is TicketEvent.SendPlanned).Event;

        it.Do((ticket, now) => ticket.SendNow(words, [], null, it.Book, now), Actor.Staff(it.Cast.Ana));

        Assert.Equal("Mañana lo devolvemos.", Assert.IsType<TicketEvent.Replied>(it.Ticket.Events[^1].Event).Text);
        Assert.Null(it.Ticket.CaseFile!.Planned);
    }

    [Theory]
    [InlineData("03-03 10:00", "NextDay 03-04 08:00", "Monday 03-09 08:00")]
    [InlineData("03-03 06:30", "NextOpening 03-03 08:00", "NextDay 03-04 08:00", "Monday 03-09 08:00")]
    [InlineData("03-03 12:30", "NextOpening 03-03 13:00", "NextDay 03-04 08:00", "Monday 03-09 08:00")]
    [InlineData("03-06 18:00", "NextOpening 03-09 08:00")]
    [InlineData("03-20 10:00", "NextDay 03-24 08:00")]
    public async Task The_proposed_times_are_those_at_which_the_desk_opens(string now, params string[] proposed)
    {
        var book = (await Case.FiledAsync()).Book;
        Assert.Equal(
            proposed.Select(each => (Enum.Parse<SendTime>(each.Split(' ')[0]), Case.Local(each[(each.IndexOf(' ') + 1)..]))),
            SendTimes.From(Case.Local(now), book.Hours));
    }

    private static async Task<Case> PlannedAsync(PlannedAct act, string at, bool holds = false)
    {
        var it = (await Case.FiledAsync()).Take();
        return it.Do((ticket, now) => ticket.Plan(new(act, "Mañana lo devolvemos.", Case.Local(at)) { Waiting = "La factura", HoldsForPetitioner = holds }, it.Book, now), Actor.Staff(it.Cast.Ana));
    }

    private static void Sent(Case it)
    {
        var words = (TicketEvent.SendPlanned)it.Ticket.Events.Single(line => line.Event is TicketEvent.SendPlanned).Event;
        it.Do((ticket, now) => ticket.SendPlanned(words, [], null, it.Book, now), Actor.Staff(it.Cast.Ana));
    }

    private static void Refused(RefusalCode code, Case it, MessagePlan plan) =>
        Assert.Equal(code, Assert.IsType<Decision.Refused>(it.Try((ticket, now) => ticket.Plan(plan, it.Book, now))).Refusal.Code);
}
