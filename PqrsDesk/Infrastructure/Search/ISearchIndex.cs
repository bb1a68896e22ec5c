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

    /// <summary>Writes the rows of new tickets, which have none yet, among the statements of a batch.</summary>
    void Insert(RowBatch batch, DeskDb db, IReadOnlyList<SearchRow> rows);

    /// <summary>Writes rows inside the caller's transaction, in place of those that are there for the same tickets.</summary>
    /// <param name="rows">Each ticket once.</param>
    Task WriteAsync(DeskDb db, IReadOnlyList<SearchRow> rows, CancellationToken cancel);
}
