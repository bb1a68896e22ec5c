using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Live;

public sealed class LiveViewsTests : IAsyncLifetime
{
    private sealed record Key(string Query, int Page = 1);

    private sealed record Sight(int Version);

    private readonly TestClock _clock = new();
    private readonly TicketFeed _feed = new(NullLogger<TicketFeed>.Instance);
    private readonly TopicFeed _topics = new(NullLogger<TopicFeed>.Instance);
    private TestDesk _desk = default!;
    private LiveViews _views = default!;
    private int _asked;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.StartAsync();
        _views = new(_feed, _topics, _desk.Get<IDbContextFactory<DeskDb>>(), _clock, NullLogger<LiveViews>.Instance);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Equal_keys_share_one_query_and_one_subscription()
    {
        var seen = new ConcurrentQueue<string>();
        using var one = _views.Watch(Asked(), seen.Enqueue);
        await RestingAsync();
        using var two = _views.Watch(Asked(), seen.Enqueue);
        Assert.Equal((1, 1), (_asked, _views.Count));
        Assert.Equal(["1", "1"], seen);
        using var other = _views.Watch(Asked() with { Key = new Key("queue", 2) }, seen.Enqueue);
        Assert.Equal((2, 1), (_views.Count, _feed.Subscribers));
    }

    [Fact]
    public async Task What_a_page_was_drawn_with_serves_its_circuit_once_and_only_while_nothing_happens()
    {
        async Task<string> DrawAsync() => (await _views.OnceAsync(Asked(), CancellationToken.None, keep: true)).Answer;
        async Task<string> ComeAsync() => (await _views.OnceAsync(Asked(), CancellationToken.None)).Answer;
        Assert.Equal(("1", "1", "2"), (await DrawAsync(), await ComeAsync(), await ComeAsync()));

        // Drawn anew it is read anew, whatever was kept.
        Assert.Equal(("3", "4", "4"), (await DrawAsync(), await DrawAsync(), await ComeAsync()));
        Assert.Equal("5", await DrawAsync());
        _feed.Publish([]);
        Assert.Equal("6", await ComeAsync());
        Assert.Equal("7", await DrawAsync());
        _topics.Publish([LiveTopic.Notices(1)]);
        Assert.Equal("8", await ComeAsync());
        Assert.Equal("9", await DrawAsync());
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("10", await ComeAsync());
    }

    [Fact]
    public async Task However_many_changes_come_the_query_keeps_its_pace_and_the_last_one_is_seen()
    {
        var seen = new ConcurrentQueue<string>();
        using var watch = _views.Watch(Asked(), seen.Enqueue);
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
    public async Task A_calm_question_rests_between_two_askings_and_wakes_nobody_for_the_same_answer()
    {
        var (seen, answer) = (new ConcurrentQueue<string>(), "1");
        var calm = TimeSpan.FromSeconds(2);
        using var watch = _views.Watch(new LiveQuestion<string>(new Key("count"), (_, _) => Task.FromResult((++_asked, answer).answer)) { Calm = calm }, seen.Enqueue);
        await RestingAsync();
        for (var round = 1; round <= 7; round++)
        {
            _feed.Publish([]);
            _clock.Advance(LiveViews.Pace);
            await Task.Delay(20);
        }

        Assert.Equal(1, _asked);
        _clock.Advance(LiveViews.Pace);
        await AskedAsync(2);
        Assert.Equal(["1"], seen);

        answer = "2";
        _feed.Publish([]);
        _clock.Advance(calm);
        await AskedAsync(3);
        await Eventually.TrueAsync(() => seen.Count == 2, "the new answer was told");

        async Task AskedAsync(int times)
        {
            _feed.Publish([]);
            await Eventually.TrueAsync(() => _asked == times, $"it was asked {times} times, and not {_asked}");
            await RestingAsync();
        }
    }

    [Fact]
    public async Task A_query_that_fails_is_asked_again_and_the_last_answer_stays()
    {
        var seen = new ConcurrentQueue<string>();
        using var watch = _views.Watch(new LiveQuestion<string>(new Key("queue"), (_, _) => ++_asked == 2 ? throw new InvalidOperationException("The store is away.") : Task.FromResult($"{_asked}")), seen.Enqueue);
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
        using var bad = _views.Watch(Asked(), _ => throw new InvalidOperationException("A page's fault."));
        using var good = _views.Watch(Asked(), seen.Enqueue);
        await RestingAsync();
        _feed.Publish([]);
        _clock.Advance(LiveViews.Pace);
        await Eventually.TrueAsync(() => seen.LastOrDefault() == "2", "the other watcher saw the change");
    }

    [Fact]
    public async Task When_the_last_watcher_leaves_nothing_is_left_behind()
    {
        var one = _views.Watch(Asked(), _ => { });
        var two = _views.Watch(Asked(), _ => { });
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
        using var watch = _views.Watch(new LiveQuestion<string>(new Key("queue"), (_, _) => Task.FromResult(CultureInfo.CurrentUICulture.Name)), asked.Enqueue);
        await Eventually.TrueAsync(() => !asked.IsEmpty, "it was answered");
        Assert.NotEqual("ja-JP", asked.Single());
    }

    [Fact]
    public async Task What_is_drawn_once_takes_what_the_watchers_see()
    {
        Assert.Equal("1", (await _views.OnceAsync(Asked(), CancellationToken.None)).Answer);
        using var watch = _views.Watch(Asked(), _ => { });
        await RestingAsync();
        Assert.Equal("2", (await _views.OnceAsync(Asked(), CancellationToken.None)).Answer);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task What_a_watcher_knows_already_is_not_asked_again_unless_something_changed_meanwhile()
    {
        var seen = new ConcurrentQueue<string>();
        var known = await _views.OnceAsync(Asked(), CancellationToken.None);
        using (_views.Watch(Asked(), seen.Enqueue, known))
        {
            _feed.Publish([]);
            await Eventually.TrueAsync(() => seen.SequenceEqual(["2"]), "it was asked for the change alone");
        }

        known = await _views.OnceAsync(Asked(), CancellationToken.None);
        _feed.Publish([]);
        using var late = _views.Watch(Asked(), seen.Enqueue, known);
        await Eventually.TrueAsync(() => seen.SequenceEqual(["2", "4"]), "what changed before it watched was asked for");
    }

    [Fact]
    public async Task A_change_that_does_not_concern_a_view_does_not_wake_it()
    {
        var (mine, all) = (0, 0);
        using var one = _views.Watch(new LiveQuestion<string>(new Key("mine"), (_, _) => Task.FromResult($"{++mine}")) { Concerns = change => change.OwnerId == 1 }, _ => { });
        using var two = _views.Watch(new LiveQuestion<string>(new Key("all"), (_, _) => Task.FromResult($"{++all}")), _ => { });
        await NextRoundAsync(() => (mine, all) == (1, 1));
        _feed.Publish([new TicketChange(1, "PQRS-2026-000001", 1, 2, 1, [])]);
        await NextRoundAsync(() => all == 2);
        Assert.Equal(1, mine);
        _feed.Publish([new TicketChange(1, "PQRS-2026-000001", 1, 2, 1, []), new TicketChange(2, "PQRS-2026-000002", 1, 1, 1, [])]);
        await NextRoundAsync(() => all == 3);
        Assert.Equal(2, mine);
    }

    [Fact]
    public async Task All_views_of_a_round_see_the_store_as_it_stood_at_one_moment()
    {
        var number = (await _desk.FileAsync()).Number;
        var (first, second) = (new ConcurrentQueue<Sight>(), new ConcurrentQueue<Sight>());

        // The second is asked after the first, and somebody writes in between.
        using var one = _views.Watch(new LiveQuestion<Sight>(new Key("one"), async (db, cancel) =>
        {
            var sight = await SightAsync(db, cancel);
            await _desk.NoteAsync(number);
            return sight;
        }), first.Enqueue);
        using var two = _views.Watch(new LiveQuestion<Sight>(new Key("two"), SightAsync), second.Enqueue);

        async Task<Sight> SightAsync(DeskDb db, CancellationToken cancel) => new(await db.Tickets.SumAsync(ticket => ticket.Version, cancel));

        await NextRoundAsync(() => (first.Count, second.Count) == (1, 1));
        _feed.Publish([]);
        await NextRoundAsync(() => (first.Count, second.Count) == (2, 2));
        Assert.Equal((2, 2), (first.Last().Version, second.Last().Version));
        Assert.Equal(3, (await _desk.TicketAsync(number)).Version);
    }

    private LiveQuestion<string> Asked() => new(new Key("queue"), (_, _) => Task.FromResult($"{Interlocked.Increment(ref _asked)}"));

    private async Task NextRoundAsync(Func<bool> done)
    {
        await Eventually.TrueAsync(() =>
        {
            if (done()) return true;
            if (_clock.Waiting == 1) _clock.Advance(LiveViews.Pace);
            return false;
        }, "the round was asked");
        await RestingAsync();
    }

    /// <summary>After a round its pace is waited out on the clock.</summary>
    private Task RestingAsync() => Eventually.TrueAsync(() => _clock.Waiting == 1, "the round was over");
}
