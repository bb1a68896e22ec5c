using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class BulkVerbsTests
{
    /// <summary>Each verb that can be undone, on a case that it can be done to, and what the case is like by it.</summary>
    [SkippableTheory, Engines]
    public async Task Whatever_can_be_undone_leaves_each_case_as_it_was(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, lead) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead));
        var billing = await desk.OpenAreaAsync();
        var queue = await desk.AddAsync(new WorkQueue { Name = "Cobros dobles", AreaId = Samples.FirstArea });
        var cause = await desk.ReadAsync(db => Task.FromResult(db.PauseCauses.First()));
        (RowsChange Change, Func<string, Task>? Before)[] all =
        [
            (new RowsChange.Take(lead.Id), null),
            (new RowsChange.Assign(ana.Id), null),
            (new RowsChange.Release(), number => desk.TakeAsync(number, ana)),
            (new RowsChange.Prioritize(Priority.High, "Afecta a muchos."), null),
            (new RowsChange.Classify("Cobros", null), null),
            (new RowsChange.Wait(cause.Id, null), number => desk.TakeAsync(number, ana)),
            (new RowsChange.Wait(null, "Falta la factura."), null),
            (new RowsChange.Resume(), number => desk.WaitAsync(number)),
            (new RowsChange.Reassign(billing.Id, "Es de facturación."), async number =>
            {
                await desk.TakeAsync(number, ana);
                await desk.ChangeAsync(number, (ticket, book, now) => ticket.MoveTo(queue, null, book, now));
            }),
            (new RowsChange.MoveQueue(queue.Id), null),
            (new RowsChange.MoveQueue(null), number => desk.ChangeAsync(number, (ticket, book, now) => ticket.MoveTo(queue, null, book, now))),
            (new RowsChange.Snooze(desk.Clock.Now.AddHours(1), "Espera a cartera."), number => desk.TakeAsync(number, ana)),
            (new RowsChange.Wake(), async number =>
            {
                await desk.TakeAsync(number, ana);
                await desk.ChangeAsync(number, (ticket, book, now) => ticket.Snooze(now.At.AddHours(1), null, book, now), Actor.Staff(ana));
            }),
        ];
        foreach (var (change, before) in all)
        {
            var numbers = new List<string>();
            for (var filed = 0; filed < 3; filed++) numbers.Add((await desk.FileAsync()).Number);
            if (before is not null) foreach (var number in numbers) await before(number);
            var then = await LooksAsync(desk, numbers);

            var outcome = await RunAsync(desk, numbers, change, Actor.Staff(lead));
            Assert.All(outcome.Results, row => Assert.Equal(Decision.Ok, row.Decision));
            Assert.Equal(3, outcome.Changed.Count);
            Assert.All(then.Zip(await LooksAsync(desk, numbers)), pair => Assert.NotEqual(pair.First, pair.Second));

            // Somebody has changed one of them since: it is left as it is, and said.
            await desk.NoteAsync(numbers[1], by: Actor.Staff(ana));
            var back = await TakeBackAsync(desk, outcome, change, Actor.Staff(lead));
            Assert.IsType<Decision.Stale>(back.Results.Single(row => row.Number == numbers[1]).Decision);
            Assert.Equal(2, back.Results.Count(row => row.Decision.Succeeded));
            var now = await LooksAsync(desk, numbers);
            Assert.Equal((then[0], then[2]), (now[0], now[2]));
            Assert.NotEqual(then[1], now[1]);
        }
    }

    [SkippableTheory, Engines]
    public async Task Picked_cases_are_merged_into_the_oldest_and_those_that_refuse_say_why(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var numbers = new List<string>();
        for (var filed = 0; filed < 5; filed++)
        {
            numbers.Add((await desk.FileAsync()).Number);
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var early = (await desk.FileAsync(Samples.Filing with { Kind = TicketKind.DocumentRequest })).Number;
        await desk.AnswerAsync(numbers[3]);
        var seen = (await desk.TicketAsync(numbers[4])).Version;
        await desk.NoteAsync(numbers[4]);

        var outcome = await desk.Get<ChangeRows>().RunAsync(
            [new(numbers[2], null), new(numbers[0], null), new(numbers[1], null), new(numbers[3], null), new(numbers[4], seen), new(early, null), new("PQRS-1999-000001", null)],
            new RowsChange.Merge("Es el mismo cobro."), Samples.Someone(), CancellationToken.None);

        Assert.Equal(numbers[0], outcome.Into);
        Assert.Equal(
            [null, null, null, RefusalCode.TicketNotOpen, null, RefusalCode.ShorterTermElsewhere, RefusalCode.TicketNotFound],
            outcome.Results.Select(row => (row.Decision as Decision.Refused)?.Refusal.Code));
        Assert.IsType<Decision.Stale>(outcome.Results[4].Decision);
        Assert.Equal(2, (await desk.TicketAsync(numbers[0])).MergedCount);
        foreach (var merged in new[] { numbers[1], numbers[2] }) Assert.Equal(numbers[0], (await desk.TicketAsync(merged)).MergedInto);
        Assert.Equal(Samples.Filing.Description, (await desk.LogAsync(numbers[0])).OfType<TicketEvent.Absorbed>().First().Said.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task One_case_or_too_many_are_not_merged()
    {
        await using var desk = await TestDesk.StartAsync();
        var one = (await desk.FileAsync()).Number;
        var rows = desk.Get<ChangeRows>();
        Assert.Equal(RefusalCode.NothingToMerge, (await rows.RunAsync([new(one, null)], new RowsChange.Merge("x"), Samples.Someone(), CancellationToken.None)).Refusal?.Code);
        Assert.Equal(RefusalCode.TooManyToMerge, (await rows.RunAsync([.. Enumerable.Range(0, 51).Select(i => new SeenRow($"{i}", null))], new RowsChange.Merge("x"), Samples.Someone(), CancellationToken.None)).Refusal?.Code);
        Assert.Equal(RefusalCode.ReasonMissing, (await rows.RunAsync([new(one, null)], new RowsChange.Merge(" "), Samples.Someone(), CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task What_is_named_must_be_there_and_what_is_so_already_is_done()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        var queue = await desk.AddAsync(new WorkQueue { Name = "De otros", AreaId = (await desk.OpenAreaAsync()).Id });
        Assert.Equal(RefusalCode.AreaUnknown, (await RunAsync(desk, [number], new RowsChange.Reassign(99, "x"), Samples.Someone())).Refusal?.Code);
        Assert.Equal(RefusalCode.QueueUnknown, (await RunAsync(desk, [number], new RowsChange.MoveQueue(99), Samples.Someone())).Refusal?.Code);
        Assert.Equal(RefusalCode.PauseCauseUnknown, (await RunAsync(desk, [number], new RowsChange.Wait(99, null), Samples.Someone())).Refusal?.Code);
        Assert.Equal(RefusalCode.TextTooLong, (await RunAsync(desk, [number], new RowsChange.Snooze(desk.Clock.Now.AddHours(1), new string('a', 501)), Samples.Someone())).Refusal?.Code);

        var elsewhere = await RunAsync(desk, [number], new RowsChange.MoveQueue(queue.Id), Samples.Someone());
        Assert.Equal(RefusalCode.QueueUnknown, (Assert.Single(elsewhere.Results).Decision as Decision.Refused)?.Refusal.Code);
        Assert.True(Assert.Single((await RunAsync(desk, [number], new RowsChange.Reassign(Samples.FirstArea, "x"), Samples.Someone())).Results).Decision.Succeeded);
        Assert.Equal(1, (await desk.TicketAsync(number)).Version);
    }

    [Fact]
    public async Task A_term_that_began_anew_is_not_given_back()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.RequestCompletion("Falta la factura.", book, now));
        var outcome = await RunAsync(desk, [number], new RowsChange.Resume(), Samples.Someone());

        var back = await TakeBackAsync(desk, outcome, new RowsChange.Resume(), Samples.Someone());

        Assert.Equal(RefusalCode.CompletionNotUndone, (Assert.Single(back.Results).Decision as Decision.Refused)?.Refusal.Code);
    }

    private static Task<RowsOutcome> RunAsync(TestDesk desk, IReadOnlyList<string> numbers, RowsChange change, Actor by) =>
        desk.Get<ChangeRows>().RunAsync([.. numbers.Select(number => new SeenRow(number, null))], change, by, CancellationToken.None);

    private static Task<RowsOutcome> TakeBackAsync(TestDesk desk, RowsOutcome outcome, RowsChange change, Actor by) => desk.Get<ChangeRows>().RunAsync(
        [.. outcome.Changed.Select(row => new SeenRow(row.Number, row.Version))],
        new RowsChange.TakeBack(change, outcome.Changed.ToDictionary(row => row.Number, row => row.Before), "Se deshizo el cambio."), by, CancellationToken.None);

    private static async Task<IReadOnlyList<string>> LooksAsync(TestDesk desk, IReadOnlyList<string> numbers)
    {
        var looks = new List<string>();
        foreach (var number in numbers)
        {
            var ticket = await desk.TicketAsync(number);
            looks.Add($"{ticket.Status} {ticket.OwnerId} {ticket.AreaId} {ticket.WorkQueueId} {ticket.Priority} {ticket.Topic} {ticket.SnoozedUntil?.UtcTicks} {ticket.Pauses.LastOrDefault(pause => pause.To is null)?.Reason}");
        }

        return looks;
    }
}
