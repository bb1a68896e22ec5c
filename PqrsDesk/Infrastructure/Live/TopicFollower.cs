using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Brings into this node's views what other nodes wrote beside the log.</summary>
/// <remarks>What is missed while the wire is cut is asked for when it is open again, as <see cref="LogFollower"/> asks for all views.</remarks>
public sealed class TopicFollower(INodeWire wire, TopicFeed feed) : IHostedService, IDisposable
{
    private IDisposable? _heard;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _heard = wire.Hear(TopicInterceptor.Topic, (_, text) => feed.Publish([.. text.Split(';').Select(LiveTopic.Read).OfType<LiveTopic>()]));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _heard?.Dispose();
}
