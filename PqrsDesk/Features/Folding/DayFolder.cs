using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Folding;

/// <summary>Adds up every few seconds the days that are over and have changed.</summary>
public sealed class DayFolder(FoldDays fold, TimeProvider clock, ILogger<DayFolder> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await fold.RunAsync(clock.GetUtcNow(), stop);
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                // The marks are still there for the next round, and readers count marked days themselves.
                log.LogError(wrong, "Adding up the figures of days failed; it is tried again in {Every}.", Every);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}

public static class FoldingSetup
{
    public static IServiceCollection AddFolding(this IServiceCollection services) => services.AddHostedService<DayFolder>();
}
