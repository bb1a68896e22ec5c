using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Runs the sweeps every few seconds.</summary>
public sealed class Sweeper(SweepDeadlines sweep, SweepTasks tasks, ApplyCare care, IDuty duty, TimeProvider clock, ILogger<Sweeper> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(DateTimeOffset asOf, CancellationToken stop)
    {
        await sweep.RunAsync(asOf, stop);
        await tasks.RunAsync(asOf, stop);
        await care.RunAsync(asOf, stop);
    }
}

public static class SweepingSetup
{
    public static IServiceCollection AddSweeping(this IServiceCollection services) =>
        services.AddSingleton<SweepDeadlines>().AddSingleton<SweepTasks>().AddSingleton<ApplyCare>().AddHostedService<Sweeper>()
            .AddSingleton<ForgetRequests>().AddSingleton<ForgetDrafts>().AddSingleton<ForgetNotices>().AddHostedService<RequestForgetting>()
            .AddSingleton<SweepIdle>().AddSingleton<SweepAbsences>().AddHostedService<IdleSweeping>()
            .AddSingleton<SweepFiles>().AddHostedService<FileSweeping>()
            .AddSingleton<SweepPlans>().AddHostedService<PlanSweeping>()
            .AddSingleton<Reminders>().AddSingleton<RemindReviews>().AddHostedService<ReviewReminding>()
            .AddSingleton<SweepContracts>().AddHostedService<ContractSweeping>();
}
