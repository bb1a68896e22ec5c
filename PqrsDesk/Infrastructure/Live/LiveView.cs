using System.Diagnostics;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

internal interface ILiveView
{
    object Key { get; }

    /// <summary>What its last reading took: the quick ones are asked first.</summary>
    TimeSpan Cost { get; }

    /// <summary>How long it may rest, unless something changes; zero when it is to be asked now.</summary>
    TimeSpan RestAt(long timestamp);

    bool Concerns(IReadOnlyList<TicketChange> changes);

    bool Reads(IReadOnlyCollection<LiveTopic> topics);

    void Want();

    /// <summary>Reads and hands the answer on. While it fails the watchers keep the answer they have.</summary>
    Task AskAsync(DeskDb db, CancellationToken cancel);

    /// <summary>Tries again later by itself: nobody may come to tell it that the store is back.</summary>
    void Postpone();
}

/// <summary>One shared question and its watchers.</summary>
/// <remarks>When it is asked, <see cref="LiveViews"/> decides under its own lock; who is handed which answer, this one under its.</remarks>
internal sealed class LiveView<TAnswer>(LiveQuestion<TAnswer> question, TimeProvider clock, ILogger log) : ILiveView
    where TAnswer : class
{
    /// <summary>Of a question that is asked calmly, how many times as long as it took it rests.</summary>
    private const int CalmShare = 100;

    /// <summary>One slow reading, on a machine that was busy, must not leave a number old for minutes.</summary>
    private static readonly TimeSpan Calmest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Lock _handing = new();
    private Action<TAnswer>[] _watchers = [];
    private TAnswer? _newest;
    private bool _wanted = true;
    private long _askedAt;
    private TimeSpan? _again;

    public object Key => question.Key;

    public TimeSpan Cost { get; private set; }

    public TAnswer? Newest => Volatile.Read(ref _newest);

    public TimeSpan RestAt(long timestamp)
    {
        if (_wanted && (question.Calm is null || Newest is null)) return TimeSpan.Zero;
        if ((_wanted ? Calm : _again ?? question.Every) is not { } every) return Timeout.InfiniteTimeSpan;
        var left = every - clock.GetElapsedTime(_askedAt, timestamp);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private TimeSpan Calm => TimeSpan.FromTicks(Math.Clamp((CalmShare * Cost).Ticks, question.Calm!.Value.Ticks, Math.Max(Calmest.Ticks, question.Calm.Value.Ticks)));

    public bool Concerns(IReadOnlyList<TicketChange> changes) => question.Concerns is not { } concerns || changes.Any(concerns);

    public bool Reads(IReadOnlyCollection<LiveTopic> topics) => question.Topics.Any(topics.Contains);

    public void Want() => _wanted = true;

    public void Postpone() => (_wanted, _again, _askedAt) = (false, Patience, clock.GetTimestamp());

    /// <summary>It need not ask for what its first watcher just asked.</summary>
    public void Begin(TAnswer known) => (_newest, _wanted, _askedAt) = (known, false, clock.GetTimestamp());

    public void Add(Action<TAnswer> push, TAnswer? known)
    {
        lock (_handing)
        {
            _watchers = [.. _watchers, push];
            if (_newest is not null && _newest != known) Push(push, _newest);
        }
    }

    /// <returns>Whether anybody is left.</returns>
    public bool Remove(Action<TAnswer> push)
    {
        lock (_handing)
        {
            _watchers = Array.FindAll(_watchers, watcher => watcher != push);
            return _watchers.Length > 0;
        }
    }

    public async Task AskAsync(DeskDb db, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();

        // Before the reading: what changes while it reads is asked for again.
        (_wanted, _again, _askedAt) = (false, null, clock.GetTimestamp());
        var answer = await question.Read(db, cancel);
        Cost = Stopwatch.GetElapsedTime(since);
        lock (_handing)
        {
            // Most counts are what they were: nobody need be woken for that.
            var same = question.Calm is not null && answer.Equals(_newest);
            _newest = answer;
            if (same) return;
            foreach (var push in _watchers) Push(push, answer);
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
}
