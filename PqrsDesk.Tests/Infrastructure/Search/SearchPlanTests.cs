using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>What SQLite's planner makes of every statement that a search and a filtered queue really send.</summary>
public sealed class SearchPlanTests
{
    [Theory]
    [InlineData("factura")]
    [InlineData("cobr")]
    [InlineData("PQRS-2026-000001")]
    [InlineData("febrero cobr")]
    public async Task Neither_a_search_nor_a_filtered_queue_walks_over_all_tickets(string typed)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync();
        await desk.BookAsync();
        var overheard = new Overheard(desk.Connection);

        await new TicketSearch(overheard).FindAsync(WordQuery.Read(typed), new(AllTickets: true), all => all, null, 20, CancellationToken.None);
        await new TicketSearch(overheard).CountAsync(WordQuery.Read(typed), new(AllTickets: true), CancellationToken.None);
        await new ListTickets(overheard, desk.Get<SlaShelf>(), desk.Clock).RunAsync(new(new TicketFilter { Text = typed }, Counted: true), CancellationToken.None);

        Assert.NotEmpty(overheard.Said);
        foreach (var (sql, values) in overheard.Said)
            foreach (var line in await PlanAsync(overheard, sql, values))
                // Under its own name the table itself is meant; numbered names are the few rows that a page has left of it.
                Assert.False($"{line} ".StartsWith("SCAN t ", StringComparison.Ordinal) && !line.Contains("INDEX IX_Tickets_Queue", StringComparison.Ordinal), $"{line}\n{sql}");
    }

    private static async Task<List<string>> PlanAsync(Overheard overheard, string sql, List<(string Name, object? Value)> values)
    {
        await using var db = overheard.CreateDbContext();
        await using var explain = db.Database.GetDbConnection().CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var (name, value) in values)
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            explain.Parameters.Add(parameter);
        }

        await db.Database.OpenConnectionAsync();
        await using var lines = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await lines.ReadAsync()) plan.Add(lines.GetString(3).Replace("\"", "", StringComparison.Ordinal));
        return plan;
    }

    private sealed class Overheard(string connection) : DbCommandInterceptor, IDbContextFactory<DeskDb>
    {
        public ConcurrentQueue<(string Sql, List<(string Name, object? Value)> Values)> Said { get; } = [];

        public DeskDb CreateDbContext() => new SqliteDeskDb(new DbContextOptionsBuilder<SqliteDeskDb>().UseSqlite(connection).AddInterceptors(this).Options);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken cancel = default)
        {
            Said.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(value => (value.ParameterName, value.Value))]));
            return new(result);
        }
    }
}
