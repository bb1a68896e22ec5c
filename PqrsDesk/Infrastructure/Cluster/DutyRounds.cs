namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>Work that comes round while the desk is up, on the node that is on duty.</summary>
public abstract class DutyRounds(IDuty duty, TimeProvider clock, ILogger log) : BackgroundService
{
    protected abstract TimeSpan Every { get; }

    protected abstract Task RunAsync(DateTimeOffset asOf, CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                if (duty.IsMine) await RunAsync(clock.GetUtcNow(), stop);
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                // The next round finds the same work again: nothing is lost but time.
                log.LogError(wrong, "{Work} failed; it is tried again in {Every}.", GetType().Name, Every);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
