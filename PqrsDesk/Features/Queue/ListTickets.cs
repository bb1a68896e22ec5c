using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Reads one page of the queue, by key in either direction.</summary>
public sealed class ListTickets(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    private static readonly Expression<Func<Ticket, QueueRow>> Row = t => new QueueRow(
        t.Id, t.Number, t.Kind, t.Subject, t.PetitionerName, t.Topic, t.Channel, t.AreaId, t.Area!.Name, t.OwnerId, t.Owner!.Name,
        t.Priority, t.Status, t.FiledAt, t.AnsweredAt, t.ClosedAt, t.NextDueAt, t.NextDueKind, t.BreachedAt != null,
        t.NextDueAt != null || t.Deadlines.Any(), t.Version, t.QueueAt);

    public async Task<QueuePageful> RunAsync(QueueView view, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var now = clock.GetUtcNow();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var matching = db.Tickets.AsNoTracking().Matching(view.Filter, now, book.Midnight(now));

        // One more than is told: to count a million costs more than to know that there are so many.
        int? total = view.Counted ? await matching.Take(QueuePageful.CountLimit + 1).CountAsync(cancel) : null;
        var page = await PageAsync(matching, view, cancel);

        // A step back that arrives at the start shows the whole first page, not what is left of it.
        if (view.Cursor is { Before: true } && page.Previous is null) page = await PageAsync(matching, view with { Cursor = null }, cancel);
        return page with { Total = total };
    }

    private static async Task<QueuePageful> PageAsync(IQueryable<Ticket> matching, QueueView view, CancellationToken cancel)
    {
        var (order, cursor) = (view.Filter.Sorted, view.Cursor);
        var backward = cursor is { Before: true };

        // One more than is shown tells whether there is another page.
        var rows = await matching.From(cursor).InOrder(order, backward).Take(view.Limit + 1).Select(Row).ToListAsync(cancel);
        var more = rows.Count > view.Limit;
        if (more) rows.RemoveAt(view.Limit);
        if (backward) rows.Reverse();
        var previous = rows.Count > 0 && (backward ? more : cursor is not null) ? QueueCursor.BeforeRow(rows[0], order) : null;
        var next = rows.Count > 0 && (backward || more) ? QueueCursor.After(rows[^1], order) : null;
        return new QueuePageful(rows, previous, next, null);
    }
}

internal static class QueueOrder
{
    public static IQueryable<Ticket> InOrder(this IQueryable<Ticket> tickets, TicketOrder order, bool backward) => (order, backward) switch
    {
        (TicketOrder.Due, false) => tickets.OrderBy(t => t.QueueAt).ThenBy(t => t.Id),
        (TicketOrder.Due, true) => tickets.OrderByDescending(t => t.QueueAt).ThenByDescending(t => t.Id),
        (TicketOrder.Newest, false) => tickets.OrderByDescending(t => t.FiledAt).ThenByDescending(t => t.Id),
        (TicketOrder.Newest, true) => tickets.OrderBy(t => t.FiledAt).ThenBy(t => t.Id),
        _ => throw new InvalidOperationException($"No such order: {order}."),
    };

    /// <remarks>The first condition of each is what the index is entered by; the second sorts out rows of one instant.</remarks>
    public static IQueryable<Ticket> From(this IQueryable<Ticket> tickets, QueueCursor? cursor)
    {
        if (cursor is null) return tickets;
        var (at, id) = (cursor.At, cursor.Id);
        return (cursor.Order, cursor.Before) switch
        {
            (TicketOrder.Due, false) => tickets.Where(t => t.QueueAt >= at && (t.QueueAt > at || t.Id > id)),
            (TicketOrder.Due, true) => tickets.Where(t => t.QueueAt <= at && (t.QueueAt < at || t.Id < id)),
            (TicketOrder.Newest, false) => tickets.Where(t => t.FiledAt <= at && (t.FiledAt < at || t.Id < id)),
            (TicketOrder.Newest, true) => tickets.Where(t => t.FiledAt >= at && (t.FiledAt > at || t.Id > id)),
            _ => throw new InvalidOperationException($"No such order: {cursor.Order}."),
        };
    }
}
