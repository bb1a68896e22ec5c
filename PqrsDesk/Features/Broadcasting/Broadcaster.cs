using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>Reads the feed and tells the hub's clients, in the order of the commits.</summary>
public sealed class Broadcaster(ITicketFeed feed, IHubContext<DeskHub, IDeskClient> hub, ILogger<Broadcaster> log) : BackgroundService
{
    /// <summary>Commits that may wait to be told. Beyond it the oldest are dropped: a client that fell behind asks again anyway.</summary>
    private const int Waiting = 4096;

    private readonly Channel<IReadOnlyList<TicketChange>> _commits = Channel.CreateBounded<IReadOnlyList<TicketChange>>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var subscription = feed.Subscribe(changes => _commits.Writer.TryWrite(changes));
        await foreach (var changes in _commits.Reader.ReadAllAsync(stop))
        {
            foreach (var change in changes) await TellAsync(new TicketChanged(change.Number, change.AreaId, change.Version));
        }
    }

    private async Task TellAsync(TicketChanged change)
    {
        try
        {
            await hub.Clients.Groups(DeskHub.Everything, DeskHub.Area(change.AreaId)).TicketChanged(change);
        }
        catch (Exception wrong)
        {
            // One message lost is better than all that would follow it.
            log.LogError(wrong, "The hub's clients could not be told of {Number}.", change.Number);
        }
    }
}

public static class BroadcastingSetup
{
    public static IServiceCollection AddBroadcasting(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddHostedService<Broadcaster>();
    }

    public static void MapBroadcasting(this IEndpointRouteBuilder routes) => routes.MapHub<DeskHub>(Ui.DeskUrls.Hub);
}
