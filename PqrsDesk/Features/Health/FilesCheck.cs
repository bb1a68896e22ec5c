using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Health;

/// <summary>Whether files are taken. Without them the desk still files: it is degraded, and ready.</summary>
public sealed class FilesCheck(FileRoom room, FileSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default)
    {
        if (room.IsLow) return HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"No files are taken: {FileSettings.InMiB(room.FreeBytes)} MiB of the disk are free, and {FileSettings.InMiB(settings.Free)} are kept free."));
        return await room.RefuseAsync(cancel) is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"No files are taken: all of them together have reached {FileSettings.InMiB(settings.All ?? 0)} MiB.");
    }
}
