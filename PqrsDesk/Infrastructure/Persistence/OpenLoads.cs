using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence.Tallies;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>How many open cases each member has, from the tallies, with those added that were given since.</summary>
public sealed class OpenLoads
{
    private readonly Dictionary<int, int> _open;

    private OpenLoads(Dictionary<int, int> open) => _open = open;

    /// <summary>Asked for only where some rule goes by it.</summary>
    public static Task<OpenLoads> ReadAsync(DeskDb db, RoutingBook book, CancellationToken cancel) =>
        book.AsksForLoads ? ReadAllAsync(db, cancel) : Task.FromResult(new OpenLoads([]));

    public static async Task<OpenLoads> ReadAllAsync(DeskDb db, CancellationToken cancel) => new(
        await db.OpenTallies.Where(tally => tally.By == TallyBy.Owner && tally.Key != 0).GroupBy(tally => tally.Key)
            .Select(owner => new { Owner = owner.Key, Open = owner.Sum(tally => tally.Count) })
            .ToDictionaryAsync(owner => owner.Owner, owner => owner.Open, cancel));

    public int Of(int memberId) => _open.GetValueOrDefault(memberId);

    public void Add(int memberId) => _open[memberId] = Of(memberId) + 1;
}
