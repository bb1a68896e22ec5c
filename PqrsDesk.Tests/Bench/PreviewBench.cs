using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class PreviewBench : ISizedBench
{
    private const int Batch = 2_000;
    private const int Times = 7;

    public string Name => "preview";
    public string About => "What new hours of a calendar would do to all open tickets, three deadlines each: counted and listed before it is applied. Then the same applied to all of them.";
    public IReadOnlyList<int> Sizes { get; set; } = [100_000];
    public string SizesMean => "open tickets, each a row";
    public IReadOnlyList<string> Columns => ["engine, open tickets", "moving", "first s", "p50 s", "worst s", "cores' s each", "applied s"];

    /// <summary>It takes minutes to fill.</summary>
    public bool Usual => false;

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", "", "", ""];
                continue;
            }

            foreach (var open in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await FillAsync(desk, open);
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
                var admin = Samples.Someone(Role.Admin);
                var office = (await desk.BookAsync()).CurrentCalendar("office")!;
                var edit = new SlaEdit.OfCalendar("office", 1, office.Definition with { Weekly = HoursBlock.Weekdays(new LocalHours(TimeSpan.FromHours(8), TimeSpan.FromHours(15))) });
                var (times, moving, busy) = (new List<double>(), 0, Environment.CpuUsage.TotalTime);
                for (var time = 0; time < Times; time++)
                {
                    var started = Stopwatch.GetTimestamp();
                    moving = (await desk.Get<PreviewChange>().RunAsync(edit, admin, CancellationToken.None)).Preview!.Reach.Moving;
                    times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
                }

                busy = (Environment.CpuUsage.TotalTime - busy) / Times;
                var begun = Stopwatch.GetTimestamp();
                await desk.Get<ApplyChange>().RunAsync(edit, ApplyTo.NewAndOpen, admin);
                var applied = Stopwatch.GetElapsedTime(begun).TotalSeconds;
                yield return [$"{engine}, {open:N0}", $"{moving:N0}", $"{times[0]:0.00}", $"{times.Order().ElementAt(Times / 2):0.00}", $"{times.Max():0.00}", $"{busy.TotalSeconds:0.00}", $"{applied:0.0}"];
            }
        }
    }

    /// <summary>Promised by the desk's own policies over the last weeks.</summary>
    private static async Task FillAsync(TestDesk desk, int open)
    {
        var (book, chance) = (await desk.BookAsync(), new Random(2578));
        var area = (await desk.ReadAsync(db => db.Areas.FirstAsync()))!;
        var writer = desk.Get<DeskWriter>();
        foreach (var numbers in Enumerable.Range(1, open).Chunk(Batch))
        {
            var tickets = numbers.Select(number =>
            {
                var filing = Samples.Filing with { Kind = (TicketKind)chance.Next(1, 8), Urgency = (Urgency)chance.Next(1, 4), Impact = (Impact)chance.Next(1, 4) };
                var filed = Moment.Of(desk.Clock.Now.AddDays(-chance.NextDouble() * 20), book.Zone, Actor.Desk);
                var ticket = Ticket.File($"PQRS-2026-{number:000000}", filing, area, book.Choose(PolicyFacts.Of(filing, null))!, book, filed);
                ticket.CatchUp(desk.Clock.Now, book);
                return ticket;
            }).ToList();
            await writer.RunAsync(db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                db.Tickets.AddRange(tickets);
                return Task.FromResult(tickets.Count);
            }, CancellationToken.None);
        }
    }
}
