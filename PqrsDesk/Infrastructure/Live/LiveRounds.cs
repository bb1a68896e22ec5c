using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Asks the views, round after round, from the first watcher to the last.</summary>
internal sealed class LiveRounds : IDisposable
{
    private readonly LiveViews _views;
    private readonly IDbContextFactory<DeskDb> _desk;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly IDisposable _subscription;
    private readonly IDisposable _topics;

    private LiveRounds(LiveViews views, ITicketFeed feed, TopicFeed topics, IDbContextFactory<DeskDb> desk, TimeProvider clock, ILogger log)
    {
        (_views, _desk, _clock, _log) = (views, desk, clock, log);
        _subscription = feed.Subscribe(views.Changed);
        _topics = topics.Subscribe(views.Told);
    }

    public static LiveRounds Begin(LiveViews views, ITicketFeed feed, TopicFeed topics, IDbContextFactory<DeskDb> desk, TimeProvider clock, ILogger log)
    {
        var rounds = new LiveRounds(views, feed, topics, desk, clock, log);

        // They outlive the page that happens to be the first, so they must not run in that page's culture or user.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(rounds.FollowAsync);
        return rounds;
    }

    /// <summary>Called under the lock of the views, as <see cref="End"/> is.</summary>
    public void Wake()
    {
        if (_wake.CurrentCount == 0) _wake.Release();
    }

    public void End()
    {
        _subscription.Dispose();
        _topics.Dispose();
        _end.Cancel();
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _topics.Dispose();
        _end.Dispose();
        _wake.Dispose();
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await _wake.WaitAsync(_views.Rest(), _end.Token);
                var due = _views.Due();
                if (due.Count == 0) continue;
                await AskAsync(due);
                await Task.Delay(LiveViews.Pace, _clock, _end.Token);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            Dispose();
        }
    }

    private async Task AskAsync(List<ILiveView> due)
    {
        for (var asked = 0; asked < due.Count; asked++)
        {
            try
            {
                await using var snapshot = await Snapshot.TakeAsync(_desk, _end.Token);
                for (; asked < due.Count; asked++) await due[asked].AskAsync(snapshot.Db, _end.Token);
            }
            catch (Exception wrong) when (!_end.IsCancellationRequested)
            {
                // The others go on with a fresh snapshot: in one where a query has failed PostgreSQL answers no more.
                _log.LogError(wrong, "A live view could not be read; it is asked again.");
                _views.Postpone(due[asked]);
            }
        }
    }
}
