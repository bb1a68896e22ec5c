using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Supervising;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class LikenessBench : ISizedBench
{
    private const int Cases = 40;
    private const string Text =
        "Desde el lunes el agua sale turbia y con olor a cloro en todo el barrio, los niños se han enfermado y nadie de la empresa responde al teléfono.";

    private static readonly Reader Agent = new(AllTickets: true);

    public string Name => "likeness";
    public string About => $"Finding the probable duplicates of a case ({Cases} different ones in turn) and of a text while it is typed, and the lists of repetition; one signature and one comparison of long texts.";
    public bool Usual => false;
    public IReadOnlyList<int> Sizes { get; set; } = [100_000];
    public string SizesMean => "tickets";
    public IReadOnlyList<string> Columns => ["engine, tickets", "what", "p50 ms", "p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var row in await PairsAsync()) yield return row;
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                for (var i = 0; i < 60; i++) await desk.FileAsync(Samples.Filing with { Description = $"{Text} Casa {i % 7}." }, new() { Name = $"Vecina {i}", Document = $"CC {70_000_000 + i % 40}" });
                var started = System.Diagnostics.Stopwatch.GetTimestamp();
                var signed = await desk.Get<SignTexts>().RunAsync(CancellationToken.None);
                yield return [$"{engine}, {size:N0}", $"signatures of a history: {signed / System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:N0} a second", "", ""];
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
                foreach (var (what, timing) in await OfDeskAsync(desk)) yield return [$"{engine}, {size:N0}", what, timing.Percentile(50), timing.Percentile(95)];
            }
        }
    }

    private static async Task<List<(string What, Timing Timing)>> OfDeskAsync(TestDesk desk)
    {
        var find = desk.Get<FindAlike>();
        var (newest, all) = (await desk.ReadAsync(db => db.Tickets.MaxAsync(t => t.Id)), new List<string>());
        for (var i = 0; i < Cases; i++)
        {
            var id = newest - (i * newest / Cases);
            all.AddRange(await desk.ReadAsync(db => db.Tickets.Where(t => t.Id == id).Select(t => t.Number).ToListAsync()));
        }

        var at = 0;
        return
        [
            ("duplicates of a case", await Timing.OfAsync(() => find.OfTicketAsync(all[at++ % all.Count], Agent, CancellationToken.None))),
            ("duplicates of a case that many copied", await Timing.OfAsync(() => find.OfTicketAsync(all[0], Agent, CancellationToken.None))),
            ("duplicates of a text", await Timing.OfAsync(() => find.OfDraftAsync(Samples.Petitioner, "", Text, desk.Clock.Now, Agent, CancellationToken.None))),
            ("lists of repetition", await Timing.OfAsync(() => desk.Get<ReadRepetition>().RunAsync(Repetition.Usual, Agent, CancellationToken.None), brief: true)),
        ];
    }

    private static async Task<List<IReadOnlyList<string>>> PairsAsync()
    {
        var chance = new Random(1997);
        var (one, other) = (ManyWords.Usual.Words(chance, 2_500), ManyWords.Usual.Words(chance, 2_500));
        var prints = await Timing.OfAsync(() => Task.FromResult(TextPrint.Of(one).With(TextPrint.Of(other))));
        var sketch = await Timing.OfAsync(() => Task.FromResult(TextSketch.Of(TextPrint.Of(one))));
        var (a, b) = (new Likened(default, TextPrint.Of(one)), new Likened(default, TextPrint.Of(other)));
        var pair = await Timing.OfAsync(() => Task.FromResult(CaseLikeness.Of(a, b)));
        return
        [
            ["", $"two texts of {one.Length:N0} signs, read and compared", prints.Percentile(50), prints.Percentile(95)],
            ["", "their prints compared", pair.Percentile(50), pair.Percentile(95)],
            ["", "one signature", sketch.Percentile(50), sketch.Percentile(95)],
        ];
    }
}
