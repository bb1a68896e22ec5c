namespace PqrsDesk.Testing;

/// <summary>A clock that stands still until a test moves it. Its timers go off when it is moved past them.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>A Tuesday, 10:00 in Bogotá, far from any holiday.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 15, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;

    public TestClock() : this(Tuesday)
    {
    }

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate) return _now;
        }

        set => MoveTo(value);
    }

    /// <summary>Timers that wait to go off.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate) return _alarms.Count(alarm => alarm.At < DateTimeOffset.MaxValue);
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.UtcTicks;

    public void Advance(TimeSpan by) => MoveTo(Now + by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        lock (_gate) _alarms.Add(alarm);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private void MoveTo(DateTimeOffset to)
    {
        while (true)
        {
            Alarm? next;
            lock (_gate)
            {
                next = _alarms.Where(alarm => alarm.At <= to).MinBy(alarm => alarm.At);
                if (next is null)
                {
                    _now = to.ToUniversalTime();
                    return;
                }

                if (next.At > _now) _now = next.At;
                next.At = next.Period is { } period ? next.At + period : DateTimeOffset.MaxValue;
            }

            next.Ring();
        }
    }

    private sealed class Alarm(TestClock clock, Action ring) : ITimer
    {
        public DateTimeOffset At { get; set; } = DateTimeOffset.MaxValue;
        public TimeSpan? Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                At = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
                Period = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period;
            }

            if (dueTime == TimeSpan.Zero) clock.MoveTo(clock.Now);
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
