using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Infrastructure.Persistence.Tallies;

namespace PqrsDesk.Features.Folding;

/// <summary>Adds up every few seconds the days that are over and have changed. Until then readers count them themselves.</summary>
public sealed class DayFolder(FoldDays fold, IDuty duty, TimeProvider clock, ILogger<DayFolder> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => fold.RunAsync(asOf, stop);
}

/// <summary>Puts the rows by which open tickets are counted together again. The first round after a start counts the tickets themselves.</summary>
public sealed class TallyFolder(FoldTallies fold, IDuty duty, TimeProvider clock, ILogger<TallyFolder> log) : DutyRounds(duty, clock, log)
{
    private bool _recounted;

    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    protected override async Task RunAsync(DateTimeOffset asOf, CancellationToken stop)
    {
        if (_recounted) await fold.RunAsync(stop);
        else await fold.RecountAsync(stop);
        _recounted = true;
    }
}

public static class FoldingSetup
{
    public static IServiceCollection AddFolding(this IServiceCollection services) => services.AddHostedService<DayFolder>().AddHostedService<TallyFolder>();
}
