using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Searching;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class SearchBench : ISizedBench
{
    private static readonly Reader Staff = new(AllTickets: true);

    public string Name => "search";
    public string About => "The first page of the search with its excerpts and its count, and the queue filtered by the same words.";
    public bool Usual => false;
    public IReadOnlyList<int> Sizes { get; set; } = [10_000, 100_000];
    public string SizesMean => "tickets, each a row";
    public IReadOnlyList<string> Columns => ["engine, tickets", "typed", "found", "search p50 ms", "search p95 ms", "queue filter p50 ms", "queue filter p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", "", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
                var number = await desk.ReadAsync(db => db.Tickets.OrderBy(t => t.Id).Select(t => t.Number).Skip(size / 3).FirstAsync());
                foreach (var (what, typed) in Typed(number))
                {
                    var found = await SearchAsync(desk, typed);
                    var search = await Timing.OfAsync(() => SearchAsync(desk, typed), brief: true);
                    var queue = await Timing.OfAsync(() => desk.Get<ListTickets>().RunAsync(new(new TicketFilter { Text = typed }, Counted: true), CancellationToken.None), brief: true);
                    yield return [$"{engine}, {size:N0}", what, $"{found.Count?.Found:N0}{(found.Count is { OrMore: true } ? "+" : "")}", search.Percentile(50), search.Percentile(95), queue.Percentile(50), queue.Percentile(95)];
                }
            }
        }
    }

    private static IEnumerable<(string What, string Typed)> Typed(string number) =>
    [
        ("a radicado", number),
        ("a rare word (1 in 1,000)", "ornitorrinco"),
        ("a word of 1 in 100", "pavimento"),
        ("a common word (1 in 5)", "alumbrado"),
        ("two common words", "poste alumbrado"),
        ("2 letters of a common word", "al"),
        ("4 letters of a common word", "alum"),
        ("rare and common", "ornitorrinco alumbrado"),
        ("rare, and 2 letters", "ornitorrinco al"),
        ("common, none in the newest fifth", "inundación"),
        ("5 letters of it", "inund"),
        ("two common, never together", "inundación alumbrado"),
        ("a name", "íñiguez zuluaga"),
        ("nothing", "xilófono"),
    ];

    private static Task<SearchAnswer> SearchAsync(AnyDesk desk, string typed) => desk.Get<SearchCases>().RunAsync(new(typed), Staff, CancellationToken.None);
}
