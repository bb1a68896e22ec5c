using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Live;

public sealed class LiveViewsTests
{
    private sealed record Key(string Query, int Page = 1);

    private readonly TestClock _clock = new();
    private readonly TicketFeed _feed = new(NullLogger<TicketFeed>.Instance);
    private readonly LiveViews _views;
    private int _asked;

    public LiveViewsTests() => _views = new(_feed, _clock, NullLogger<LiveViews>.Instance);

    [Fact]
    public async Task Equal_keys_share_one_query_and_one_subscription()
    {
        var seen = new ConcurrentQueue<string>();
        using var one = _views.Watch(new Key("queue"), AskAsync, seen.Enqueue);
        await RestingAsync();
        using var two = _views.Watch(new Key("queue"), AskAsync, seen.Enqueue);
        Assert.Equal((1, 1, 1), (_asked, _views.Count, _feed.Subscribers));
        Assert.Equal(["1", "1"], seen);
        using var other = _views.Watch(new Key("queue", 2), AskAsync, seen.Enqueue);
        Assert.Equal((2, 2), (_views.Count, _feed.Subscribers));
    }

    [Fact]
    public async Task However_many_changes_come_the_query_keeps_its_pace_and_the_last_one_is_seen()
    {
        var seen = new ConcurrentQueue<string>();
        using var watch = _views.Watch(new Key("queue"), AskAsync, seen.Enqueue);
        await RestingAsync();
        for (var change = 0; change < 100; change++) _feed.Publish([]);
        _clock.Advance(LiveViews.Pace - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _asked);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Eventually.TrueAsync(() => seen.Count == 2, "the watcher saw the change");
        await RestingAsync();
        _clock.Advance(LiveViews.Pace);
        Assert.Equal(0, _clock.Waiting);
        Assert.Equal((2, "2"), (_asked, seen.Last()));
        _feed.Publish([]);
        await Eventually.TrueAsync(() => seen.Count == 3, "a later change was asked for at once");
    }

    [Fact]
    public async Task A_query_that_fails_is_asked_again_and_the_last_answer_stays()
    {
        var seen = new ConcurrentQueue<string>();
        using var watch = _views.Watch(new Key("queue"), _ => ++_asked == 2 ? throw new InvalidOperationException("The store is away.") : Task.FromResult($"{_asked}"), seen.Enqueue);
        await RestingAsync();
        foreach (var asked in new[] { 2, 3 })
        {
            _feed.Publish([]);
            _clock.Advance(LiveViews.Pace);
            await Eventually.TrueAsync(() => _asked == asked, $"it was asked {asked} times");
            await RestingAsync();
        }

        Assert.Equal(["1", "3"], seen);
    }

    [Fact]
    public async Task A_watcher_that_fails_hurts_no_other()
    {
        var seen = new ConcurrentQueue<string>();
        using var bad = _views.Watch(new Key("queue"), AskAsync, _ => throw new InvalidOperationException("A page's fault."));
        using var good = _views.Watch(new Key("queue"), AskAsync, seen.Enqueue);
        await RestingAsync();
        _feed.Publish([]);
        _clock.Advance(LiveViews.Pace);
        await Eventually.TrueAsync(() => seen.LastOrDefault() == "2", "the other watcher saw the change");
    }

    [Fact]
    public async Task When_the_last_watcher_leaves_nothing_is_left_behind()
    {
        var one = _views.Watch(new Key("queue"), AskAsync, _ => { });
        var two = _views.Watch(new Key("queue"), AskAsync, _ => { });
        await RestingAsync();
        one.Dispose();
        one.Dispose();
        Assert.Equal((1, 1), (_views.Count, _feed.Subscribers));
        two.Dispose();
        Assert.Equal((0, 0), (_views.Count, _feed.Subscribers));
        await Eventually.TrueAsync(() => _clock.Waiting == 0, "its timer was let go");
        _feed.Publish([]);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_view_does_not_run_in_the_culture_of_whoever_opened_it()
    {
        var asked = new ConcurrentQueue<string>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        using var watch = _views.Watch(new Key("queue"), _ => Task.FromResult(CultureInfo.CurrentUICulture.Name), asked.Enqueue);
        await Eventually.TrueAsync(() => !asked.IsEmpty, "it was answered");
        Assert.NotEqual("ja-JP", asked.Single());
    }

    [Fact]
    public async Task What_is_drawn_once_takes_what_the_watchers_see()
    {
        Assert.Equal("1", await _views.OnceAsync(new Key("queue"), AskAsync, CancellationToken.None));
        using var watch = _views.Watch(new Key("queue"), AskAsync, _ => { });
        await RestingAsync();
        Assert.Equal("2", await _views.OnceAsync(new Key("queue"), AskAsync, CancellationToken.None));
        Assert.Equal(2, _asked);
    }

    private Task<string> AskAsync(CancellationToken cancel) => Task.FromResult($"{Interlocked.Increment(ref _asked)}");

    /// <summary>A view that has answered waits out its pace on the clock.</summary>
    private Task RestingAsync() => Eventually.TrueAsync(() => _clock.Waiting == 1, "the view rested");
}
