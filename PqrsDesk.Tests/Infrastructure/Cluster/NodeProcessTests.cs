using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Broadcasting;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>Nodes as processes of their own, on one PostgreSQL, and what becomes of them and of the work in bad hours.</summary>
public sealed class NodeProcessTests
{
    private const int Wanted = 200;

    [SkippableFact]
    public async Task A_node_that_is_killed_amid_filings_loses_none_it_acknowledged_and_files_none_twice()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Postgres);
        var key = await KeyAsync(desk);
        await using var one = await NodeProcess.StartAsync(desk.Connection);
        await using var two = await NodeProcess.StartAsync(desk.Connection);

        var acknowledged = new ConcurrentDictionary<string, string>();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            using var first = one.Client(key);
            using var second = two.Client(key);
            while (Interlocked.Increment(ref next) is <= Wanted and var turn)
            {
                try
                {
                    acknowledged[$"Caso {turn}"] = await FileAsync(first, $"Caso {turn}");
                }
                catch (HttpRequestException)
                {
                    // Not acknowledged: perhaps filed, perhaps not. The program goes on by the other node, as behind a proxy.
                    acknowledged[$"Resto {turn}"] = await FileAsync(second, $"Resto {turn}");
                }

                if (turn == Wanted / 2) one.Kill();
            }
        })));

        Assert.Contains(acknowledged.Keys, subject => subject.StartsWith("Caso", StringComparison.Ordinal));
        Assert.Contains(acknowledged.Keys, subject => subject.StartsWith("Resto", StringComparison.Ordinal));
        var stored = await desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Id).Select(ticket => new { ticket.Number, ticket.Subject, Events = ticket.Events.Count, Deadlines = ticket.Deadlines.Count }).ToListAsync());
        foreach (var (subject, number) in acknowledged) Assert.Equal(number, Assert.Single(stored, ticket => ticket.Subject == subject).Number);
        Assert.Equal(stored.Count, stored.Select(ticket => ticket.Subject).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(ticket => int.Parse(ticket.Number.Split('-')[^1], CultureInfo.InvariantCulture)).Order());
        Assert.All(stored, ticket => Assert.Equal((1, 3), (ticket.Events, ticket.Deadlines)));
    }

    [SkippableFact]
    public async Task When_postgres_restarts_both_nodes_say_so_and_recover_by_themselves()
    {
        Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        var server = await PostgresCluster.OwnAsync();
        try
        {
            var (connection, _) = await server.MakeDatabaseAsync(blank: false);
            await using var one = await NodeProcess.StartAsync(connection);
            await using var two = await NodeProcess.StartAsync(connection);
            await Eventually.TrueAsync(async () => await IsReadyAsync(one) && await IsReadyAsync(two), "both nodes were ready");

            await server.TurnAsync(on: false);
            await Eventually.TrueAsync(async () => await IsFailingAsync(one) && await IsFailingAsync(two), "both nodes said that they cannot serve");
            await server.TurnAsync(on: true);
            await Eventually.TrueAsync(async () => await IsReadyAsync(one) && await IsReadyAsync(two), "both nodes were ready again");

            // And each hears the other again.
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var key = await KeyAsync(connection);
            await using var program = await HubClient.ConnectAsync(two.Address, key, limit.Token);
            await program.InvokeAsync("JoinQueue", ["all"], limit.Token);
            using var client = one.Client(key);
            var number = await FileAsync(client, "Después del reinicio");
            Assert.Equal(number, (await program.CalledAsync(limit.Token)).Argument.GetProperty("number").GetString());
        }
        finally
        {
            await server.GiveUpAsync();
        }
    }

    [SkippableFact]
    public async Task Two_nodes_that_start_at_once_on_an_empty_database_lay_it_once()
    {
        await using var database = await FreshDatabase.MakeAsync(Engine.Postgres, blank: true);
        var starting = new[] { NodeProcess.StartAsync(database.Connection), NodeProcess.StartAsync(database.Connection) };
        await using var one = await starting[0];
        await using var two = await starting[1];
        await Eventually.TrueAsync(async () => await IsReadyAsync(one) && await IsReadyAsync(two), "both nodes were ready");

        var counts = new List<long>();
        await using var connection = new Npgsql.NpgsqlConnection(database.Connection);
        await connection.OpenAsync();
        foreach (var table in new[] { "Areas", "Policies", "PauseCauses" })
        {
            await using var command = new Npgsql.NpgsqlCommand($"SELECT count(*) FROM \"{table}\"", connection);
            counts.Add((long)(await command.ExecuteScalarAsync())!);
        }

        Assert.Equal([1, 3, 4], counts);
    }

    private static async Task<string> FileAsync(HttpClient client, string subject)
    {
        using var response = await client.PostAsJsonAsync(DeskUrls.ApiTickets, new { kind = "claim", subject, description = "Dos veces.", petitioner = new { anonymous = true } });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }

    private static async Task<bool> IsReadyAsync(NodeProcess node) => await node.HealthAsync() is { Status: HttpStatusCode.OK };

    private static async Task<bool> IsFailingAsync(NodeProcess node) =>
        await node.HealthAsync() is { Status: HttpStatusCode.ServiceUnavailable } health && health.Text.Contains("nodes", StringComparison.Ordinal);

    private static async Task<string> KeyAsync(AnyDesk desk)
    {
        var (kept, shown) = ApiKey.Create("prueba", Role.Agent, DateTimeOffset.UtcNow);
        await desk.AddAsync(kept);
        return shown;
    }

    /// <summary>On a database that no desk of this process knows.</summary>
    private static async Task<string> KeyAsync(string connection)
    {
        var (kept, shown) = ApiKey.Create("prueba", Role.Agent, DateTimeOffset.UtcNow);
        await using var db = new Persistence.PostgresDeskDb(new DbContextOptionsBuilder<Persistence.PostgresDeskDb>().UseNpgsql(connection).Options);
        db.ApiKeys.Add(kept);
        await db.SaveChangesAsync();
        return shown;
    }
}
