using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>The words of all tickets, on one of the engines.</summary>
public interface ISearchIndex
{
    static ISearchIndex Of(DeskDb db) => db is PostgresDeskDb ? PostgresSearchIndex.Instance : SqliteSearchIndex.Instance;

    /// <summary>The newest tickets of a tier, newest first.</summary>
    /// <param name="before">Only tickets with a smaller id; null: all.</param>
    Task<List<long>> NewestAsync(DeskDb db, SearchTier tier, long? before, int limit, CancellationToken cancel);

    /// <summary>Those of the given tickets that are found.</summary>
    Task<HashSet<long>> AmongAsync(DeskDb db, Wanted wanted, IReadOnlyList<long> ids, CancellationToken cancel);

    /// <summary>For each of some words, of which few tickets have one, the tickets that have it and were numbered nearest before and after one.</summary>
    /// <param name="words">Folded. Those that very many tickets have may be left out.</param>
    /// <param name="around">Itself not among them; above all numbers: the newest.</param>
    /// <param name="most">Of each word, on either side.</param>
    Task<List<WordHit>> NearAsync(DeskDb db, IReadOnlyList<string> words, long around, int most, CancellationToken cancel);

    /// <summary>Writes the rows of new tickets, which have none yet, among the statements of a batch.</summary>
    void Insert(RowBatch batch, DeskDb db, IReadOnlyList<SearchRow> rows);

    /// <summary>Writes rows inside the caller's transaction, in place of those that are there for the same tickets.</summary>
    /// <param name="rows">Each ticket once.</param>
    Task WriteAsync(DeskDb db, IReadOnlyList<SearchRow> rows, CancellationToken cancel);
}

/// <summary>A ticket that has one of the words.</summary>
/// <param name="Word">Its place among those asked for.</param>
public sealed record WordHit(int Word, long Id);
