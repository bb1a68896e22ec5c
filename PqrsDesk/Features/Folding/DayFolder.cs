using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Folding;

/// <summary>Adds up every few seconds the days that are over and have changed. Until then readers count them themselves.</summary>
public sealed class DayFolder(FoldDays fold, IDuty duty, TimeProvider clock, ILogger<DayFolder> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => fold.RunAsync(asOf, stop);
}

public static class FoldingSetup
{
    public static IServiceCollection AddFolding(this IServiceCollection services) => services.AddHostedService<DayFolder>();
}
