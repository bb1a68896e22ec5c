using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Me;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class MeBench : ISizedBench
{
    private const int People = 40;

    public string Name => "me";
    public string About => $"A person's own page, {People} people with all tickets among them, one in ten open, a year of history: their day, the results of everybody that all share, and the whole page as the server draws it (the results come after it).";
    public IReadOnlyList<int> Sizes { get; set; } = [100_000];
    public string SizesMean => "tickets";
    public IReadOnlyList<string> Columns => ["engine, tickets", "day p50 ms", "day p95 ms", "30 days p50 ms", "30 days p95 ms", "90 days p50 ms", "90 days p95 ms", "page p50 ms", "page p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", "", "", "", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production" });
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                var me = await desk.HireWithAccountAsync();
                var first = me.Id;
                for (var i = 1; i < People; i++) await desk.HireAsync($"Persona {i}");
                await OwnAsync(desk, first);
                for (var i = 0; i < 30; i++) await desk.NoteAsync((await desk.FileAsync()).Number, by: Actor.Staff(me));
                using var client = await desk.StaffAsync(me);
                var day = await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<ReadMyDay>().RunAsync(db, me.Id, CancellationToken.None)));
                var month = await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<ReadTeam>().RunAsync(db, 30, CancellationToken.None)), brief: true);
                var quarter = await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<ReadTeam>().RunAsync(db, 90, CancellationToken.None)), brief: true);
                var page = await Timing.OfAsync(() => client.GetStringAsync(DeskUrls.Me));
                yield return
                [
                    $"{engine}, {size:N0}", day.Percentile(50), day.Percentile(95), month.Percentile(50), month.Percentile(95),
                    quarter.Percentile(50), quarter.Percentile(95), page.Percentile(50), page.Percentile(95),
                ];
            }
        }
    }

    // No import brings owners.
    private static async Task OwnAsync(WebDesk desk, int first)
    {
        await desk.ReadAsync(db => db.Database.ExecuteSqlAsync($"""
            UPDATE "Tickets" SET "OwnerId" = {first} + "Id" % {People}, "FirstReplyAt" = "FiledAt", "FirstResponseMinutes" = "Id" % 500,
                "ResolutionMinutes" = CASE WHEN "AnsweredAt" IS NULL THEN NULL ELSE "Id" % 3000 END
            """));
        if (desk.Get<DatabaseSettings>().Provider == DatabaseProvider.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
    }
}
