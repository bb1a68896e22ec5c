using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>
/// Shared views: one query for each distinct question, however many watch. After changes those that are concerned are
/// asked again in one round, at most every <see cref="Pace"/>, all from one snapshot of the store: what a person sees
/// in two places at once agrees.
/// </summary>
/// <remarks>A watcher is called in the round and must return at once.</remarks>
public sealed class LiveViews(ITicketFeed feed, TopicFeed topics, IDbContextFactory<DeskDb> desk, TimeProvider clock, ILogger<LiveViews> log)
{
    /// <summary>The least time between two rounds while changes keep arriving.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<object, ILiveView> _views = [];
    private readonly KeptAnswers _kept = new(clock);
    private LiveRounds? _rounds;

    public int Count
    {
        get
        {
            lock (_gate) return _views.Count;
        }
    }

    /// <summary>The answer as it is now: what the watchers see, what the page was just drawn with, or else a fresh one.</summary>
    /// <param name="keep">A page is drawn on the server: its circuit will ask the same at once.</param>
    public async Task<LiveAnswer<TAnswer>> OnceAsync<TAnswer>(LiveQuestion<TAnswer> question, CancellationToken cancel, bool keep = false)
        where TAnswer : class
    {
        var position = Position;
        if (Find(question) is { Newest: { } newest }) return new(newest, position);
        if (!keep && _kept.Take<TAnswer>(question.Key, position) is { } kept) return kept;
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel);
        var answer = new LiveAnswer<TAnswer>(await question.Read(snapshot.Db, cancel), position);
        if (keep) _kept.Keep(question.Key, answer);
        return answer;
    }

    /// <summary>Watches a view.</summary>
    /// <param name="push">Takes each new answer; the first one too, unless it is the known one.</param>
    /// <param name="known">What the watcher was answered already: then it is not asked again until something changes.</param>
    public IDisposable Watch<TAnswer>(LiveQuestion<TAnswer> question, Action<TAnswer> push, LiveAnswer<TAnswer>? known = null)
        where TAnswer : class
    {
        lock (_gate)
        {
            _rounds ??= LiveRounds.Begin(this, feed, topics, desk, clock, log);
            var view = _views.TryGetValue(question.Key, out var existing) ? (LiveView<TAnswer>)existing : Open(question, known);
            view.Add(push, known?.Answer);
            return new Leaving(() => Leave(view, push));
        }
    }

    /// <summary>Asks every view again: when the feed may have missed something.</summary>
    public void Refresh() => Want(_ => true);

    /// <summary>Grows with whatever is told, of cases or beside them.</summary>
    private long Position => feed.Position + topics.Position;

    internal void Told(IReadOnlyCollection<LiveTopic> told) => Want(view => view.Reads(told));

    internal void Changed(IReadOnlyList<TicketChange> changes) => Want(view => view.Concerns(changes));

    /// <summary>The views that are to be asked now, the quickest first.</summary>
    internal List<ILiveView> Due()
    {
        var now = clock.GetTimestamp();
        lock (_gate) return [.. _views.Values.Where(view => view.RestAt(now) == TimeSpan.Zero).OrderBy(view => view.Cost)];
    }

    /// <summary>How long none wants to be asked, unless something changes.</summary>
    internal TimeSpan Rest()
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            return _views.Values.Select(view => view.RestAt(now)).Where(rest => rest != Timeout.InfiniteTimeSpan)
                .DefaultIfEmpty(Timeout.InfiniteTimeSpan).Min();
        }
    }

    internal void Postpone(ILiveView view)
    {
        lock (_gate) view.Postpone();
    }

    private LiveView<TAnswer>? Find<TAnswer>(LiveQuestion<TAnswer> question)
        where TAnswer : class
    {
        lock (_gate) return _views.GetValueOrDefault(question.Key) as LiveView<TAnswer>;
    }

    private LiveView<TAnswer> Open<TAnswer>(LiveQuestion<TAnswer> question, LiveAnswer<TAnswer>? known)
        where TAnswer : class
    {
        var view = new LiveView<TAnswer>(question, clock, log);

        // Under the subscription: what was published before it shows in the position, what comes after it is heard.
        if (known is not null && known.Position == Position) view.Begin(known.Answer);
        _views.Add(question.Key, view);
        _rounds?.Wake();
        return view;
    }

    private void Want(Predicate<ILiveView> which)
    {
        lock (_gate)
        {
            var any = false;
            foreach (var view in _views.Values)
            {
                if (!which(view)) continue;
                view.Want();
                any = true;
            }

            if (any) _rounds?.Wake();
        }
    }

    private void Leave<TAnswer>(LiveView<TAnswer> view, Action<TAnswer> push)
        where TAnswer : class
    {
        lock (_gate)
        {
            if (view.Remove(push)) return;
            _views.Remove(view.Key);
            if (_views.Count > 0) return;
            _rounds?.End();
            _rounds = null;
        }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
