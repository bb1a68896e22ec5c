using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Tickets;

public sealed class TicketVerbTests
{
    private static readonly string TooLong = new('x', 20_001);
    private static readonly string LongReason = new('x', Filing.ReasonLimit + 1);

    [Fact]
    public async Task Filing_begins_the_log_and_promises_three_deadlines()
    {
        var it = await Case.FiledAsync();
        Assert.Equal((TicketStatus.Filed, 1, Priority.Medium), (it.Ticket.Status, it.Ticket.Version, it.Ticket.Priority));
        Assert.Equal([DeadlineKind.FirstResponse, DeadlineKind.Resolution, DeadlineKind.LegalAnswer], it.Ticket.Deadlines.Select(deadline => deadline.Kind).Order());
        var filed = Assert.IsType<TicketEvent.Filed>(Assert.Single(it.Ticket.Events).Event);
        Assert.Equal(("PQRS-2026-000001", it.Cast.First.Name), (filed.Number, filed.AreaName));
    }

    [Fact]
    public async Task Filing_what_cannot_be_filed_is_a_programming_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Case.FiledAsync(filing: Samples.Filing with { Subject = " " }));

    [Fact]
    public async Task A_compliment_has_no_legal_term() => Assert.Null((await Case.FiledAsync(filing: Samples.Filing with { Kind = TicketKind.Compliment })).Legal);

    [Fact]
    public async Task Taking_gives_it_an_owner_and_taking_it_again_changes_nothing()
    {
        var it = (await Case.FiledAsync()).Take();
        Assert.Equal((TicketStatus.InProgress, it.Cast.Ana.Id), (it.Ticket.Status, it.Ticket.OwnerId!.Value));
        it.Take();
        Assert.Equal(2, it.Ticket.Version);
    }

    [Fact]
    public async Task Of_two_who_take_it_the_second_is_told()
    {
        var it = (await Case.FiledAsync()).Take();
        Refused(RefusalCode.AlreadyOwnedByAnother, it, (ticket, now) => ticket.TakeFor(it.Cast.Beto, it.Book, now), Actor.Staff(it.Cast.Beto));
    }

    [Fact]
    public async Task Assigning_what_a_colleague_owns_is_for_leads()
    {
        var it = (await Case.FiledAsync()).Take();
        Refused(RefusalCode.NotYourTicket, it, (ticket, now) => ticket.Assign(it.Cast.Beto, null, it.Book, now), Actor.Staff(it.Cast.Beto));
        it.Do((ticket, now) => ticket.Assign(it.Cast.Beto, "Es de su tema.", it.Book, now), Actor.Staff(it.Cast.Lead));
        Assert.Equal(it.Cast.Beto.Id, it.Ticket.OwnerId);
        it.Do((ticket, now) => ticket.Assign(it.Cast.Ana, null, it.Book, now), Actor.Staff(it.Cast.Beto));
        Assert.Equal(it.Cast.Ana.Id, it.Ticket.OwnerId);
    }

    [Fact]
    public async Task Assigning_refuses_somebody_who_left_and_a_note_that_is_too_long()
    {
        var it = await Case.FiledAsync();
        Refused(RefusalCode.AgentUnknown, it, (ticket, now) => ticket.Assign(it.Cast.Gone, null, it.Book, now));
        Refused(RefusalCode.TextTooLong, it, (ticket, now) => ticket.Assign(it.Cast.Ana, LongReason, it.Book, now));
        Refused(RefusalCode.TextTooLong, it.Take(), (ticket, now) => ticket.Release(LongReason, it.Book, now), Actor.Staff(it.Cast.Ana));
    }

    [Fact]
    public async Task Releasing_puts_it_back_and_only_its_owner_or_a_lead_may()
    {
        var it = (await Case.FiledAsync()).Take();
        Refused(RefusalCode.NotYourTicket, it, (ticket, now) => ticket.Release(null, it.Book, now), Actor.Staff(it.Cast.Beto));
        it.Do((ticket, now) => ticket.Release(" ", it.Book, now), Actor.Staff(it.Cast.Ana));
        Assert.Equal((TicketStatus.Filed, null), (it.Ticket.Status, it.Ticket.OwnerId));
        Assert.Null(Assert.IsType<TicketEvent.Released>(it.Ticket.Events[^1].Event).Note);
        it.Do((ticket, now) => ticket.Release(null, it.Book, now));
        Assert.Equal(3, it.Ticket.Version);
    }

    [Fact]
    public async Task Reassigning_moves_it_without_its_owner_and_says_why()
    {
        var it = (await Case.FiledAsync()).Take();
        Refused(RefusalCode.NothingChanged, it, (ticket, now) => ticket.Reassign(it.Cast.First, "A", "Porque sí.", it.Book, now));
        Refused(RefusalCode.AreaUnknown, it, (ticket, now) => ticket.Reassign(it.Cast.Shut, "A", "Porque sí.", it.Book, now));
        Refused(RefusalCode.ReasonMissing, it, (ticket, now) => ticket.Reassign(it.Cast.Other, "A", " ", it.Book, now));
        it.Do((ticket, now) => ticket.Reassign(it.Cast.Other, it.Cast.First.Name, "Es de facturación.", it.Book, now));
        Assert.Equal((it.Cast.Other.Id, (int?)null, TicketStatus.Filed), (it.Ticket.AreaId, it.Ticket.OwnerId, it.Ticket.Status));
    }

    [Fact]
    public async Task Reclassifying_keeps_both_kinds_and_the_reason()
    {
        var it = await Case.FiledAsync();
        Refused(RefusalCode.NothingChanged, it, (ticket, now) => ticket.Reclassify(TicketKind.Claim, "x", it.Book, now));
        Refused(RefusalCode.KindUnknown, it, (ticket, now) => ticket.Reclassify((TicketKind)99, "x", it.Book, now));
        Refused(RefusalCode.ReasonMissing, it, (ticket, now) => ticket.Reclassify(TicketKind.Complaint, null, it.Book, now));
        Refused(RefusalCode.TextTooLong, it, (ticket, now) => ticket.Reclassify(TicketKind.Complaint, LongReason, it.Book, now));
        it.Become(TicketKind.Complaint);
        var ground = ((TicketEvent.Filed)it.Ticket.Events[0].Event).Ground;
        Assert.Equal(new TicketEvent.Reclassified(TicketKind.Claim, TicketKind.Complaint, "Es otra cosa.", ground), it.Ticket.Events[^1].Event);
    }

    [Fact]
    public async Task Changing_the_priority_asks_for_a_reason()
    {
        var it = await Case.FiledAsync();
        Refused(RefusalCode.PriorityUnknown, it, (ticket, now) => ticket.ChangePriority((Priority)0, "x", it.Book, now));
        Refused(RefusalCode.ReasonMissing, it, (ticket, now) => ticket.ChangePriority(Priority.High, "", it.Book, now));
        it.Do((ticket, now) => ticket.ChangePriority(Priority.Medium, null, it.Book, now));
        Assert.Equal(1, it.Ticket.Version);
        Assert.Equal(Priority.High, it.Become(Priority.High).Ticket.Priority);
    }

    [Fact]
    public async Task What_is_said_is_kept_trimmed_and_has_limits()
    {
        var it = await Case.FiledAsync();
        foreach (var say in new Func<Ticket, string?, Moment, Decision>[]
        {
            (ticket, text, now) => ticket.Reply(text, it.Book, now), (ticket, text, now) => ticket.Note(text, it.Book, now),
            (ticket, text, now) => ticket.Hear(text, it.Book, now), (ticket, text, now) => ticket.Answer(text, it.Book, now),
        })
        {
            Refused(RefusalCode.TextMissing, it, (ticket, now) => say(ticket, " \n", now));
            Refused(RefusalCode.TextTooLong, it, (ticket, now) => say(ticket, TooLong, now));
        }

        it.Do((ticket, now) => ticket.Reply(" Hola.\r\nAdiós. ", it.Book, now));
        Assert.Equal(new TicketEvent.Replied("Hola.\nAdiós."), it.Ticket.Events[^1].Event);
    }

    [Fact]
    public async Task Waiting_and_resuming_refuse_what_is_so_already()
    {
        var it = await Case.FiledAsync();
        Refused(RefusalCode.NotWaiting, it, (ticket, now) => ticket.Resume(null, it.Book, now));
        Refused(RefusalCode.ReasonMissing, it, (ticket, now) => ticket.Wait(null, it.Book, now));
        it.Take().Wait();
        Assert.Equal(TicketStatus.AwaitingPetitioner, it.Ticket.Status);
        Refused(RefusalCode.AlreadyWaiting, it, (ticket, now) => ticket.Wait("Otra vez.", it.Book, now));
        Refused(RefusalCode.TextTooLong, it, (ticket, now) => ticket.Resume(LongReason, it.Book, now));
        Assert.Equal(TicketStatus.InProgress, it.Resume().Ticket.Status);
    }

    [Fact]
    public async Task Answering_closing_and_reopening_follow_each_other()
    {
        var it = await Case.FiledAsync();
        Refused(RefusalCode.NotAnswered, it, (ticket, now) => ticket.Close(null, it.Book, now));
        Refused(RefusalCode.NotClosed, it, (ticket, now) => ticket.Reopen("x", it.Book, now));
        it.Answer();
        Assert.Equal((TicketStatus.Answered, it.Now), (it.Ticket.Status, it.Ticket.AnsweredAt!.Value));
        Refused(RefusalCode.AlreadyAnswered, it, (ticket, now) => ticket.Answer("Otra.", it.Book, now));
        Refused(RefusalCode.TextTooLong, it, (ticket, now) => ticket.Close(LongReason, it.Book, now));
        it.At("03-04 10:00").Close().Close();
        Assert.Equal((TicketStatus.Closed, it.Now, 3), (it.Ticket.Status, it.Ticket.ClosedAt!.Value, it.Ticket.Version));
        Refused(RefusalCode.TicketClosed, it, (ticket, now) => ticket.Reply("x", it.Book, now));
        Refused(RefusalCode.TicketClosed, it, (ticket, now) => ticket.Hear("x", it.Book, now));
        Refused(RefusalCode.TicketClosed, it, (ticket, now) => ticket.Answer("x", it.Book, now));
        Refused(RefusalCode.ReasonMissing, it, (ticket, now) => ticket.Reopen(" ", it.Book, now));
        it.Note().Reopen();
        Assert.Equal((TicketStatus.Filed, null, null, 1), (it.Ticket.Status, it.Ticket.AnsweredAt, it.Ticket.ClosedAt, it.Ticket.ReopenedCount));
    }

    [Fact]
    public async Task What_is_done_is_not_worked_on()
    {
        var it = (await Case.FiledAsync()).Answer();
        foreach (var verb in new Func<Ticket, Moment, Decision>[]
        {
            (ticket, now) => ticket.TakeFor(it.Cast.Ana, it.Book, now), (ticket, now) => ticket.Assign(it.Cast.Ana, null, it.Book, now),
            (ticket, now) => ticket.Release(null, it.Book, now), (ticket, now) => ticket.Reassign(it.Cast.Other, "A", "x", it.Book, now),
            (ticket, now) => ticket.Reclassify(TicketKind.Petition, "x", it.Book, now), (ticket, now) => ticket.ChangePriority(Priority.High, "x", it.Book, now),
            (ticket, now) => ticket.Wait("x", it.Book, now),
        }) Refused(RefusalCode.TicketNotOpen, it, verb);
    }

    [Fact]
    public async Task A_file_needs_a_name_that_can_be_kept()
    {
        var it = await Case.FiledAsync();
        Refused(RefusalCode.FileNameInvalid, it, (ticket, now) => ticket.Attach(Guid.NewGuid(), "", 1, it.Book, now));
        Refused(RefusalCode.FileNameInvalid, it, (ticket, now) => ticket.Attach(Guid.NewGuid(), new string('n', Ticket.FileNameLimit + 1), 1, it.Book, now));
        it.Do((ticket, now) => ticket.Attach(Guid.Empty, "factura.pdf", 12, it.Book, now));
        Assert.Equal(new TicketEvent.FileAttached(Guid.Empty, "factura.pdf", 12), it.Ticket.Events[^1].Event);
    }

    private static void Refused(RefusalCode code, Case it, Func<Ticket, Moment, Decision> verb, Actor? by = null)
    {
        var before = it.Ticket.Version;
        Assert.Equal(code, Assert.IsType<Decision.Refused>(it.Try(verb, by)).Refusal.Code);
        Assert.Equal(before, it.Ticket.Version);
    }
}
