using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class BulkBench : IBench
{
    private const int Warm = 3;
    private const int Times = 11;

    public string Name => "bulk";
    public string About => $"{ChangeRows.Most} tickets given to another owner in one transaction, with their events and deadlines, and one push.";
    public IReadOnlyList<string> Columns => ["engine", "median ms", "slowest ms", "tickets a second"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", ""];
                continue;
            }

            await using var desk = await TestDesk.StartAsync(engine);
            var people = new[] { await desk.HireAsync(), await desk.HireAsync("Beto Ruiz") };
            for (var i = 0; i < ChangeRows.Most; i++) await desk.FileAsync();
            var pushes = 0;
            using var reading = desk.Get<ITicketFeed>().Subscribe(_ => pushes++);
            var spent = new List<double>();
            for (var i = 0; i < Warm + Times; i++)
            {
                var took = await AssignAsync(desk, people[i % people.Length]);
                if (i >= Warm) spent.Add(took);
            }

            if (pushes != Warm + Times) throw new InvalidOperationException($"{Warm + Times} runs were pushed {pushes} times.");
            spent.Sort();
            yield return [$"{engine}", $"{spent[Times / 2]:0}", $"{spent[^1]:0}", $"{ChangeRows.Most * 1000 / spent[Times / 2]:N0}"];
        }
    }

    private static async Task<double> AssignAsync(TestDesk desk, StaffMember to)
    {
        var rows = await desk.ReadAsync(db => db.Tickets.Select(ticket => new SeenRow(ticket.Number, ticket.Version)).ToListAsync());
        var started = Stopwatch.GetTimestamp();
        var outcome = await desk.Get<ChangeRows>().RunAsync(rows, new RowsChange.Assign(to.Id), Samples.Someone(Role.Lead), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (outcome.Changed.Count != rows.Count) throw new InvalidOperationException($"{outcome.Changed.Count} of {rows.Count} were given.");
        return took;
    }
}
