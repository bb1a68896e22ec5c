namespace PqrsDesk.Features.Sweeping;

/// <summary>Runs the sweep every few seconds while the desk is up.</summary>
public sealed class Sweeper(SweepDeadlines sweep, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await sweep.RunAsync(clock.GetUtcNow(), stop);
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                // The next round finds the same deadlines again: nothing is lost but seconds.
                log.LogError(wrong, "The sweep of deadlines failed; it is tried again in {Every}.", Every);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}

public static class SweepingSetup
{
    public static IServiceCollection AddSweeping(this IServiceCollection services) =>
        services.AddSingleton<SweepDeadlines>().AddHostedService<Sweeper>();
}
