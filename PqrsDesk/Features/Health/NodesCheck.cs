using Microsoft.Extensions.Diagnostics.HealthChecks;
using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Features.Health;

/// <summary>Whether this node hears the others: without that its pages would stand still while people work elsewhere.</summary>
public sealed class NodesCheck(INodeWire wire, IDuty duty) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) => Task.FromResult(
        wire.IsOpen
            ? HealthCheckResult.Healthy(duty.IsMine ? "This node does the background work." : "Another node does the background work.")
            : HealthCheckResult.Unhealthy("The other nodes cannot be heard."));
}
