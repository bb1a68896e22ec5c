using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ApiKeys;

/// <summary>Takes a key back. It stays in the list, and its name with it. In other processes it stops within <see cref="ApiKeyShelf.Trust"/>.</summary>
public sealed class RevokeApiKey(DeskWriter writer, ApiKeyShelf keys, TimeProvider clock)
{
    /// <returns>Null when it was revoked.</returns>
    public async Task<ApiKeyProblem?> RunAsync(string name, CancellationToken cancel)
    {
        var trimmed = name.Trim();
        var revoked = await writer.RunAsync(async db =>
        {
            var key = await db.ApiKeys.SingleOrDefaultAsync(key => key.Name == trimmed && key.RevokedAt == null, cancel);
            if (key is not null) key.RevokedAt = clock.GetUtcNow();
            return key;
        }, cancel);
        if (revoked is null) return ApiKeyProblem.NameUnknown;
        keys.Forget(revoked.Hash);
        return null;
    }
}
