using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

#pragma warning disable EF1002 // Names of parameters and conditions of our own are put into the statements; what was typed travels as a parameter.

/// <summary>An FTS5 table without content of its own, beside it a row of words for each ticket to look a single one up, and a list of all words.</summary>
/// <remarks>
/// FTS5 walks whole words from the newest ticket down and stops when it has enough. A begun word it gathers whole before
/// it gives the first row: so the words that begin so are named in its place. Of several words it steps through every
/// ticket of each: so it is asked for the rare ones alone, and the others are tested on what these leave.
/// </remarks>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    public static SqliteSearchIndex Instance { get; } = new();

    /// <summary>Words that are named in place of their beginning. Where there are more of them, tickets that have one are common.</summary>
    private const int MostNamed = 300;

    /// <summary>Tickets of a word that is rare: so many rows are tested within a few milliseconds.</summary>
    private const int Rare = 1_000;

    /// <summary>Digits of a number that few tickets have, unlike a year.</summary>
    private const int LongNumber = 5;
    private static readonly int[] WindowSizes = [256, 2_800];
    private static readonly Wanted Nothing = new([], null);

    public async Task<List<long>> NewestAsync(DeskDb db, SearchTier tier, long? before, int limit, CancellationToken cancel)
    {
        var wanted = tier.Wanted;
        var named = wanted.Begun is { } listed && Lexeme.IsListed(listed) ? await NamedAsync(db, listed, cancel) : null;
        if (named is []) return [];
        var either = named is { Count: <= MostNamed } ? $"({string.Join(" OR ", named.Select(Quoted))})" : null;
        string[] parts = [.. wanted.Lexemes.Select(Quoted), .. either is null ? (string[])[] : [either]];
        var rare = await RareAsync(db, parts, wanted.Begun is null || either is not null ? 2 : 1, cancel);
        if (rare.Count > 0)
        {
            var others = wanted.Lexemes.Where((_, place) => !rare.Contains(place)).ToList();
            return await MatchAsync(db, rare.Select(place => parts[place]), new(others, rare.Contains(wanted.Lexemes.Count) ? null : wanted.Begun), tier.Better, before, limit, cancel);
        }

        if (wanted.Begun is not { } begun || either is not null) return await MatchAsync(db, parts, Nothing, tier.Better, before, limit, cancel);
        var windows = new Windows(limit);
        if (named is not null || begun.Length < LongNumber) windows = await Windows.OpenAsync(limit, before, WindowSizes, (below, size) => LookAsync(db, tier, below, size, cancel));
        return windows.Over ? windows.Found
            : [.. windows.Found, .. await MatchAsync(db, [$"{Quoted(begun)} *"], wanted with { Begun = null }, tier.Better, windows.Before ?? before, limit - windows.Found.Count, cancel)];
    }

    public async Task<HashSet<long>> AmongAsync(DeskDb db, Wanted wanted, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var sql = new SqliteTest();
        var among = sql.Parameter(JsonSerializer.Serialize(ids));
        return [.. await db.Database.SqlQueryRaw<long>($"""
            SELECT r."TicketId" AS "Value" FROM json_each({among}) AS j CROSS JOIN "SearchRows" AS r ON r."TicketId" = j.value WHERE {sql.Of(wanted)}
            """, sql.Parameters).ToListAsync(cancel)];
    }

    public Task<List<WordHit>> NearAsync(DeskDb db, IReadOnlyList<string> words, long around, int most, CancellationToken cancel)
    {
        if (words.Count == 0) return Task.FromResult<List<WordHit>>([]);
        var sql = new SqliteTest();
        var (place, limit) = (sql.Parameter(around), sql.Parameter(most));
        var lists = words.Select((word, at) => (At: at, Match: sql.Parameter(Quoted(word)))).SelectMany(word => (string[])
        [
            List(word.At, word.Match, $"< {place}", "DESC"),
            .. around == long.MaxValue ? (string[])[] : [List(word.At, word.Match, $"> {place}", "ASC")],
        ]);
        return db.Database.SqlQueryRaw<WordHit>(string.Join(" UNION ALL ", lists), sql.Parameters).ToListAsync(cancel);

        string List(int at, string match, string side, string order) => $"""
            SELECT {at} AS "Word", rowid AS "Id" FROM (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH {match} AND rowid {side} ORDER BY rowid {order} LIMIT {limit})
            """;
    }

    public void Insert(RowBatch batch, DeskDb db, IReadOnlyList<SearchRow> rows) => batch.Add(cancel => WriteAsync(db, rows, fresh: true, cancel));

    public Task WriteAsync(DeskDb db, IReadOnlyList<SearchRow> rows, CancellationToken cancel) => WriteAsync(db, rows, fresh: false, cancel);

    private static async Task WriteAsync(DeskDb db, IReadOnlyList<SearchRow> rows, bool fresh, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var words = Command("""INSERT OR REPLACE INTO "SearchRows" ("TicketId", "Head", "Body") VALUES ($id, $head, $body)""", "$id", "$head", "$body");
            await using var remove = Command("""DELETE FROM "SearchIndex" WHERE rowid = $id""", "$id");
            await using var index = Command("""INSERT INTO "SearchIndex" (rowid, "Words") VALUES ($id, $lexemes)""", "$id", "$lexemes");
            await using var known = Command("""INSERT OR IGNORE INTO "SearchWords" ("Word") SELECT value FROM json_each($lexemes)""", "$lexemes");
            await RunAsync(known, JsonSerializer.Serialize(rows.SelectMany(row => row.Listed).Distinct()));

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

        SqliteCommand Command(string sql, params string[] parameters)
        {
            var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statements above, nothing typed.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Search rows are written inside a transaction.");
            foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            return command;
        }

        async Task RunAsync(SqliteCommand command, params object[] values)
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>The places of those that few tickets have.</summary>
    /// <param name="least">With fewer of them there is nothing to choose from.</param>
    private static async Task<HashSet<int>> RareAsync(DeskDb db, string[] matches, int least, CancellationToken cancel)
    {
        if (matches.Length < least) return [];
        var sql = new SqliteTest();
        var limit = sql.Parameter(Rare);
        var counts = matches.Select((match, place) => $"""
            SELECT {place} AS "Id", (SELECT count(*) FROM (SELECT 1 FROM "SearchIndex" WHERE "SearchIndex" MATCH {sql.Parameter(match)} LIMIT {limit})) < {limit} AS "Hit"
            """);
        var counted = await db.Database.SqlQueryRaw<Looked>(string.Join(" UNION ALL ", counts), sql.Parameters).ToListAsync(cancel);
        return [.. counted.Where(word => word.Hit).Select(word => (int)word.Id)];
    }

    /// <param name="tested">What the tickets must have besides.</param>
    private static Task<List<long>> MatchAsync(
        DeskDb db, IEnumerable<string> matches, Wanted tested, IReadOnlyList<Wanted> better, long? before, int limit, CancellationToken cancel)
    {
        var sql = new SqliteTest();
        var (wanted, below, most) = (sql.Parameter(string.Join(" AND ", matches)), sql.Parameter(before ?? long.MaxValue), sql.Parameter(limit));
        string?[] tests = [tested is { Lexemes: [], Begun: null } ? null : sql.Of(tested), sql.NoneOf(better)];
        var needed = tests.OfType<string>().ToList();
        return db.Database.SqlQueryRaw<long>($"""
            SELECT i.rowid AS "Value" FROM "SearchIndex" AS i {(needed.Count == 0 ? "" : """CROSS JOIN "SearchRows" AS r ON r."TicketId" = i.rowid""")}
            WHERE i."SearchIndex" MATCH {wanted} AND i.rowid < {below}{string.Concat(needed.Select(test => $" AND {test}"))}
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
            """SELECT "Word" AS "Value" FROM "SearchWords" WHERE "Word" >= $begun AND "Word" < $end LIMIT $most""",
            new SqliteParameter("$begun", begun), new SqliteParameter("$end", begun + char.ConvertFromUtf32(0x10FFFF)), new SqliteParameter("$most", MostNamed + 1)).ToListAsync(cancel);

    private static string And(IEnumerable<string> lexemes) => string.Join(" AND ", lexemes.Select(Quoted));

    // Letters, digits and our own marks: nothing in it could end the quotes.
    private static string Quoted(string lexeme) => string.Create(CultureInfo.InvariantCulture, $"\"{lexeme}\"");
}
