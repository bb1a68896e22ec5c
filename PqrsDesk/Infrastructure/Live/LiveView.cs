namespace PqrsDesk.Infrastructure.Live;

internal interface IView
{
    void Refresh();
}

/// <summary>One shared query and its watchers. It lives from the first watcher to the last.</summary>
internal sealed class LiveView<TAnswer>(
    Func<CancellationToken, Task<TAnswer>> read,
    TimeSpan? every,
    TimeProvider clock,
    ILogger log,
    Action<IView> gone) : IView, IDisposable
    where TAnswer : class
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _wanted = new(1, 1);
    private Action<TAnswer>[] _watchers = [];
    private IDisposable? _subscription;
    private bool _over;
    private TAnswer? _newest;

    public TAnswer? Newest => Volatile.Read(ref _newest);

    /// <returns>Null when the view is over: the caller makes another.</returns>
    public IDisposable? TryAdd(Action<TAnswer> push, ITicketFeed feed)
    {
        TAnswer? newest;
        lock (_gate)
        {
            if (_over) return null;
            _watchers = [.. _watchers, push];
            if (_subscription is null)
            {
                _subscription = feed.Subscribe(_ => Refresh());

                // The view outlives the page that happens to open it first, so it must not run in that page's culture or user.
                using (ExecutionContext.SuppressFlow()) _ = Task.Run(FollowAsync);
            }

            newest = _newest;
        }

        if (newest is not null) push(newest);
        return new Watch(this, push);
    }

    public void Refresh()
    {
        lock (_gate)
        {
            if (!_over && _wanted.CurrentCount == 0) _wanted.Release();
        }
    }

    public void Dispose()
    {
        _end.Dispose();
        _wanted.Dispose();
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await _wanted.WaitAsync(every ?? Timeout.InfiniteTimeSpan, _end.Token);
                await AskAsync();
                await Task.Delay(LiveViews.Pace, clock, _end.Token);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            Dispose();
        }
    }

    private async Task AskAsync()
    {
        try
        {
            var answer = await read(_end.Token);
            Action<TAnswer>[] watchers;
            lock (_gate) (_newest, watchers) = (answer, _watchers);
            foreach (var push in watchers) Push(push, answer);
        }
        catch (Exception wrong) when (!_end.IsCancellationRequested)
        {
            // The watchers keep the last answer; the next change, or the next tick, asks again.
            log.LogError(wrong, "A live view could not be read.");
        }
    }

    private void Push(Action<TAnswer> push, TAnswer answer)
    {
        try
        {
            push(answer);
        }
        catch (Exception wrong)
        {
            // One watcher's fault must not reach the others.
            log.LogError(wrong, "A watcher of a live view failed.");
        }
    }

    private void Leave(Action<TAnswer> push)
    {
        lock (_gate)
        {
            _watchers = Array.FindAll(_watchers, watcher => watcher != push);
            if (_watchers.Length > 0 || _over) return;
            _over = true;
            _subscription?.Dispose();
            _end.Cancel();
        }

        gone(this);
    }

    private sealed class Watch(LiveView<TAnswer> view, Action<TAnswer> push) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) view.Leave(push);
        }
    }
}
