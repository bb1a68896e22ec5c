namespace PqrsDesk.Infrastructure.Live;

/// <summary>Hands on what it is given, one after another and never on the giver's thread; who is slow gets the newest next, and none of those between.</summary>
/// <param name="take">Must not fail: nobody is there to be told.</param>
internal sealed class Newest<T>(Func<T, Task> take)
    where T : class
{
    // A round puts something to every circuit at once. All of it in the pool's one queue would stand before every step
    // of every request: who files would wait for each of his steps until all watchers are drawn.
    private static readonly TaskScheduler Few = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Environment.ProcessorCount, maxItemsPerTask: 1).ConcurrentScheduler;

    private T? _next;
    private int _busy;

    public void Put(T value)
    {
        Volatile.Write(ref _next, value);
        if (Interlocked.Exchange(ref _busy, 1) == 0) _ = Task.Factory.StartNew(HandOnAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Few);
    }

    private async Task HandOnAsync()
    {
        do
        {
            while (Interlocked.Exchange(ref _next, null) is { } newest) await take(newest);
            Volatile.Write(ref _busy, 0);
        }
        while (Volatile.Read(ref _next) is not null && Interlocked.Exchange(ref _busy, 1) == 0);
    }
}
