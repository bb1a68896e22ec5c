using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PqrsDesk.Testing;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Contexts on a desk's own database that keep every question they send, to ask the planner about it.</summary>
internal sealed class Overheard(Engine engine, string connection) : DbCommandInterceptor, IDbContextFactory<DeskDb>
{
    private readonly List<(string Sql, List<DbParameter> Values)> _heard = [];

    public DeskDb CreateDbContext() => engine == Engine.Sqlite
        ? new SqliteDeskDb(new DbContextOptionsBuilder<SqliteDeskDb>().UseSqlite(connection).AddInterceptors(this).Options)
        : new PostgresDeskDb(new DbContextOptionsBuilder<PostgresDeskDb>().UseNpgsql(connection).AddInterceptors(this).Options);

    /// <summary>What the planner means to do for each question heard since the last time.</summary>
    public async Task<List<(string Sql, List<string> Plan)>> PlansAsync()
    {
        await using var db = CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var plans = new List<(string, List<string>)>();
        foreach (var (sql, values) in _heard)
        {
            await using var explain = db.Database.GetDbConnection().CreateCommand();
            explain.CommandText = (engine == Engine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
            foreach (var value in values) explain.Parameters.Add(value);
            await using var lines = await explain.ExecuteReaderAsync();
            var plan = new List<string>();
            while (await lines.ReadAsync()) plan.Add(lines.GetString(engine == Engine.Sqlite ? 3 : 0).Replace("\"", "", StringComparison.Ordinal));
            plans.Add((sql, plan));
        }

        _heard.Clear();
        return plans;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken cancel = default)
    {
        _heard.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        _heard.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
        return new(result);
    }

    private static DbParameter Copy(DbParameter value) =>
        value is NpgsqlParameter postgres ? postgres.Clone() : new SqliteParameter(value.ParameterName, value.Value);
}
