using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Health;

/// <summary>Whether the database answers and is of this version.</summary>
public sealed class DatabaseCheck(IDbContextFactory<DeskDb> desk) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (!await db.Database.CanConnectAsync(cancel)) return HealthCheckResult.Unhealthy("The database does not answer.");
        return (await db.Database.GetPendingMigrationsAsync(cancel)).Any()
            ? HealthCheckResult.Unhealthy("The database is not of this version.")
            : HealthCheckResult.Healthy();
    }
}
