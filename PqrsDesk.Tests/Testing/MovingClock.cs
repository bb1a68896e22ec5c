namespace PqrsDesk.Testing;

/// <summary>A clock that goes on by itself from whatever instant it was set to; its timers are the machine's.</summary>
public sealed class MovingClock : TimeProvider
{
    private long _ahead;

    public DateTimeOffset Now
    {
        get => GetUtcNow();
        set => Interlocked.Exchange(ref _ahead, (value - System.GetUtcNow()).Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
