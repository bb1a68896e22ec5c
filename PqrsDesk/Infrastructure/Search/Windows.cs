namespace PqrsDesk.Infrastructure.Search;

/// <summary>One ticket that was looked at.</summary>
public sealed record Looked(long Id, bool Hit);

/// <summary>
/// Looks at the newest candidates one by one before the index is asked. What is common is found at once among them; what
/// is not there among so many is rare enough for the index to gather.
/// </summary>
internal sealed class Windows(int limit)
{
    public List<long> Found { get; } = [];

    /// <summary>Nothing is left to look for: enough was found, or there are no more candidates.</summary>
    public bool Over { get; private set; }

    /// <summary>The last ticket that was looked at; the search goes on below it.</summary>
    public long? Before { get; private set; }

    /// <param name="sizes">Each window is opened only when the one before had a hit and not enough of them.</param>
    /// <param name="look">The newest candidates below an id, so many at most, newest first.</param>
    public static async Task<Windows> OpenAsync(int limit, long? before, IReadOnlyList<int> sizes, Func<long?, int, Task<List<Looked>>> look)
    {
        var windows = new Windows(limit) { Before = before };
        foreach (var size in sizes)
        {
            var had = windows.Found.Count;
            windows.Take(await look(windows.Before, size), size);
            if (windows.Over || windows.Found.Count == had) break;
        }

        return windows;
    }

    private void Take(List<Looked> candidates, int asked)
    {
        Found.AddRange(candidates.Where(candidate => candidate.Hit).Select(candidate => candidate.Id).Take(limit - Found.Count));
        if (candidates.Count > 0) Before = candidates[^1].Id;
        Over = Found.Count == limit || candidates.Count < asked;
    }
}
