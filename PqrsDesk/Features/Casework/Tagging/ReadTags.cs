using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Tagging;

/// <summary>A tag of the house, and on how many cases it is.</summary>
public sealed record TagLine(string Key, string Name, int Cases);

/// <summary>The tags that the house uses: those that are on a case.</summary>
public sealed class ReadTags(IDbContextFactory<DeskDb> desk)
{
    public const int Suggested = 8;

    /// <summary>Listed to be put in order; a house with more has another trouble.</summary>
    public const int Listed = 1_000;

    /// <summary>Those that begin so, the most used first.</summary>
    public async Task<IReadOnlyList<TagLine>> BeginningAsync(string typed, CancellationToken cancel)
    {
        var key = Tag.KeyOf(typed);
        if (key.Length is 0 or > Tag.KeyLimit) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);

        // As a span of the index: a pattern would be one only where the engine knows that letters are letters.
        var after = key + "\U0010FFFF";
#pragma warning disable CA1309 // Said to the store, which compares letter by letter.
        return await LinesAsync(db.CaseTags.Where(row => string.Compare(row.Key, key) >= 0 && string.Compare(row.Key, after) < 0), Suggested, cancel);
#pragma warning restore CA1309
    }

    /// <summary>All of them, the most used first.</summary>
    public async Task<IReadOnlyList<TagLine>> AllAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await LinesAsync(db.CaseTags, Listed, cancel);
    }

    private static async Task<IReadOnlyList<TagLine>> LinesAsync(IQueryable<CaseTag> rows, int most, CancellationToken cancel)
    {
        var lines = await rows.GroupBy(row => row.Key).Select(group => new { group.Key, Name = group.Min(row => row.Name)!, Cases = group.Count() })
            .OrderByDescending(line => line.Cases).ThenBy(line => line.Key).Take(most).ToListAsync(cancel);
        return lines.ConvertAll(line => new TagLine(line.Key, line.Name, line.Cases));
    }
}
