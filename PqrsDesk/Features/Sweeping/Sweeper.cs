using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Runs the sweep every few seconds.</summary>
public sealed class Sweeper(SweepDeadlines sweep, IDuty duty, TimeProvider clock, ILogger<Sweeper> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => sweep.RunAsync(asOf, stop);
}

public static class SweepingSetup
{
    public static IServiceCollection AddSweeping(this IServiceCollection services) =>
        services.AddSingleton<SweepDeadlines>().AddHostedService<Sweeper>()
            .AddSingleton<ForgetRequests>().AddSingleton<ForgetDrafts>().AddHostedService<RequestForgetting>()
            .AddSingleton<SweepIdle>().AddSingleton<SweepAbsences>().AddHostedService<IdleSweeping>()
            .AddSingleton<SweepFiles>().AddHostedService<FileSweeping>();
}
