namespace PqrsDesk.Infrastructure.Live;

/// <summary>Carries what changed beside the log, after the commit, to the views that read it.</summary>
public sealed class TopicFeed(ILogger<TopicFeed> log)
{
    private readonly Ears<IReadOnlyCollection<LiveTopic>> _readers = new(log);
    private long _position;

    /// <inheritdoc cref="ITicketFeed.Position"/>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Calls <paramref name="read"/> on the publisher's thread: return at once.</summary>
    public IDisposable Subscribe(Action<IReadOnlyCollection<LiveTopic>> read) => _readers.Add(read);

    public void Publish(IReadOnlyCollection<LiveTopic> topics)
    {
        Interlocked.Increment(ref _position);
        _readers.Call(topics);
    }
}
