using System.Collections.Concurrent;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>
/// Shared views: one query for each distinct key, however many watch it. It is asked again when tickets change, at
/// most every <see cref="Pace"/>, and each answer goes to all its watchers.
/// </summary>
/// <remarks>A watcher is called on the view's thread and must return at once; a slow one loses nothing but time, since it is always handed the newest answer.</remarks>
public sealed class LiveViews(ITicketFeed feed, TimeProvider clock, ILogger<LiveViews> log)
{
    /// <summary>The least time between two queries of one view while changes keep arriving.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<object, IView> _views = new();

    public int Count => _views.Count;

    /// <summary>Watches a view. The first answer comes as soon as it is there.</summary>
    /// <param name="key">A record that says the query and its arguments; equal keys share one view.</param>
    /// <param name="read">Asks the store. Of equal keys only the first one's is used.</param>
    /// <param name="push">Takes each new answer.</param>
    /// <param name="every">Asks also without a change, for views that follow the clock; null: only after changes.</param>
    public IDisposable Watch<TAnswer>(object key, Func<CancellationToken, Task<TAnswer>> read, Action<TAnswer> push, TimeSpan? every = null)
        where TAnswer : class
    {
        while (true)
        {
            var view = (LiveView<TAnswer>)_views.GetOrAdd(key, _ => new LiveView<TAnswer>(read, every, clock, log, gone => _views.TryRemove(new(key, gone))));
            if (view.TryAdd(push, feed) is { } watch) return watch;
        }
    }

    /// <summary>The answer for a page that is only drawn once: what the watchers see, or else a fresh one.</summary>
    public Task<TAnswer> OnceAsync<TAnswer>(object key, Func<CancellationToken, Task<TAnswer>> read, CancellationToken cancel)
        where TAnswer : class =>
        _views.TryGetValue(key, out var view) && ((LiveView<TAnswer>)view).Newest is { } newest ? Task.FromResult(newest) : read(cancel);

    /// <summary>Asks every view again: after an import, or when the feed may have missed something.</summary>
    public void Refresh()
    {
        foreach (var view in _views.Values) view.Refresh();
    }
}
