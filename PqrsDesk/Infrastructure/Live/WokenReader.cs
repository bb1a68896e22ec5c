namespace PqrsDesk.Infrastructure.Live;

/// <summary>Reads when it is woken, one reading at a time; a reading that fails is tried again.</summary>
public abstract class WokenReader(ILogger log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _wake = new(0);

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Wake() => _wake.Release();

    /// <summary>Begins to listen to what wakes it.</summary>
    /// <returns>What has to be let go of at the end.</returns>
    protected abstract IEnumerable<IDisposable> Listen();

    /// <summary>All that there is to read now.</summary>
    protected abstract Task ReadAsync(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        var held = Listen().ToList();
        try
        {
            while (true)
            {
                await _wake.WaitAsync(stop);

                // One reading serves all who woke it before it began.
                while (_wake.Wait(0, CancellationToken.None))
                {
                }

                try
                {
                    await ReadAsync(stop);
                }
                catch (Exception wrong) when (!stop.IsCancellationRequested)
                {
                    log.LogWarning(wrong, "{Reader} could not read; it is tried again.", GetType().Name);
                    await Task.Delay(Again, stop);
                    Wake();
                }
            }
        }
        finally
        {
            held.ForEach(each => each.Dispose());
        }
    }
}
