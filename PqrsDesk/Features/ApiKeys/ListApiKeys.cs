using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ApiKeys;

/// <summary>A key as it can be shown: its secret is not kept.</summary>
public sealed record ListedApiKey(string Name, Role Role, KeyScope? Scope, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

public sealed class ListApiKeys(IDbContextFactory<DeskDb> desk)
{
    public async Task<IReadOnlyList<ListedApiKey>> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.ApiKeys.OrderBy(key => key.Name).Select(key => new ListedApiKey(key.Name, key.Role, key.Scope, key.CreatedAt, key.RevokedAt)).ToListAsync(cancel);
    }
}
