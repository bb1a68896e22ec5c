using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Finds organisations by what was typed of them: every word begins one of theirs. There are few of them beside people, and nobody mishears them.</summary>
public sealed class CustomerSearch
{
    private const string End = "\U0010FFFF";

    /// <summary>Of each word, so many are held against the others.</summary>
    private const int MostLooked = 4_000;

    public async Task<int[]> FindAsync(DeskDb db, string text, int limit, CancellationToken cancel)
    {
        HashSet<int>? all = null;
        foreach (var word in ContactQuery.Read(text).Words)
        {
            var have = new HashSet<int>();
            foreach (var begun in word.Readings)
            {
                var end = begun + End;
#pragma warning disable CA1307, CA1309, CA1310 // The store compares, byte by byte.
                have.UnionWith(await db.CustomerWords.Where(each => string.Compare(each.Word, begun) >= 0 && string.Compare(each.Word, end) < 0)
                    .OrderBy(each => each.Word).ThenBy(each => each.CustomerId).Select(each => each.CustomerId).Take(MostLooked).ToListAsync(cancel));
#pragma warning restore CA1307, CA1309, CA1310
            }

            if (all is null) all = have;
            else all.IntersectWith(have);
            if (all.Count == 0) return [];
        }

        return all is null ? [] : [.. all.Take(limit)];
    }
}
