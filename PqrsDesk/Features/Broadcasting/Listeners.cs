using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>The programs that are connected to this node.</summary>
public sealed class Listeners(IHubContext<DeskHub, IDeskClient> hub, LogTail tail, LiveViews views, CountQueue counting, ILogger<Listeners> log)
{
    private readonly ConcurrentDictionary<string, Listener> _all = new();

    public int Count => _all.Count;

    internal Listener Of(HubCallerContext connection)
    {
        var listener = _all.GetOrAdd(connection.ConnectionId, id => new Listener(hub.Clients.Client(id), connection.Abort, tail, views, counting, log));

        // It may have gone between its call and this line; then nobody else would let it go.
        if (connection.ConnectionAborted.IsCancellationRequested) Forget(connection);
        return listener;
    }

    internal void Forget(HubCallerContext connection)
    {
        if (_all.TryRemove(connection.ConnectionId, out var listener)) listener.Dispose();
    }
}

public static class BroadcastingSetup
{
    public static IServiceCollection AddBroadcasting(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        services.AddSingleton<LogTail>().AddHostedService(all => all.GetRequiredService<LogTail>());
        return services.AddSingleton<Listeners>();
    }

    public static void MapBroadcasting(this IEndpointRouteBuilder routes) => routes.MapHub<DeskHub>(Ui.DeskUrls.Hub);
}
