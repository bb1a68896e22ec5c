using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ApiKeys;

/// <summary>Makes a key for a program.</summary>
public sealed class CreateApiKey(DeskWriter writer, TimeProvider clock)
{
    /// <returns>The key, to be shown once, or why there is none.</returns>
    public async Task<(string? Shown, ApiKeyProblem? Problem)> RunAsync(string name, Role role, CancellationToken cancel, KeyScope? scope = null)
    {
        name = name.Trim();
        if (name.Length == 0) return (null, ApiKeyProblem.NameMissing);
        if (name.Length > ApiKey.NameLimit) return (null, ApiKeyProblem.NameTooLong);
        return await writer.RunAsync<(string?, ApiKeyProblem?)>(async db =>
        {
            if (await db.ApiKeys.AnyAsync(key => key.Name == name, cancel)) return (null, ApiKeyProblem.NameTaken);
            var (kept, shown) = ApiKey.Create(name, role, clock.GetUtcNow(), scope);
            db.ApiKeys.Add(kept);
            return (shown, null);
        }, cancel);
    }
}
