using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>That a ticket changed. Ask the interface for the rest: <c>GET /api/v1/tickets/{number}</c>.</summary>
public sealed record TicketChanged(string Number, int AreaId, int Version);

/// <summary>What outside clients are told.</summary>
public interface IDeskClient
{
    Task TicketChanged(TicketChanged change);
}

/// <summary><c>/hubs/desk</c>, for other programs: join a queue, be told after each commit.</summary>
[Authorize(AtLeast.Program)]
public sealed class DeskHub : Hub<IDeskClient>
{
    internal const string Everything = "queue";

    internal static string Area(int areaId) => string.Create(CultureInfo.InvariantCulture, $"queue:{areaId}");

    /// <summary>Joins the queue of an area; null joins the whole desk's.</summary>
    public Task Join(int? areaId) => Groups.AddToGroupAsync(Context.ConnectionId, areaId is { } id ? Area(id) : Everything, Context.ConnectionAborted);

    public Task Leave(int? areaId) => Groups.RemoveFromGroupAsync(Context.ConnectionId, areaId is { } id ? Area(id) : Everything, Context.ConnectionAborted);
}
