using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>Relations of stored cases: two rows, one transaction, and what else has to go along.</summary>
public sealed class RelateTicketsTests
{
    private static readonly PetitionerDetails Luis = new() { Name = "Luis Peña", Email = "luis@example.org" };

    [SkippableTheory, Engines]
    public async Task Parts_are_cases_under_the_common_number_and_the_sequence_does_not_notice(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var billing = await desk.OpenAreaAsync();
        var receipt = await desk.FileAsync(Samples.Filing with { Subject = "Cobro y copia" });
        var file = await AttachAsync(desk, receipt.Number);
        desk.Clock.Advance(TimeSpan.FromDays(2));

        await MustAsync(desk, receipt.Number, new CaseAct.Split(
        [
            new(TicketKind.DocumentRequest, "Copia del contrato", "Quiero una copia.", Samples.FirstArea, [file]),
            new(TicketKind.Complaint, "Trato", "Me gritaron.", billing.Id),
        ]));

        var parts = await desk.ReadAsync(db => db.Tickets.Where(t => t.PartOf == receipt.Number).OrderBy(t => t.Id).Select(t => t.Number).ToListAsync());
        Assert.Equal([$"{receipt.Number}-2", $"{receipt.Number}-3"], parts);
        var (whole, part) = (await desk.TicketAsync(receipt.Number), await desk.TicketAsync(parts[0]));
        Assert.Equal((2, whole.FiledAt, whole.PetitionerId), (whole.PartCount, part.FiledAt, part.PetitionerId));
        Assert.Equal(2, whole.Events.Count(line => line.Event is TicketEvent.SplitOff));
        Assert.All([whole, part], each => Assert.Equal(TicketWords.Of(Ticket.Rebuild(each.Events, desk.BookAsync().Result)), TicketWords.Of(each)));
        var hashes = await desk.ReadAsync(db => db.TrackingHashes.Select(hash => hash.Hash).ToListAsync());
        Assert.Equal(3, hashes.Count(hash => hash == receipt.Code.Hash));
        Assert.Equal("PQRS-2026-000002", (await desk.FileAsync()).Number);

        // The file is the whole's, and the part has it all the same.
        var sight = (await desk.Get<ReadTicket>().RunAsync(parts[0], CancellationToken.None)).Ticket!;
        Assert.Equal(file, Assert.Single(sight.Files).Id);
        Assert.Equal((Relation.Whole, receipt.Number), (Assert.Single(sight.Related).How, sight.Related[0].Number));
        Assert.Equal([Relation.Part, Relation.Part], (await desk.Get<ReadTicket>().RunAsync(receipt.Number, CancellationToken.None)).Ticket!.Related.Select(other => other.How));

        // People say the number that the parts have in common.
        var found = await desk.Get<Searching.SearchCases>().RunAsync(new("1"), new Reader(AllTickets: true), CancellationToken.None);
        Assert.Equal([$"{receipt.Number}-3", $"{receipt.Number}-2", receipt.Number], found.Hits.Select(hit => hit.Number));
    }

    [SkippableTheory, Engines]
    public async Task When_one_part_is_refused_none_is_made(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        var good = new PartWish(TicketKind.Petition, "Bien", "Pido.", Samples.FirstArea);

        Assert.Equal(new Refusal(RefusalCode.SubjectMissing, "Parts[1].Subject"), await TryAsync(desk, number, new CaseAct.Split([good, good with { Subject = "" }])));
        Assert.Equal(new Refusal(RefusalCode.AreaUnknown, "Parts[0].AreaId"), await TryAsync(desk, number, new CaseAct.Split([good with { AreaId = 404 }])));
        Assert.Equal(new Refusal(RefusalCode.FileUnknown, "Parts[0].FileIds"), await TryAsync(desk, number, new CaseAct.Split([good with { FileIds = [Guid.NewGuid()] }])));
        Assert.Equal(new Refusal(RefusalCode.PartsMissing, "Parts"), await TryAsync(desk, number, new CaseAct.Split([])));
        Assert.Equal((1, 1), (await desk.ReadAsync(db => db.Tickets.CountAsync()), (await desk.TicketAsync(number)).Version));
    }

    [SkippableTheory, Engines]
    public async Task Merged_cases_are_read_answered_and_separated_together(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (older, younger) = await TwoAsync(desk);
        var file = await AttachAsync(desk, younger);
        await MustAsync(desk, older, new CaseAct.Merge($" {younger.ToLowerInvariant()} ", "Es el mismo cobro."));

        var sight = (await desk.Get<ReadTicket>().RunAsync(older, CancellationToken.None)).Ticket!;
        Assert.Equal((younger, "PQRS-2026-000002"), (Assert.Single(sight.Absorbed).Number, sight.Files.Single(each => each.Id == file).Of));
        Assert.Equal("Me cobraron dos veces el mismo mes.\nAdjunto la factura.", sight.Timeline.Select(line => line.Event).OfType<TicketEvent.Absorbed>().Single().Said);

        await MustAsync(desk, older, new CaseAct.Separate(younger, "Son dos facturas."));
        Assert.True((await desk.TicketAsync(younger)).IsOpen);
        await MustAsync(desk, younger, new CaseAct.Merge(older, "Sí era el mismo."));
        await desk.HearAsync(younger, "¿Y mi respuesta?");
        await desk.AnswerAsync(older, "Se devolvió.");

        var log = await desk.LogAsync(younger);
        Assert.Contains(new TicketEvent.AnsweredTogether(older, "Se devolvió."), log);
        Assert.Contains(new TicketEvent.HeardThrough(younger, "¿Y mi respuesta?", false), await desk.LogAsync(older));
        foreach (var number in new[] { older, younger })
        {
            var ticket = await desk.TicketAsync(number);
            Assert.Equal(TicketWords.Of(Ticket.Rebuild(ticket.Events, await desk.BookAsync())), TicketWords.Of(ticket));
        }
    }

    [SkippableTheory, Engines]
    public async Task A_verb_that_fails_half_way_leaves_neither_changed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (one, two) = await TwoAsync(desk);
        var door = desk.Get<TicketDoor>();

        var refused = await door.ChangeBothAsync(one, two, null, Samples.Someone(), (_, ticket, other, book, now) =>
        {
            Assert.True(ticket.Link(other, null, book, now).Succeeded);
            return Task.FromResult<Decision>(RefusalCode.NothingChanged);
        }, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => door.ChangeBothAsync(one, two, null, Samples.Someone(), async (db, ticket, other, book, now) =>
        {
            Assert.True(ticket.Link(other, null, book, now).Succeeded);
            await db.SaveChangesAsync();
            throw new InvalidOperationException("The light went out.");
        }, CancellationToken.None));

        Assert.Equal(RefusalCode.NothingChanged, refused);
        Assert.Equal((1, 1), ((await desk.TicketAsync(one)).Version, (await desk.TicketAsync(two)).Version));
        Assert.Equal(new Refusal(RefusalCode.TicketNotFound, "Other", "PQRS-1999-000001"), await TryAsync(desk, one, new CaseAct.Merge("PQRS-1999-000001", "x")));
        Assert.IsType<Decision.Stale>(await desk.Get<RelateTickets>().RunAsync(one, 0, new CaseAct.Link(two, null), Samples.Someone(), CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task A_lost_race_is_decided_again_on_what_the_winner_left(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var (older, younger) = await TwoAsync(desk);

        // From both sides and both nodes, while others write to either.
        var decisions = await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => Task.Run(async () =>
        {
            var node = turn % 2 == 0 ? desk : other;
            if (turn % 3 == 0) await node.NoteAsync(turn % 2 == 0 ? older : younger);
            var (asked, with) = turn % 4 < 2 ? (older, younger) : (younger, older);
            return await node.Get<RelateTickets>().RunAsync(asked, null, new CaseAct.Merge(with, "Es lo mismo."), Samples.Someone(), CancellationToken.None);
        })));

        Assert.Single(decisions, decision => decision.Succeeded);
        Assert.All(decisions.Where(decision => !decision.Succeeded), decision => Assert.Equal(RefusalCode.AlreadyMerged, Assert.IsType<Decision.Refused>(decision).Refusal.Code));
        var (a, b) = (await desk.TicketAsync(older), await desk.TicketAsync(younger));
        Assert.Equal((1, older), (a.MergedCount, b.MergedInto));
        Assert.Equal((a.Events.Count, b.Events.Count), (a.Version, b.Version));

        // Answering the one while the other's petitioner writes and somebody separates them: whatever comes first, both logs agree.
        await Task.WhenAll(
            Task.Run(() => desk.TryAsync(older, (ticket, book, now) => ticket.Answer("Listo.", book, now))),
            Task.Run(() => other.TryAsync(younger, (ticket, book, now) => ticket.Hear("Hola.", book, now))),
            Task.Run(() => other.Get<RelateTickets>().RunAsync(younger, null, new CaseAct.Separate(younger, "Son dos."), Samples.Someone(), CancellationToken.None)));
        (a, b) = (await desk.TicketAsync(older), await desk.TicketAsync(younger));
        Assert.Equal(b.Status == TicketStatus.Merged ? 1 : 0, a.MergedCount);
        Assert.Equal(b.Status == TicketStatus.Merged, b.Events.Any(line => line.Event is TicketEvent.AnsweredTogether));
    }

    [SkippableTheory, Engines]
    public async Task Voided_and_merged_cases_are_outside_the_denominators_and_listed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (older, younger) = await TwoAsync(desk);
        var spam = (await desk.FileAsync()).Number;
        var month = Period.Month(2026, 3);
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await MustAsync(desk, older, new CaseAct.Merge(younger, "Es lo mismo."));
        await desk.ChangeAsync(spam, (ticket, book, now) => ticket.Void(VoidKind.Spam, "Publicidad.", book, now), Samples.Someone(Role.Lead));
        await desk.AnswerAsync(older);
        desk.Clock.Advance(TimeSpan.FromDays(25));

        var indicators = await desk.Get<KpiReader>().IndicatorsAsync(month, null, CancellationToken.None);
        Assert.Equal((3, 1, 1d), (indicators.Flow.Received, indicators.Flow.Answered, indicators[Kpi.Compliance]));
        Assert.Equal((0, 0), (indicators.Stock.Open, indicators.Stock.Overdue));
        await using var reading = await desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);
        var rows = await reading.FactsAsync(month).ToListAsync();
        Assert.Equal([TicketStatus.Answered, TicketStatus.Voided, TicketStatus.Merged], rows.Select(row => row.Status).Order());
        foreach (var (status, number) in new[] { (TicketStatus.Voided, spam), (TicketStatus.Merged, younger) })
        {
            var filter = new TicketFilter { Scope = TicketScope.Done, Status = status };
            Assert.Equal(number, await desk.ReadAsync(db => db.Tickets.Matching(filter, desk.Clock.Now, desk.Clock.Now).Select(t => t.Number).SingleAsync()));
        }
    }

    internal static async Task<(string Older, string Younger)> TwoAsync(AnyDesk desk)
    {
        var older = (await desk.FileAsync()).Number;
        return (older, (await desk.FileAsync(petitioner: Luis, by: Actor.Petitioner("Luis Peña"))).Number);
    }

    private static async Task<Guid> AttachAsync(TestDesk desk, string number)
    {
        using var files = new PendingFiles(desk.Get<FileStore>());
        await files.AddAsync("contrato.txt", "text/plain", 1, _ => new MemoryStream([1]), () => { });
        Assert.True((await desk.Get<AttachFiles>().RunAsync(number, files, Samples.Someone(), CancellationToken.None, forPetitioner: true)).Succeeded);
        return Assert.IsType<TicketEvent.FileAttached>((await desk.LogAsync(number))[^1]).FileId;
    }

    private static Task<Decision> TryAsync(TestDesk desk, string number, CaseAct act) => desk.Get<RelateTickets>().RunAsync(number, null, act, Samples.Someone(), CancellationToken.None);

    private static async Task MustAsync(TestDesk desk, string number, CaseAct act) => Assert.Equal(Decision.Ok, await TryAsync(desk, number, act));
}
