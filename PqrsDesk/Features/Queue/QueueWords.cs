using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Features.Queue;

/// <summary>The words of a filter against the search index: as a short list of tickets where there are few, else ticket by ticket.</summary>
internal sealed class QueueWords
{
    /// <summary>Looking up so many tickets by their ids takes about as long as finding a page of what is more common.</summary>
    internal const int MostListed = 5_000;

    /// <summary>Tickets that are looked at to count; who counts further waits for a number that nobody uses.</summary>
    private const int MostCounted = 2_000;
    private const int FirstChunk = 200;
    private const int LargestChunk = 4_000;

    private readonly Wanted _wanted;
    private readonly long[]? _ids;

    private QueueWords(Wanted wanted, long[]? ids) => (_wanted, _ids) = (wanted, ids);

    /// <summary>Whether they are a list.</summary>
    public bool Few => _ids is not null;

    public static async Task<QueueWords> AskAsync(DeskDb db, WordQuery query, CancellationToken cancel)
    {
        var wanted = SearchTier.Anywhere(query);
        var ids = query.IsEmpty ? [] : await ISearchIndex.Of(db).NewestAsync(db, new(wanted, []), null, MostListed + 1, cancel);
        return new(wanted, ids.Count > MostListed ? null : [.. ids]);
    }

    public IQueryable<Ticket> Among(IQueryable<Ticket> tickets) => tickets.Where(t => EF.Parameter(_ids!).Contains(t.Id));

    /// <summary>The first tickets in the order from the cursor on that have the words.</summary>
    /// <param name="look">Tickets to look at, at most.</param>
    /// <returns>Them, and whether the end was reached.</returns>
    public async Task<(List<long> Ids, bool Ended)> WalkAsync(
        DeskDb db, IQueryable<Ticket> tickets, TicketOrder order, QueueCursor? from, int limit, int look, CancellationToken cancel)
    {
        var (found, backward, chunk) = (new List<long>(), from is { Before: true }, FirstChunk);
        for (var looked = 0; looked < look; chunk = Math.Min(2 * chunk, LargestChunk))
        {
            var steps = await tickets.From(from).InOrder(order, backward).Take(chunk)
                .Select(t => new { t.Id, At = order == TicketOrder.Newest ? t.FiledAt : t.QueueAt }).ToListAsync(cancel);
            var hits = await ISearchIndex.Of(db).AmongAsync(db, _wanted, [.. steps.Select(step => step.Id)], cancel);
            found.AddRange(steps.Select(step => step.Id).Where(hits.Contains).Take(limit - found.Count));
            if (found.Count == limit) return (found, false);
            if (steps.Count < chunk) return (found, true);
            from = new QueueCursor(order, backward, steps[^1].At, steps[^1].Id);
            looked += steps.Count;
        }

        return (found, false);
    }

    public async Task<(int Total, bool OrMore)> CountAsync(DeskDb db, IQueryable<Ticket> tickets, TicketOrder order, CancellationToken cancel)
    {
        var (ids, ended) = await WalkAsync(db, tickets, order, null, int.MaxValue, MostCounted, cancel);
        return (ids.Count, !ended);
    }
}
