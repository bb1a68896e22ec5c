using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Features.Broadcasting;

/// <summary><c>/hubs/desk</c>, for other programs: join queues, be told after each commit, resume where one stopped.</summary>
/// <remarks>Queues are named <c>all</c>, <c>unassigned</c>, <c>area:3</c>, <c>queue:2</c>, <c>owner:5</c> and <c>counters</c>.</remarks>
[Authorize(AtLeast.Program)]
public sealed class DeskHub(Listeners listeners, LogReader log) : Hub<IDeskClient>
{
    /// <summary>Further behind than this, one reads the tickets anew instead.</summary>
    private const int MostMissed = 100_000;

    /// <summary>Joins the queue of an area; null joins the whole desk's.</summary>
    /// <returns>The number after which events are told: what came up to it is in what the interface answers from now on.</returns>
    public Task<long> Join(int? areaId) => BeginAsync([NameOf(areaId)]);

    public Task Leave(int? areaId) => LeaveQueue(NameOf(areaId));

    /// <summary>Joins a queue by its name.</summary>
    /// <inheritdoc cref="Join"/>
    public Task<long> JoinQueue(string queue) => BeginAsync([queue]);

    public Task LeaveQueue(string queue)
    {
        listeners.Of(Context).Leave(Read(queue));
        return Task.CompletedTask;
    }

    /// <summary>Joins queues and is told first of all that happened in them after an event, as if one had never been away. Call it before any other join.</summary>
    /// <param name="after">Number of the last event that was heard.</param>
    /// <returns>How many events of the whole desk lie between.</returns>
    /// <exception cref="HubException">Too much was missed, or there never was such an event: read the tickets anew, and join.</exception>
    public async Task<long> Resume(IReadOnlyList<string> queues, long after)
    {
        var wanted = queues.Select(Read).ToList();
        var end = await log.EndAsync(Context.ConnectionAborted);
        if (after < 0 || after > end) throw new HubException("There is no such event. Read the tickets anew, and join.");
        if (end - after > MostMissed) throw new HubException("Too much was missed. Read the tickets anew, and join.");
        if (!listeners.Of(Context).Begin(after, wanted)) throw new HubException("Resume before you join.");
        return end - after;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        listeners.Forget(Context);
        return base.OnDisconnectedAsync(exception);
    }

    private async Task<long> BeginAsync(IReadOnlyList<string> queues)
    {
        var wanted = queues.Select(Read).ToList();
        var end = await log.EndAsync(Context.ConnectionAborted);
        listeners.Of(Context).Begin(end, wanted);
        return end;
    }

    private static string NameOf(int? areaId) => areaId is { } area ? FormattableString.Invariant($"area:{area}") : "all";

    private static DeskQueue Read(string name) =>
        DeskQueue.Read(name) ?? throw new HubException("No such queue: all, unassigned, area:NUMBER, queue:NUMBER, owner:NUMBER or counters.");
}
