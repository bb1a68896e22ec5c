using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Health;

/// <summary>What a supervisor asks: whether the process lives, and whether it can serve.</summary>
public static class HealthSetup
{
    private const string Ready = "ready";

    /// <summary>How long the database may take before the desk counts as not ready.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready], timeout: Patience)
            .AddCheck<NodesCheck>("nodes", tags: [Ready])
            .AddCheck<FilesCheck>("files", tags: [Ready], timeout: Patience)
            .AddCheck<MailCheck>("mail", tags: [Ready], timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(DeskUrls.HealthLive, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks(DeskUrls.HealthReady, new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    // Anybody may ask: words of our own only, never those of an exception.
    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = Word(report.Status),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Exception is null ? entry.Value.Description ?? Word(entry.Value.Status) : "The check failed."),
    });

    private static string Word(HealthStatus status) => status switch { HealthStatus.Healthy => "ok", HealthStatus.Degraded => "degraded", _ => "failing" };
}
