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

    /// <summary>Words that are named in place of their beginning: each is one more list to walk in each stretch.</summary>
    private const int MostNamed = 64;

    /// <summary>Of the words of a text, those that lead to others of its kind.</summary>
    private const int MostRare = 6;
    private static readonly int[] WholeWindows = [256];
    private static readonly int[] BegunWindows = [256, 2_000];

    public async Task<List<long>> NewestAsync(DeskDb db, SearchTier tier, long? before, int limit, CancellationToken cancel)
    {
        var listed = await ListedAsync(db, tier.Wanted, cancel);
        if (!listed.All) return [];
        var windows = await Windows.OpenAsync(limit, before, tier.Wanted.Begun is null ? WholeWindows : BegunWindows, (below, size) => LookAsync(db, tier, below, size, cancel));
        if (windows.Over) return windows.Found;
        var (below, missing) = (windows.Before ?? long.MaxValue, limit - windows.Found.Count);
        if (listed.Named is { Count: <= MostNamed } named) return [.. windows.Found, .. await SeekAsync(db, tier, And(tier.Wanted, named), below, missing, cancel)];
        if (tier.Wanted.Begun is not { } begun) return [.. windows.Found, .. await SeekAsync(db, tier, And(tier.Wanted), below, missing, cancel)];
        return tier.Wanted.Lexemes.Count > 0 && await WordsAreRarerAsync(db, tier.Wanted, below, cancel)
            ? [.. windows.Found, .. await WalkAsync(db, And(tier.Wanted with { Begun = null }), And(new([], begun)), tier.Better, below, missing, cancel)]
            : [.. windows.Found, .. await GatherAsync(db, And(tier.Wanted), tier.Better, below, missing, cancel)];
    }

    /// <summary>
    /// Stretch by stretch, unless several words have nobody in the newest one: then they seldom stand together, and to walk
    /// every stretch's tickets through the lists of all words costs more than to gather what there is at once.
    /// </summary>
    private static async Task<List<long>> SeekAsync(DeskDb db, SearchTier tier, string asked, long before, int limit, CancellationToken cancel)
    {
        if (tier.Wanted.Lexemes.Count + (tier.Wanted.Begun is null ? 0 : 1) < 2) return await WalkAsync(db, asked, "", tier.Better, before, limit, cancel);
        var start = (before - 1) >> StretchBits << StretchBits;
        var newest = await WalkAsync(db, asked, "", tier.Better, before, limit, cancel, stretches: 1);
        if (newest.Count == limit || start == 0) return newest;
        return newest.Count == 0
            ? await GatherAsync(db, asked, tier.Better, start, limit, cancel)
            : [.. newest, .. await WalkAsync(db, asked, "", tier.Better, start, limit - newest.Count, cancel)];
    }

    public async Task<HashSet<long>> AmongAsync(DeskDb db, Wanted wanted, IReadOnlyList<long> ids, CancellationToken cancel) =>
    [
        // As a function and not as its operator, so that the rows come by their ids and not from the index of words.
        .. await db.Database.SqlQueryRaw<long>(
            """SELECT "TicketId" AS "Value" FROM "SearchRows" WHERE "TicketId" = ANY (@ids) AND ts_match_vq("Words", @wanted::tsquery)""",
            new NpgsqlParameter<long[]>("ids", [.. ids]), new NpgsqlParameter<string>("wanted", And(wanted))).ToListAsync(cancel),
    ];

    /// <remarks>GIN gathers all of a word's tickets: only words that are rare among the newest are asked for, and only in the stretches around.</remarks>
    public async Task<List<WordHit>> NearAsync(DeskDb db, IReadOnlyList<string> words, long around, int most, CancellationToken cancel)
    {
        if (words.Count == 0) return [];
        var counts = (await db.Database.SqlQueryRaw<WordHit>(
            """
            SELECT (asked.place - 1)::int AS "Word", count(*) AS "Id"
            FROM unnest(@words) WITH ORDINALITY AS asked (word, place)
            JOIN (SELECT "Words" FROM "SearchRows" WHERE "TicketId" < @around ORDER BY "TicketId" DESC LIMIT @sample) AS newest ON newest."Words" @@ asked.word::tsquery
            GROUP BY asked.place
            """,
            new NpgsqlParameter<string[]>("words", [.. words.Select(Quoted)]), new NpgsqlParameter<long>("around", around), new NpgsqlParameter<int>("sample", WholeWindows[0]))
            .ToListAsync(cancel)).ToDictionary(word => word.Word, word => word.Id);
        var rare = Enumerable.Range(0, words.Count).OrderBy(word => counts.GetValueOrDefault(word)).Take(MostRare).ToArray();
        var stretch = around == long.MaxValue ? await NewestStretchAsync(db, cancel) : around >> StretchBits;
        return await db.Database.SqlQueryRaw<WordHit>($"""
            SELECT asked.place AS "Word", hits."TicketId" AS "Id"
            FROM unnest(@words, @places) AS asked (word, place)
            CROSS JOIN generate_series(-1, 1) AS beside (step)
            CROSS JOIN LATERAL (
                SELECT s."TicketId" FROM "SearchRows" AS s
                WHERE s."Words" @@ (('{Stretch}' || (@stretch + beside.step))::tsquery && asked.word::tsquery) AND s."TicketId" <> @around
                ORDER BY abs(s."TicketId" - @around) LIMIT @most) AS hits
            """,
            new NpgsqlParameter<string[]>("words", [.. rare.Select(word => Quoted(words[word]))]), new NpgsqlParameter<int[]>("places", rare),
            new NpgsqlParameter<long>("stretch", stretch), new NpgsqlParameter<long>("around", around), new NpgsqlParameter<int>("most", most)).ToListAsync(cancel);
    }

    private static async Task<long> NewestStretchAsync(DeskDb db, CancellationToken cancel) =>
        (await db.Database.SqlQueryRaw<long>($"""SELECT coalesce(max("TicketId"), 0) >> {StretchBits} AS "Value" FROM "SearchRows" """).ToListAsync(cancel))[0];

    public void Insert(RowBatch batch, DeskDb db, IReadOnlyList<SearchRow> rows) => batch.Add(new NpgsqlBatchCommand(Writing("")), Columns(rows));

    public async Task WriteAsync(DeskDb db, IReadOnlyList<SearchRow> rows, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Search rows are written inside a transaction.");
        await db.Database.ExecuteSqlRawAsync(Writing("""ON CONFLICT ("TicketId") DO UPDATE SET "Words" = EXCLUDED."Words" """), Columns(rows), cancel);
    }

    /// <remarks>One look into the list for each word: as a join the planner may read the whole list for them.</remarks>
    private static string Writing(string replacing) => $"""
        WITH listed AS (
          INSERT INTO "SearchWords" ("Word")
          SELECT word FROM unnest(@words) AS word WHERE (SELECT s."Word" FROM "SearchWords" AS s WHERE s."Word" = word LIMIT 1) IS NULL)
        INSERT INTO "SearchRows" ("TicketId", "Words")
        SELECT id, array_to_tsvector(string_to_array(lexemes, ' ')) FROM unnest(@ids, @lexemes) AS row (id, lexemes)
        {replacing}
        """;

    private static NpgsqlParameter[] Columns(IReadOnlyList<SearchRow> rows)
    {
        // The order of their ids, so that two that write many cannot block each other.
        var ordered = rows.OrderBy(row => row.TicketId).ToList();
        return
        [
            new NpgsqlParameter<long[]>("ids", [.. ordered.Select(row => row.TicketId)]),
            new NpgsqlParameter<string[]>("lexemes", [.. ordered.Select(row => $"{row.Lexemes} {StretchOf(row.TicketId)}")]),
            new NpgsqlParameter<string[]>("words", [.. ordered.SelectMany(row => row.Listed).Distinct()]),
        ];
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

    /// <summary>Whether each of the words was ever said, and which words begin with the begun one.</summary>
    /// <returns>In place of the named words null, when none is begun or the list does not have its kind.</returns>
    private static async Task<(bool All, List<string>? Named)> ListedAsync(DeskDb db, Wanted wanted, CancellationToken cancel)
    {
        var whole = wanted.Lexemes.Where(Lexeme.IsListed).Distinct().ToArray();
        var begun = wanted.Begun is { } typed && Lexeme.IsListed(typed) ? typed : null;
        if (whole.Length == 0 && begun is null) return (true, null);
        var words = await db.Database.SqlQueryRaw<string>(
            """
            SELECT word AS "Value" FROM unnest(@whole) AS word WHERE EXISTS (SELECT 1 FROM "SearchWords" AS s WHERE s."Word" = word)
            UNION ALL
            (SELECT DISTINCT "Word" FROM "SearchWords" WHERE "Word" >= @begun AND "Word" < @end ORDER BY "Word" LIMIT @most)
            """,
            new NpgsqlParameter<string[]>("whole", whole), new NpgsqlParameter<string>("begun", begun ?? ""),
            new NpgsqlParameter<string>("end", begun is null ? "" : begun + char.ConvertFromUtf32(0x10FFFF)), new NpgsqlParameter<int>("most", MostNamed + 1)).ToListAsync(cancel);

        // One that begins so can also be one of the whole words: each of the two parts names it.
        var named = words.Count - whole.Length;
        return begun is null ? (named == 0, null) : (named > 0 && words.Take(whole.Length).SequenceEqual(whole), words[Math.Min(whole.Length, words.Count)..]);
    }

    /// <summary>Stretch by stretch of the history, the newest first, until there is enough.</summary>
    /// <param name="tested">Of the rows that the index gives for <paramref name="asked"/>; may be empty.</param>
    /// <remarks>
    /// The key with a zero added is no column of an index: in the order of the key itself the planner would rather read
    /// the whole table backwards. What is only begun, and what has a better place, is tested on the rows that the whole
    /// words leave.
    /// </remarks>
    private static Task<List<long>> WalkAsync(
        DeskDb db, string asked, string tested, IReadOnlyList<Wanted> better, long before, int limit, CancellationToken cancel, int stretches = int.MaxValue)
    {
        var test = Without(tested, better);
        return db.Database.SqlQueryRaw<long>($"""
            SELECT hits."TicketId" AS "Value"
            FROM (SELECT max("TicketId") >> {StretchBits} AS number FROM "SearchRows" WHERE "TicketId" < @before) AS newest
            CROSS JOIN LATERAL generate_series(newest.number, greatest(0, newest.number - @stretches + 1), -1) AS stretch (number)
            CROSS JOIN LATERAL (
                SELECT s."TicketId" FROM "SearchRows" AS s
                WHERE s."Words" @@ (('{Stretch}' || stretch.number)::tsquery && @asked::tsquery) {Tested(test)} AND s."TicketId" < @before
                ORDER BY s."TicketId" + 0 DESC LIMIT @most) AS hits
            LIMIT @most
            """, [.. Asked(asked, test, before, limit), new NpgsqlParameter<long>("stretches", stretches)]).ToListAsync(cancel);
    }

    /// <summary>All at once: very many words that begin so would be gathered again for each stretch.</summary>
    private static Task<List<long>> GatherAsync(DeskDb db, string asked, IReadOnlyList<Wanted> better, long before, int limit, CancellationToken cancel)
    {
        var test = Without("", better);
        return db.Database.SqlQueryRaw<long>($"""
            SELECT s."TicketId" AS "Value" FROM "SearchRows" AS s WHERE s."Words" @@ @asked::tsquery {Tested(test)} AND s."TicketId" < @before
            ORDER BY s."TicketId" + 0 DESC LIMIT @most
            """, Asked(asked, test, before, limit)).ToListAsync(cancel);
    }

    private static string Tested(string test) => test.Length == 0 ? "" : """AND ts_match_vq(s."Words", @tested::tsquery)""";

    private static object[] Asked(string asked, string tested, long before, int limit) =>
    [
        new NpgsqlParameter<string>("asked", asked), new NpgsqlParameter<string>("tested", tested),
        new NpgsqlParameter<long>("before", before), new NpgsqlParameter<int>("most", limit),
    ];

    private static string And(Wanted wanted)
    {
        var words = wanted.Lexemes.Select(Quoted);
        return string.Join(" & ", wanted.Begun is { } begun ? words.Append(Quoted(begun) + ":*") : words);
    }

    /// <summary>With the words that begin so in place of the beginning.</summary>
    private static string And(Wanted wanted, IEnumerable<string> named) =>
        string.Join(" & ", wanted.Lexemes.Select(Quoted).Append($"({string.Join(" | ", named.Select(Quoted))})"));

    private static string Without(string wanted, IReadOnlyList<Wanted> better) =>
        string.Join(" & ", better.Select(each => $"!({And(each)})").Prepend(wanted).Where(part => part.Length > 0));

    // Letters, digits and our own marks: nothing in it could end the quotes.
    private static string Quoted(string lexeme) => $"'{lexeme}'";

    private static string StretchOf(long ticketId) => string.Create(CultureInfo.InvariantCulture, $"{Stretch}{ticketId >> StretchBits}");
}
