using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Where a page of results begins: below a ticket of a tier.</summary>
public sealed record SearchPlace(int Tier, long Before);

/// <summary>One page of tickets in the order of the results.</summary>
/// <param name="Next">Null when there is nothing more.</param>
public sealed record SearchFinds(IReadOnlyList<long> Ids, SearchPlace? Next);

/// <summary>How many are found, counted no further than need be.</summary>
public sealed record SearchCount(int Found, bool OrMore);

/// <summary>Finds tickets by what was typed, among those that the reader may see.</summary>
public interface ITicketSearch
{
    /// <param name="narrow">Further conditions on the tickets, such as a status.</param>
    Task<SearchFinds> FindAsync(WordQuery query, Reader reader, Func<IQueryable<Ticket>, IQueryable<Ticket>> narrow, SearchPlace? from, int limit, CancellationToken cancel);

    Task<SearchCount> CountAsync(WordQuery query, Reader reader, CancellationToken cancel);
}

/// <inheritdoc cref="ITicketSearch"/>
public sealed class TicketSearch(IDbContextFactory<DeskDb> desk) : ITicketSearch
{
    /// <summary>People do not count beyond it, and for a common word the machine has it from the newest tickets alone.</summary>
    public const int CountLimit = 500;

    /// <summary>Hits that are held against the conditions for one page; a page may end short of its limit, and go on.</summary>
    private const int MostLooked = 5_000;

    public async Task<SearchFinds> FindAsync(
        WordQuery query, Reader reader, Func<IQueryable<Ticket>, IQueryable<Ticket>> narrow, SearchPlace? from, int limit, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var index = ISearchIndex.Of(db);
        var tiers = SearchTier.Of(query);
        var found = new List<long>();
        var (tier, before, looked, step) = (from?.Tier ?? 0, from?.Before, 0, limit + 1);
        while (tier < tiers.Count)
        {
            var hits = await index.NewestAsync(db, tiers[tier], before, step, cancel);
            foreach (var id in await SeenAsync(db, hits, reader, narrow, cancel))
            {
                if (found.Count == limit) return new(found, new(tier, before ?? long.MaxValue));
                found.Add(id);
                before = id;
            }

            looked += hits.Count;

            // Only where there was enough, and the conditions let too little through, is more asked for at once.
            if (hits.Count < step) (tier, before) = (tier + 1, null);
            else (before, step) = (hits[^1], Math.Min(step * 4, MostLooked));
            if (looked >= MostLooked && tier < tiers.Count) return new(found, new(tier, before ?? long.MaxValue));
        }

        return new(found, null);
    }

    public async Task<SearchCount> CountAsync(WordQuery query, Reader reader, CancellationToken cancel)
    {
        if (query.IsEmpty) return new(0, false);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var index = ISearchIndex.Of(db);

        // Whole words are walked in order: most counts end with them. What is only begun is gathered only when it must be.
        var whole = await index.NewestAsync(db, new(new(query.Words, null), []), null, CountLimit + 1, cancel);
        var found = whole.Count > CountLimit || query.Begun is null ? whole
            : await index.NewestAsync(db, new(SearchTier.Anywhere(query), []), null, CountLimit + 1, cancel);
        var seen = await SeenAsync(db, found, reader, tickets => tickets, cancel);
        return new(Math.Min(seen.Count, CountLimit), found.Count > CountLimit);
    }

    /// <summary>Those of the hits that the reader may see and the conditions let through, in their order.</summary>
    private static async Task<List<long>> SeenAsync(
        DeskDb db, List<long> hits, Reader reader, Func<IQueryable<Ticket>, IQueryable<Ticket>> narrow, CancellationToken cancel)
    {
        if (hits.Count == 0) return [];
        var ids = hits.ToArray();
        return await narrow(db.Tickets.AsNoTracking().VisibleTo(reader)).Where(t => EF.Parameter(ids).Contains(t.Id))
            .OrderByDescending(t => t.Id).Select(t => t.Id).ToListAsync(cancel);
    }
}
