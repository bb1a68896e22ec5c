using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ApiKeys;

/// <summary>Takes a key back. It stays in the list, and its name with it.</summary>
public sealed class RevokeApiKey(DeskWriter writer, TimeProvider clock)
{
    /// <returns>Null when it was revoked.</returns>
    public Task<ApiKeyProblem?> RunAsync(string name, CancellationToken cancel) =>
        writer.RunAsync<ApiKeyProblem?>(async db =>
        {
            var trimmed = name.Trim();
            if (await db.ApiKeys.SingleOrDefaultAsync(key => key.Name == trimmed && key.RevokedAt == null, cancel) is not { } key) return ApiKeyProblem.NameUnknown;
            key.RevokedAt = clock.GetUtcNow();
            return null;
        }, cancel);
}
