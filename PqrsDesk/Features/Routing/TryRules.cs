using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Routing;

/// <summary>So many of the latest cases would go from one place to another.</summary>
/// <param name="Sample">The radicado of one of them.</param>
public sealed record RehearsedMove(string From, string To, int Count, string Sample);

/// <summary>What the draft would have done with the latest cases, beside what the rules of now would.</summary>
public sealed record Rehearsal(int Cases, int Moved, IReadOnlyList<RehearsedMove> Moves);

/// <summary>Tries rules that are perhaps not saved yet, and changes nothing.</summary>
public sealed class TryRules(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    public const int Latest = 200;

    /// <summary>Which rule takes what nobody chose an area for; null: no area takes cases.</summary>
    public async Task<RoutingTrace?> AskAsync(RoutingBook draft, RoutingFacts facts, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var loads = await OpenLoads.ReadAsync(db, draft, cancel);
        return draft.Route(facts, new RoutingAsk(), clock.GetUtcNow(), loads.Of)?.Trace;
    }

    /// <returns>Null when there is no such case.</returns>
    public async Task<RoutingFacts?> FactsOfAsync(string radicado, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => t.Number == radicado)
            .Select(t => new RoutingFacts(t.Kind, t.Topic, t.Product, t.BranchId, t.CustomerId, (ServiceLevel?)t.Customer!.ServiceLevel, t.Channel, t.Language)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The areas and queues of the latest cases by the rules of now and by the draft, as if they came in today and nobody chose.</summary>
    public async Task<Rehearsal> RehearseAsync(RoutingBook now, RoutingBook draft, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var cases = await db.Tickets.OrderByDescending(t => t.Id).Take(Latest).Select(t => new
        {
            t.Number,
            Facts = new RoutingFacts(t.Kind, t.Topic, t.Product, t.BranchId, t.CustomerId, (ServiceLevel?)t.Customer!.ServiceLevel, t.Channel, t.Language),
        }).ToListAsync(cancel);
        var at = clock.GetUtcNow();
        var moves = (from each in cases
                     let places = (From: Place(now, each.Facts, at), To: Place(draft, each.Facts, at))
                     where places.From != places.To
                     group each.Number by places into move
                     orderby move.Count() descending, move.Key.From, move.Key.To
                     select new RehearsedMove(move.Key.From, move.Key.To, move.Count(), move.First())).ToList();
        return new(cases.Count, moves.Sum(move => move.Count), moves);
    }

    private static string Place(RoutingBook book, RoutingFacts facts, DateTimeOffset at) => book.Route(facts, new RoutingAsk(), at, _ => 0) is { } outcome
        ? outcome.Queue is { } queue ? $"{outcome.Area.Name} · {queue.Name}" : outcome.Area.Name
        : "—";
}
