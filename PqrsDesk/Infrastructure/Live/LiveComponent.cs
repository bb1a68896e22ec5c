using Microsoft.AspNetCore.Components;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>The one base of pages that show what others do: watches, hops to its renderer, lets go.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly Dictionary<string, Watching> _watches = [];

    [Inject]
    private LiveViews Views { get; set; } = default!;

    /// <summary>
    /// Shows a view's answer and watches it under a name of the page's own; naming it again with another key lets the
    /// old one go. While prerendering there is nobody to push to: then it asks once.
    /// </summary>
    /// <remarks>
    /// The first answer is asked for here and not awaited from the view: a circuit's first drawing takes the place of
    /// what was prerendered, and must have the same rows at once.
    /// </remarks>
    /// <param name="show">Takes the answer into the page's fields; the page is drawn again after it.</param>
    protected async Task WatchAsync<TAnswer>(string name, object key, Func<CancellationToken, Task<TAnswer>> read, Action<TAnswer> show, TimeSpan? every = null)
        where TAnswer : class
    {
        Let(name);
        var watch = new Watching();
        _watches[name] = watch;
        var first = await Views.OnceAsync(key, read, CancellationToken.None);
        if (watch.Over) return;
        show(first);
        if (!RendererInfo.IsInteractive) return;
        var page = ExecutionContext.Capture();
        watch.On(Views.Watch(key, read, answer =>
        {
            // In the publisher's context the page would be drawn in the publisher's language.
            if (page is null) Push();
            else ExecutionContext.Run(page, _ => Push(), null);

            void Push() => _ = InvokeAsync(() =>
            {
                if (watch.Over) return;
                show(answer);
                StateHasChanged();
            });
        }, every));
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

    /// <summary>A watch that may be answered before it is whole, and must fall silent at once when it is let go.</summary>
    private sealed class Watching : IDisposable
    {
        private IDisposable? _watch;

        public bool Over { get; private set; }

        public void On(IDisposable watch) => _watch = watch;

        public void Dispose()
        {
            Over = true;
            _watch?.Dispose();
        }
    }
}
