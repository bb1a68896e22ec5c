using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class FilingsBench : IBench
{
    /// <summary>Until the runtime has compiled for the second time what is used most.</summary>
    private const int Warm = 6_000;
    private static readonly TimeSpan For = TimeSpan.FromSeconds(5);

    public string Name => "filings";
    public string About =>
        "Filings a second, each on disk with all that belongs to it before the next of the same client: by the one door alone, and by the API over HTTP, " +
        "where the clients run in the same process, on the same cores, as the server.";
    public IReadOnlyList<string> Columns => ["engine, way, clients", "filings a second", "p50 ms", "p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", ""];
                continue;
            }

            foreach (var clients in new[] { 1, 32 })
            {
                await using var desk = await TestDesk.StartAsync(engine);
                yield return await RowAsync(desk, $"{engine}, door, {clients}", clients, client => desk.FileAsync(petitioner: Samples.Petitioner with { Document = $"CC {client}", Email = $"{client}@example.org" }));
            }

            foreach (var clients in new[] { 1, 32 })
            {
                await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production", Settings = new Dictionary<string, string?> { ["Desk:Api:RequestsPerMinute"] = "0" } });
                using var http = await ProgramAsync(desk);
                yield return await RowAsync(desk, $"{engine}, API, {clients}", clients, client => PostAsync(http, client));
            }
        }
    }

    private static async Task<IReadOnlyList<string>> RowAsync(AnyDesk desk, string name, int clients, Func<int, Task> fileAsync)
    {
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; i < Warm; i += clients) await fileAsync(client);
        })));
        var since = Stopwatch.GetTimestamp();
        var spent = (await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(() => fileAsync(client), since))))).SelectMany(times => times).Order().ToList();
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var kept = await desk.ReadAsync(db => db.Tickets.CountAsync());
        if (kept != Warm + spent.Count) throw new InvalidOperationException($"{spent.Count} filings were acknowledged, {kept - Warm} kept.");
        return [name, $"{spent.Count / seconds:N0}", $"{spent[spent.Count / 2]:0.0}", $"{spent[spent.Count * 95 / 100]:0.0}"];
    }

    private static async Task<List<double>> ClientAsync(Func<Task> fileAsync, long since)
    {
        var spent = new List<double>();
        while (Stopwatch.GetElapsedTime(since) < For)
        {
            var started = Stopwatch.GetTimestamp();
            await fileAsync();
            spent.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return spent;
    }

    private static async Task<HttpClient> ProgramAsync(WebDesk desk)
    {
        var (kept, shown) = ApiKey.Create("bench", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return http;
    }

    private static async Task PostAsync(HttpClient http, int client)
    {
        var body = new
        {
            kind = "claim",
            subject = Samples.Filing.Subject,
            description = Samples.Filing.Description,
            petitioner = new { name = $"Persona {client}", document = $"CC {client}", email = $"{client}@example.org", telephone = "300 123 4567" },
        };
        using var response = await http.PostAsJsonAsync(DeskUrls.ApiTickets, body);
        if (response.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"A filing was answered with {response.StatusCode}.");
        await response.Content.ReadAsByteArrayAsync();
    }
}
