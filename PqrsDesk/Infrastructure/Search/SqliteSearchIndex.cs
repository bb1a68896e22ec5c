using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

#pragma warning disable EF1002 // Names of parameters and conditions of our own are put into the statements; what was typed travels as a parameter.

/// <summary>An FTS5 table without content of its own, and beside it a row of words for each ticket to look a single one up.</summary>
/// <remarks>
/// FTS5 walks whole words from the newest ticket down and stops when it has enough. A begun word it gathers whole before
/// it gives the first row: that is avoided by looking at the newest candidates first, and then by naming the words that
/// begin so, which it walks like any others.
/// </remarks>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    public static SqliteSearchIndex Instance { get; } = new();

    /// <summary>Words that are named in place of their beginning.</summary>
    private const int MostNamed = 300;
    private static readonly int[] WindowSizes = [256, 2_800];

    public async Task<List<long>> NewestAsync(DeskDb db, SearchTier tier, long? before, int limit, CancellationToken cancel)
    {
        if (tier.Wanted.Begun is not { } begun) return await MatchAsync(db, And(tier.Wanted.Lexemes), tier, before, limit, cancel);
        var windows = await Windows.OpenAsync(limit, before, WindowSizes, (below, size) => LookAsync(db, tier, below, size, cancel));
        if (windows.Over) return windows.Found;
        var named = await NamedAsync(db, begun, cancel);
        if (named.Count == 0) return windows.Found;
        var either = named.Count > MostNamed ? $"{Quoted(begun)} *" : $"({string.Join(" OR ", named.Select(Quoted))})";
        var match = tier.Wanted.Lexemes.Count == 0 ? either : $"{And(tier.Wanted.Lexemes)} AND {either}";
        return [.. windows.Found, .. await MatchAsync(db, match, tier, windows.Before, limit - windows.Found.Count, cancel)];
    }

    public async Task<HashSet<long>> AmongAsync(DeskDb db, Wanted wanted, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var sql = new SqliteTest();
        var among = sql.Parameter(JsonSerializer.Serialize(ids));
        return [.. await db.Database.SqlQueryRaw<long>($"""
            SELECT r."TicketId" AS "Value" FROM json_each({among}) AS j CROSS JOIN "SearchRows" AS r ON r."TicketId" = j.value WHERE {sql.Of(wanted)}
            """, sql.Parameters).ToListAsync(cancel)];
    }

    public async Task WriteAsync(DeskDb db, IReadOnlyList<SearchRow> rows, bool fresh, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var words = Command("""INSERT OR REPLACE INTO "SearchRows" ("TicketId", "Head", "Body") VALUES ($id, $head, $body)""", "$head", "$body");
            await using var remove = Command("""DELETE FROM "SearchIndex" WHERE rowid = $id""");
            await using var index = Command("""INSERT INTO "SearchIndex" (rowid, "Words") VALUES ($id, $lexemes)""", "$lexemes");

            // FTS5 keeps what comes in its order in memory until the commit.
            foreach (var row in rows.OrderBy(row => row.TicketId))
            {
                await RunAsync(words, row.TicketId, row.Head, row.Body);
                if (!fresh) await RunAsync(remove, row.TicketId);
                await RunAsync(index, row.TicketId, row.Lexemes);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        SqliteCommand Command(string sql, params string[] texts)
        {
            var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statements above, nothing typed.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Search rows are written inside a transaction.");
            command.Parameters.Add("$id", SqliteType.Integer);
            foreach (var text in texts) command.Parameters.Add(text, SqliteType.Text);
            return command;
        }

        async Task RunAsync(SqliteCommand command, params object[] values)
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static Task<List<long>> MatchAsync(DeskDb db, string match, SearchTier tier, long? before, int limit, CancellationToken cancel)
    {
        var sql = new SqliteTest();
        var (wanted, below, most) = (sql.Parameter(match), sql.Parameter(before ?? long.MaxValue), sql.Parameter(limit));
        var better = sql.NoneOf(tier.Better);
        return db.Database.SqlQueryRaw<long>($"""
            SELECT i.rowid AS "Value" FROM "SearchIndex" AS i {(better is null ? "" : """CROSS JOIN "SearchRows" AS r ON r."TicketId" = i.rowid""")}
            WHERE i."SearchIndex" MATCH {wanted} AND i.rowid < {below} {(better is null ? "" : $"AND {better}")}
            ORDER BY i.rowid DESC LIMIT {most}
            """, sql.Parameters).ToListAsync(cancel);
    }

    /// <summary>The candidates have the whole words; whether they have the begun one, and no better place, is looked up.</summary>
    private static Task<List<Looked>> LookAsync(DeskDb db, SearchTier tier, long? before, int size, CancellationToken cancel)
    {
        var sql = new SqliteTest();
        var (below, most) = (sql.Parameter(before ?? long.MaxValue), sql.Parameter(size));
        var hit = sql.Of(new Wanted([], tier.Wanted.Begun));
        if (sql.NoneOf(tier.Better) is { } better) hit = $"{hit} AND {better}";
        var candidates = tier.Wanted.Lexemes.Count == 0
            ? $"""SELECT r."TicketId" AS "Id", {hit} AS "Hit" FROM "SearchRows" AS r WHERE r."TicketId" < {below} ORDER BY r."TicketId" DESC LIMIT {most}"""
            : $"""
               SELECT i.rowid AS "Id", {hit} AS "Hit" FROM "SearchIndex" AS i CROSS JOIN "SearchRows" AS r ON r."TicketId" = i.rowid
               WHERE i."SearchIndex" MATCH {sql.Parameter(And(tier.Wanted.Lexemes))} AND i.rowid < {below} ORDER BY i.rowid DESC LIMIT {most}
               """;
        return db.Database.SqlQueryRaw<Looked>(candidates, sql.Parameters).ToListAsync(cancel);
    }

    private static Task<List<string>> NamedAsync(DeskDb db, string begun, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<string>(
            """SELECT term AS "Value" FROM "SearchVocabulary" WHERE term >= $begun AND term < $end LIMIT $most""",
            new SqliteParameter("$begun", begun), new SqliteParameter("$end", begun + char.ConvertFromUtf32(0x10FFFF)), new SqliteParameter("$most", MostNamed + 1)).ToListAsync(cancel);

    private static string And(IEnumerable<string> lexemes) => string.Join(" AND ", lexemes.Select(Quoted));

    // Letters, digits and our own marks: nothing in it could end the quotes.
    private static string Quoted(string lexeme) => string.Create(CultureInfo.InvariantCulture, $"\"{lexeme}\"");
}
