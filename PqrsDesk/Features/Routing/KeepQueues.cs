using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Routing;

/// <summary>Makes, renames and retires the queues of areas. What is in a queue that is retired stays in it.</summary>
public sealed class KeepQueues(DeskWriter writer, RoutingShelf shelf)
{
    /// <param name="id">Null: a new one, of the area <paramref name="areaId"/>.</param>
    public async Task<RoutingSaved> SaveAsync(int? id, int areaId, string name, bool active, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return RoutingProblem.NotAllowed;
        var saved = await writer.RunAsync(db => SaveAsync(db, id, areaId, name.Trim(), active, cancel), cancel, saved => saved.Problem is null);
        if (saved.Problem is null) shelf.Refresh();
        return saved;
    }

    private static async Task<RoutingSaved> SaveAsync(DeskDb db, int? id, int areaId, string name, bool active, CancellationToken cancel)
    {
        var queues = await db.WorkQueues.ToListAsync(cancel);
        var queue = queues.Find(each => each.Id == id);
        if (id is not null && queue is null) return RoutingProblem.QueueUnknown;
        if (queue is not null) areaId = queue.AreaId;
        else if (!await db.Areas.AnyAsync(area => area.Id == areaId && area.Active, cancel)) return RoutingProblem.AreaUnknown;
        if (name.Length == 0) return RoutingProblem.NameMissing;
        if (name.Length > WorkQueue.NameLimit) return RoutingProblem.NameTooLong;
        if (queues.Exists(each => each.Id != id && each.AreaId == areaId && Ticket.Fold(each.Name) == Ticket.Fold(name))) return RoutingProblem.NameTaken;
        if (queue is null) db.WorkQueues.Add(queue = new WorkQueue { Name = name, AreaId = areaId });
        (queue.Name, queue.Active) = (name, active);
        await db.SaveChangesAsync(cancel);
        return RoutingSaved.Done(queue.Id);
    }
}
