using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

#pragma warning disable EF1002 // Names of parameters and conditions of our own are put into the statements; what was typed travels as a parameter.

/// <summary>A row of lexemes for each ticket under a GIN index.</summary>
/// <remarks>
/// GIN knows no order: asked for a common word it gathers all of its tickets. So the newest tickets are looked at one by
/// one, and after them the index is asked stretch by stretch of the history, newest first, until there is enough. Each
/// row carries its stretch as one more lexeme, and the work follows the hits of one stretch.
/// </remarks>
internal sealed class PostgresSearchIndex : ISearchIndex
{
    public static PostgresSearchIndex Instance { get; } = new();

    /// <summary>No letter and no digit: no word is taken for it.</summary>
    private const char Stretch = '§';

    /// <summary>32,768 tickets: few enough stretches in a million to ask them all, few enough hits in one to gather them.</summary>
    private const int StretchBits = 15;
    private static readonly int[] WholeWindows = [256];
    private static readonly int[] BegunWindows = [256, 2_000];

    public async Task<List<long>> NewestAsync(DeskDb db, SearchTier tier, long? before, int limit, CancellationToken cancel)
    {
        var windows = await Windows.OpenAsync(limit, before, tier.Wanted.Begun is null ? WholeWindows : BegunWindows, (below, size) => LookAsync(db, tier, below, size, cancel));
        if (windows.Over) return windows.Found;
        var below = windows.Before ?? long.MaxValue;
        var byWords = tier.Wanted.Lexemes.Count > 0 && (tier.Wanted.Begun is null || await WordsAreRarerAsync(db, tier.Wanted, below, cancel));
        return [.. windows.Found, .. await AskAsync(db, tier, byWords, below, limit - windows.Found.Count, cancel)];
    }

    public async Task<HashSet<long>> AmongAsync(DeskDb db, Wanted wanted, IReadOnlyList<long> ids, CancellationToken cancel) =>
    [
        // As a function and not as its operator, so that the rows come by their ids and not from the index of words.
        .. await db.Database.SqlQueryRaw<long>(
            """SELECT "TicketId" AS "Value" FROM "SearchRows" WHERE "TicketId" = ANY (@ids) AND ts_match_vq("Words", @wanted::tsquery)""",
            new NpgsqlParameter<long[]>("ids", [.. ids]), new NpgsqlParameter<string>("wanted", And(wanted))).ToListAsync(cancel),
    ];

    public async Task WriteAsync(DeskDb db, IReadOnlyList<SearchRow> rows, bool fresh, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Search rows are written inside a transaction.");

        // The order of their ids, so that two that write many cannot block each other.
        var ordered = rows.OrderBy(row => row.TicketId).ToList();
        var replace = fresh ? "" : """ON CONFLICT ("TicketId") DO UPDATE SET "Words" = EXCLUDED."Words" """;
        await db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO "SearchRows" ("TicketId", "Words")
            SELECT id, array_to_tsvector(string_to_array(lexemes, ' ')) FROM unnest(@ids, @lexemes) AS row (id, lexemes)
            {replace}
            """,
            [
                new NpgsqlParameter<long[]>("ids", [.. ordered.Select(row => row.TicketId)]),
                new NpgsqlParameter<string[]>("lexemes", [.. ordered.Select(row => $"{row.Lexemes} {StretchOf(row.TicketId)}")]),
            ], cancel);
    }

    private static Task<List<Looked>> LookAsync(DeskDb db, SearchTier tier, long? before, int size, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<Looked>(
            """SELECT "TicketId" AS "Id", "Words" @@ @wanted::tsquery AS "Hit" FROM "SearchRows" WHERE "TicketId" < @before ORDER BY "TicketId" DESC LIMIT @size""",
            new NpgsqlParameter<string>("wanted", Without(And(tier.Wanted), tier.Better)),
            new NpgsqlParameter<long>("before", before ?? long.MaxValue),
            new NpgsqlParameter<int>("size", size)).ToListAsync(cancel);

    /// <summary>Whether, among the newest tickets, fewer have the whole words than have a word that begins so: the index is asked for what is rarer.</summary>
    private static async Task<bool> WordsAreRarerAsync(DeskDb db, Wanted wanted, long before, CancellationToken cancel) =>
        (await db.Database.SqlQueryRaw<bool>(
            """
            SELECT count(*) FILTER (WHERE newest."Words" @@ @words::tsquery) < count(*) FILTER (WHERE newest."Words" @@ @begun::tsquery) AS "Value"
            FROM (SELECT "Words" FROM "SearchRows" WHERE "TicketId" < @before ORDER BY "TicketId" DESC LIMIT @sample) AS newest
            """,
            new NpgsqlParameter<string>("words", And(new(wanted.Lexemes, null))),
            new NpgsqlParameter<string>("begun", And(new([], wanted.Begun))),
            new NpgsqlParameter<long>("before", before),
            new NpgsqlParameter<int>("sample", WholeWindows[0])).ToListAsync(cancel))[0];

    /// <param name="byWords">By the whole words, and the begun one tested on their rows; else by both at once.</param>
    /// <remarks>
    /// The key with a zero added is no column of an index: in the order of the key itself the planner would rather read
    /// the whole table backwards. What is only begun, and what has a better place, is tested on the rows that the whole
    /// words leave.
    /// </remarks>
    private static Task<List<long>> AskAsync(DeskDb db, SearchTier tier, bool byWords, long before, int limit, CancellationToken cancel)
    {
        var wanted = tier.Wanted;
        var asked = byWords ? new Wanted(wanted.Lexemes, null) : wanted;
        var parameters = new List<NpgsqlParameter>
        {
            new NpgsqlParameter<string>("asked", And(asked)),
            new NpgsqlParameter<string>("tested", Without(byWords && wanted.Begun is { } begun ? And(new([], begun)) : "", tier.Better)),
            new NpgsqlParameter<long>("before", before),
            new NpgsqlParameter<int>("most", limit),
        };
        var tested = parameters[1].Value is "" ? "" : "AND ts_match_vq(s.\"Words\", @tested::tsquery)";

        // A begun word is gathered once: stretch by stretch it would be gathered again for each.
        return !byWords
            ? db.Database.SqlQueryRaw<long>($"""
                SELECT s."TicketId" AS "Value" FROM "SearchRows" AS s WHERE s."Words" @@ @asked::tsquery {tested} AND s."TicketId" < @before
                ORDER BY s."TicketId" + 0 DESC LIMIT @most
                """, [.. parameters]).ToListAsync(cancel)
            : db.Database.SqlQueryRaw<long>($"""
                SELECT hits."TicketId" AS "Value"
                FROM generate_series((SELECT max("TicketId") FROM "SearchRows" WHERE "TicketId" < @before) >> {StretchBits}, 0, -1) AS stretch (number)
                CROSS JOIN LATERAL (
                    SELECT s."TicketId" FROM "SearchRows" AS s
                    WHERE s."Words" @@ (('{Stretch}' || stretch.number)::tsquery && @asked::tsquery) {tested} AND s."TicketId" < @before
                    ORDER BY s."TicketId" + 0 DESC LIMIT @most) AS hits
                LIMIT @most
                """, [.. parameters]).ToListAsync(cancel);
    }

    private static string And(Wanted wanted)
    {
        var words = wanted.Lexemes.Select(Quoted);
        return string.Join(" & ", wanted.Begun is { } begun ? words.Append(Quoted(begun) + ":*") : words);
    }

    private static string Without(string wanted, IReadOnlyList<Wanted> better) =>
        string.Join(" & ", better.Select(each => $"!({And(each)})").Prepend(wanted).Where(part => part.Length > 0));

    // Letters, digits and our own marks: nothing in it could end the quotes.
    private static string Quoted(string lexeme) => $"'{lexeme}'";

    private static string StretchOf(long ticketId) => string.Create(CultureInfo.InvariantCulture, $"{Stretch}{ticketId >> StretchBits}");
}
