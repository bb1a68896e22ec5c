using Microsoft.AspNetCore.Components;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>The one base of pages that show what others do: watches, hops to its renderer, lets go.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly Dictionary<string, IDisposable> _watches = [];

    [Inject]
    private LiveViews Views { get; set; } = default!;

    /// <summary>
    /// Shows a view's answer and watches it under a name of the page's own; naming it again with another question lets
    /// the old one go. While prerendering there is nobody to push to: then it asks once.
    /// </summary>
    /// <remarks>
    /// The first answer is asked for here and not awaited from the view: a circuit's first drawing takes the place of
    /// what was prerendered, and must have the same rows at once.
    /// </remarks>
    /// <param name="show">Takes the answer into the page's fields; the page is drawn again after it.</param>
    protected async Task WatchAsync<TAnswer>(string name, LiveQuestion<TAnswer> question, Action<TAnswer> show)
        where TAnswer : class
    {
        Let(name);
        var watching = new Watching<TAnswer>(this, show);
        _watches[name] = watching;
        var first = await Views.OnceAsync(question, CancellationToken.None, keep: !RendererInfo.IsInteractive);
        if (watching.IsOver) return;
        show(first.Answer);
        if (RendererInfo.IsInteractive) watching.Begin(push => Views.Watch(question, push, first));
    }

    /// <summary>Watches a view without waiting for its first answer: what a page can be drawn without. While prerendering it is not asked.</summary>
    protected void WatchLater<TAnswer>(string name, LiveQuestion<TAnswer> question, Action<TAnswer> show)
        where TAnswer : class
    {
        if (RendererInfo.IsInteractive) Follow<TAnswer>(name, push => Views.Watch(question, push), show);
    }

    /// <summary>Stops watching under a name; an answer that is under way is not shown any more.</summary>
    protected void Let(string name)
    {
        if (_watches.Remove(name, out var watch)) watch.Dispose();
    }

    protected virtual void Dispose(bool disposing)
    {
        foreach (var watch in _watches.Values) watch.Dispose();
        _watches.Clear();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Shows what comes of something else that is alive, under a name as above.</summary>
    /// <param name="watch">Begins to call with each new state, on any thread, until what it returns is disposed of.</param>
    protected void Follow<T>(string name, Func<Action<T>, IDisposable> watch, Action<T> show)
        where T : class
    {
        Let(name);
        var watching = new Watching<T>(this, show);
        _watches[name] = watching;
        watching.Begin(watch);
    }

    /// <summary>One page's side of what it watches. While it is busy with one state, it is kept the newest.</summary>
    private sealed class Watching<T>(LiveComponent page, Action<T> show) : IDisposable
        where T : class
    {
        // In the publisher's context the page would be drawn in the publisher's language.
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private IDisposable? _watch;

        public bool IsOver { get; private set; }

        public void Begin(Func<Action<T>, IDisposable> watch) => _watch = watch(new Newest<T>(DrawAsync).Put);

        public void Dispose()
        {
            IsOver = true;
            _watch?.Dispose();
        }

        private Task DrawAsync(T state)
        {
            var drawn = Task.CompletedTask;
            if (_context is null) Hop();
            else ExecutionContext.Run(_context, _ => Hop(), null);
            return drawn;

            void Hop() => drawn = page.InvokeAsync(() => IsOver ? Task.CompletedTask : ShowAsync(state));
        }

        private Task ShowAsync(T state)
        {
            try
            {
                show(state);
                page.StateHasChanged();
                return Task.CompletedTask;
            }
            catch (Exception wrong)
            {
                // The page's own error boundary shows it, as it shows those of a click.
                return page.DispatchExceptionAsync(wrong);
            }
        }
    }
}
