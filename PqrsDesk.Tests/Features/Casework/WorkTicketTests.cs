using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

public sealed class WorkTicketTests
{
    [SkippableTheory, Engines]
    public async Task A_ticket_goes_all_its_way_from_the_page(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        var luis = await desk.HireAsync("Luis Peña");
        var billing = await desk.OpenAreaAsync();
        var work = new Work(desk, (await desk.FileAsync()).Number, Actor.Staff(ana));

        await work.MustAsync(new CaseAct.Take(), TicketStatus.InProgress);
        await work.MustAsync(new CaseAct.Reply("Estamos revisando."), TicketStatus.InProgress);
        await work.MustAsync(new CaseAct.ReplyAndWait("¿Cuál es la factura?", "El número de la factura"), TicketStatus.AwaitingPetitioner);
        await work.MustAsync(new CaseAct.Hear("La 123."), TicketStatus.InProgress);
        await work.MustAsync(new CaseAct.Wait("La copia"), TicketStatus.AwaitingPetitioner);
        await work.MustAsync(new CaseAct.Resume("La trajo"), TicketStatus.InProgress);
        await work.MustAsync(new CaseAct.AddNote("Cartera confirma."), TicketStatus.InProgress);
        await work.MustAsync(new CaseAct.ChangePriority(Priority.High, "Son muchos"), TicketStatus.InProgress);
        await work.MustAsync(new CaseAct.Reclassify(TicketKind.Complaint, "Es sobre el trato"), TicketStatus.InProgress);
        await work.MustAsync(new CaseAct.Assign(luis.Id, "Sabe de esto"), TicketStatus.InProgress);
        work.By = Actor.Staff(luis);
        await work.MustAsync(new CaseAct.Release("Salgo de vacaciones"), TicketStatus.Filed);
        await work.MustAsync(new CaseAct.Reassign(billing.Id, "Les compete"), TicketStatus.Filed);
        await work.MustAsync(new CaseAct.Answer("Se devolvió el cobro."), TicketStatus.Answered);
        await work.MustAsync(new CaseAct.Close(null), TicketStatus.Closed);
        await work.MustAsync(new CaseAct.Reopen("Escribió de nuevo"), TicketStatus.Filed);

        var ticket = await desk.TicketAsync(work.Number);
        Assert.Equal((TicketKind.Complaint, Priority.High, billing.Id, null), (ticket.Kind, ticket.Priority, ticket.AreaId, ticket.OwnerId));
        Assert.Equal(
            [
                "Filed", "Assigned", "Replied", "Replied", "WaitStarted", "PetitionerResponded", "WaitStarted", "WaitEnded", "Noted",
                "PriorityChanged", "Reclassified", "Assigned", "Released", "Reassigned", "Answered", "Closed", "Reopened",
            ],
            ticket.Events.Select(line => line.Event.GetType().Name));
        Assert.Equal("Facturación", Assert.IsType<TicketEvent.Reassigned>(ticket.Events[13].Event).AreaName);
    }

    public static TheoryData<CaseAct, RefusalCode, string?> Refused => new()
    {
        { new CaseAct.Reply(" "), RefusalCode.TextMissing, "Text" },
        { new CaseAct.Answer(new string('x', 20_001)), RefusalCode.TextTooLong, "Text" },
        { new CaseAct.AddNote(null), RefusalCode.TextMissing, "Text" },
        { new CaseAct.Hear(""), RefusalCode.TextMissing, "Text" },
        { new CaseAct.Wait(null), RefusalCode.ReasonMissing, "Reason" },
        { new CaseAct.Wait("La copia", 999), RefusalCode.PauseCauseUnknown, "CauseId" },
        { new CaseAct.Review(null), RefusalCode.RoleTooLow, null },
        { new CaseAct.Resume(null), RefusalCode.NotWaiting, null },
        { new CaseAct.Close(null), RefusalCode.NotAnswered, null },
        { new CaseAct.Reopen("Porque sí"), RefusalCode.NotClosed, null },
        { new CaseAct.Assign(999, null), RefusalCode.AgentUnknown, "OwnerId" },
        { new CaseAct.Reassign(999, "Les compete"), RefusalCode.AreaUnknown, "AreaId" },
        { new CaseAct.Reassign(Samples.FirstArea, "Les compete"), RefusalCode.NothingChanged, null },
        { new CaseAct.Reclassify(TicketKind.Claim, "Igual"), RefusalCode.NothingChanged, null },
        { new CaseAct.Reclassify(default, "Ninguno"), RefusalCode.KindUnknown, "Kind" },
        { new CaseAct.ChangePriority(default, "Ninguna"), RefusalCode.PriorityUnknown, "Priority" },
        { new CaseAct.ChangePriority(Priority.High, ""), RefusalCode.ReasonMissing, "Reason" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_cannot_be_done_is_refused_and_changes_nothing(CaseAct act, RefusalCode code, string? field)
    {
        await using var desk = await TestDesk.StartAsync();
        var work = new Work(desk, (await desk.FileAsync()).Number, Actor.Staff(await desk.HireAsync()));

        var refused = Assert.IsType<Decision.Refused>(await work.TryAsync(act));

        Assert.Equal((code, field), (refused.Refusal.Code, refused.Refusal.Field));
        Assert.Single(await desk.LogAsync(work.Number));
    }

    [SkippableTheory, Engines]
    public async Task A_reply_that_cannot_wait_is_not_sent_either(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var work = new Work(desk, (await desk.FileAsync()).Number, Actor.Staff(await desk.HireAsync()));

        var refused = Assert.IsType<Decision.Refused>(await work.TryAsync(new CaseAct.ReplyAndWait("¿Cuál es la factura?", " ")));

        Assert.Equal(RefusalCode.ReasonMissing, refused.Refusal.Code);
        Assert.Single(await desk.LogAsync(work.Number));
    }

    [SkippableTheory, Engines]
    public async Task Who_had_not_seen_a_change_is_told_of_it_and_overwrites_nothing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        var work = new Work(desk, (await desk.FileAsync()).Number, Actor.Staff(ana));
        var luis = Actor.Staff(await desk.HireAsync("Luis Peña"));
        await desk.ChangePriorityAsync(work.Number, Priority.High, by: luis);

        var stale = Assert.IsType<Decision.Stale>(await work.TryAsync(new CaseAct.Answer("Se devolvió."), seen: 1));

        var line = Assert.Single(stale.Since);
        Assert.Equal(("Luis Peña", 2), (line.ByName, line.Sequence));
        Assert.IsType<TicketEvent.PriorityChanged>(line.Event);
        Assert.Equal(2, (await desk.LogAsync(work.Number)).Count);
        Assert.True((await work.TryAsync(new CaseAct.Answer("Se devolvió."), seen: 2)).Succeeded);
    }

    [Fact]
    public async Task A_note_follows_whatever_happened()
    {
        await using var desk = await TestDesk.StartAsync();
        var work = new Work(desk, (await desk.FileAsync()).Number, Actor.Staff(await desk.HireAsync()));
        await desk.ReplyAsync(work.Number);

        Assert.True((await work.TryAsync(new CaseAct.AddNote("Ojo."), seen: 1)).Succeeded);
    }

    [Fact]
    public async Task Of_two_who_take_a_ticket_at_once_one_has_it_and_the_other_is_told()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        var people = new[] { await desk.HireAsync(), await desk.HireAsync("Luis Peña") };

        var decisions = await Task.WhenAll(people.Select(member => Task.Run(() => new Work(desk, number, Actor.Staff(member)).TryAsync(new CaseAct.Take(), seen: 1))));

        Assert.Single(decisions, decision => decision.Succeeded);
        Assert.Single(decisions, decision => decision is Decision.Stale { Since: [{ Event: TicketEvent.Assigned }] });
    }

    [Fact]
    public async Task A_ticket_that_is_not_there_is_not_found()
    {
        await using var desk = await TestDesk.StartAsync();
        var refused = Assert.IsType<Decision.Refused>(await new Work(desk, "PQRS-1999-000001", Samples.Someone()).TryAsync(new CaseAct.AddNote("Ojo.")));
        Assert.Equal(RefusalCode.TicketNotFound, refused.Refusal.Code);
    }

    private sealed class Work(TestDesk desk, string number, Actor by)
    {
        public string Number => number;
        public Actor By { get; set; } = by;

        public Task<Decision> TryAsync(CaseAct act, int? seen = null) => desk.Get<WorkTicket>().RunAsync(number, seen, act, By, CancellationToken.None);

        public async Task MustAsync(CaseAct act, TicketStatus then)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(Decision.Ok, await TryAsync(act));
            Assert.Equal(then, (await desk.TicketAsync(number)).Status);
        }
    }
}
