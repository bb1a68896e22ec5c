using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Identity;

/// <summary>Keeps the keys that programs call with at hand for a few seconds, so that not every call asks the database.</summary>
/// <remarks>
/// A key that is revoked in this process stops at once, and one that another process revokes within <see cref="Trust"/>.
/// Only keys that are valid are kept: a new one works from its first call, and guesses fill no memory.
/// </remarks>
public sealed class ApiKeyShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Copy> _copies = [];

    /// <returns>Null when the key is not known, or was revoked.</returns>
    public async Task<ApiKey?> FindAsync(string hash, CancellationToken cancel)
    {
        if (_copies.TryGetValue(hash, out var copy) && clock.GetElapsedTime(copy.ReadAt) < Trust) return copy.Key;
        var asked = clock.GetTimestamp();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, cancel);
        if (key is null) _copies.TryRemove(hash, out _);
        else _copies[hash] = new(key, asked);
        return key;
    }

    public void Forget(string hash) => _copies.TryRemove(hash, out _);

    private sealed record Copy(ApiKey Key, long ReadAt);
}
