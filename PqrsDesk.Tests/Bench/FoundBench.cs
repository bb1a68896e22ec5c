using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class FoundBench : ISizedBench
{
    private static readonly TicketFilter Open = new();
    private static readonly TicketFilter Any = new() { Scope = TicketScope.Any, Order = TicketOrder.Newest };

    // One ticket in five has the common tag and the common value, one in ten thousand the rare ones; one in fifty of the open ones is late.
    private static readonly (string Name, TicketFilter Filter)[] Asked =
    [
        ("common tag", Open with { Tag = "comun" }),
        ("rare tag", Open with { Tag = "rara" }),
        ("common tag, all of history", Any with { Tag = "comun" }),
        ("rare tag, all of history", Any with { Tag = "rara" }),
        ("either tag", Open with { Tag = Choices.Of(["comun", "rara"]) }),
        ("not the common tag", Open with { Tag = Choices.Of(["comun"], not: true) }),
        ("common value", Open with { Fields = FieldChoices.With(null, 1, "norte") }),
        ("rare value", Open with { Fields = FieldChoices.With(null, 1, "único") }),
        ("value and tag", Open with { Fields = FieldChoices.With(null, 1, "norte"), Tag = "rara" }),
        ("any of value, tag, kind", Open with { Match = FilterMatch.Any, Fields = FieldChoices.With(null, 1, "único"), Tag = "rara", Kind = TicketKind.Report }),
        ("late step", Open with { StepLate = true }),
    ];

    public string Name => "found";
    public string About => "Cases found by tags, fields of the house and late steps, one ticket in ten open: the first page of the list, and the count of a saved view (of open ones), p50 in ms.";
    public IReadOnlyList<int> Sizes { get; set; } = [10_000, 100_000];
    public string SizesMean => "tickets, each a row";
    public bool Usual => false;
    public IReadOnlyList<string> Columns => ["engine, tickets", .. Asked.Select(asked => asked.Name)];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null) continue;
            foreach (var size in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                await MarkAsync(desk);
                await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Postgres ? "VACUUM ANALYZE" : "ANALYZE"));
                var told = new List<string> { $"{engine}, {size:N0}" };
                foreach (var (_, filter) in Asked) told.Add(await MeasureAsync(desk, filter));
                yield return told;
            }
        }
    }

    private static async Task<string> MeasureAsync(TestDesk desk, TicketFilter filter)
    {
        var page = await Timing.OfAsync(() => desk.Get<ListTickets>().RunAsync(new QueueView(filter), CancellationToken.None), brief: true);
        if (!CountTickets.CanCount(filter)) return page.Percentile(50);
        var count = await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<CountTickets>().RunAsync(db, filter, CancellationToken.None)), brief: true);
        return $"{page.Percentile(50)}, count {count.Percentile(50)}";
    }

    /// <summary>Straight into the rows that lists look at: a million verbs would take an hour.</summary>
    private static async Task MarkAsync(TestDesk desk)
    {
        await desk.AddFieldAsync(new() { Name = "Ruta" });
        var late = desk.Clock.Now.AddHours(-1);
        await desk.ReadAsync(async db =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            foreach (var (key, every) in new[] { ("comun", 5), ("rara", 10_000) })
                await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $$"""INSERT INTO "CaseTags" ("TicketId", "Key", "Name") SELECT "Id", {0}, {0} FROM "Tickets" WHERE "Id" % {{every}} = 0"""), key);
            foreach (var (value, every, rest) in new[] { ("norte", 5, 0), ("unico", 10_000, 1) })
                await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $$"""INSERT INTO "CaseFields" ("TicketId", "FieldId", "Value") SELECT "Id", 1, {0} FROM "Tickets" WHERE "Id" % {{every}} = {{rest}}"""), value);
            return await db.Tickets.Where(t => t.Status < TicketStatus.Answered && t.Id % 50 == 1).ExecuteUpdateAsync(set => set.SetProperty(t => t.NextStepAt, late));
        });
    }
}
