using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Reads one page of the queue, by key in either direction.</summary>
public sealed class ListTickets(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    internal static readonly Expression<Func<Ticket, QueueRow>> Row = t => new QueueRow(
        t.Id, t.Number, t.Kind, t.Subject, t.PetitionerName, t.Topic, t.Channel, t.AreaId, t.Area!.Name, t.OwnerId, t.Owner!.Name,
        t.Priority, t.Status, t.FiledAt, t.AnsweredAt, t.ClosedAt, t.NextDueAt, t.NextDueKind, t.BreachedAt != null,
        t.NextDueAt != null || t.Deadlines.Any(), t.Version, t.QueueAt)
    {
        ReservedIdentity = t.ReservedIdentity,
        SnoozedUntil = t.SnoozedUntil,
        SendAt = t.SendAt,
        WorkQueue = t.WorkQueue!.Name,
        Product = t.Product,
        ChangedAt = t.ChangedAt,
    };

    /// <summary>The same with what the house's own fields say: who does not show it does not read it.</summary>
    private static readonly Expression<Func<Ticket, QueueRow>> RowWithFields = WithFile(Row);

    internal static Expression<Func<Ticket, QueueRow>> RowOf(bool withFields) => withFields ? RowWithFields : Row;

    /// <summary>Those of some numbers, as lists show them.</summary>
    public async Task<IReadOnlyList<QueueRow>> OfAsync(IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.AsNoTracking().Where(t => numbers.Contains(t.Number)).InOrder(TicketOrder.Due, backward: false).Select(RowWithFields).ToListAsync(cancel);
    }

    public LiveQuestion<QueuePageful> Question(QueueView view) => new(view, (db, cancel) => RunAsync(db, view, cancel))
    {
        Every = view.Filter.FollowsTheClock ? CountQueue.Every : null,
        Concerns = view.Concerns,
        Topics = view.Filter.Topics(),
    };

    public async Task<QueuePageful> RunAsync(QueueView view, CancellationToken cancel)
    {
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel, fixedNow: false);
        return await RunAsync(snapshot.Db, view, cancel);
    }

    private async Task<QueuePageful> RunAsync(DeskDb db, QueueView view, CancellationToken cancel)
    {
        var matched = await Matched.OfAsync(db, view.Filter, await shelf.BookAsync(), clock.GetUtcNow(), cancel);
        var page = await PageAsync(view, at => matched.Walked is { } words ? WalkAsync(db, matched.Tickets, words, at, cancel) : PageAsync(matched.Tickets, at, cancel));
        if (!view.Counted) return page;
        var count = await matched.CountAsync(db, QueuePageful.CountLimit, cancel);
        return page with { Total = Math.Max(count.Number, matched.Walked is null ? 0 : page.Rows.Count), OrMore = count.OrMore };
    }

    private static async Task<QueuePageful> PageAsync(QueueView view, Func<QueueView, Task<QueuePageful>> read)
    {
        var page = await read(view);

        // A step back that arrives at the start shows the whole first page, not what is left of it.
        return view.Cursor is { Before: true } && page.Previous is null ? await read(view with { Cursor = null }) : page;
    }

    private static async Task<QueuePageful> PageAsync(IQueryable<Ticket> matching, QueueView view, CancellationToken cancel)
    {
        // One more than is shown tells whether there is another page.
        var backward = view.Cursor is { Before: true };
        return Pageful(view, await matching.From(view.Cursor).InOrder(view.Filter.Sorted, backward).Take(view.Limit + 1).Select(RowOf(view.WithFields)).ToListAsync(cancel));
    }

    /// <summary>Of words that very many tickets have: down the queue's own order, each ticket asked whether it has them.</summary>
    private static async Task<QueuePageful> WalkAsync(DeskDb db, IQueryable<Ticket> matching, QueueWords words, QueueView view, CancellationToken cancel)
    {
        var ids = (await words.WalkAsync(db, matching, view.Filter.Sorted, view.Cursor, view.Limit + 1, int.MaxValue, cancel)).Ids.ToArray();
        var backward = view.Cursor is { Before: true };
        return Pageful(view, await matching.Where(t => EF.Parameter(ids).Contains(t.Id)).InOrder(view.Filter.Sorted, backward).Select(RowOf(view.WithFields)).ToListAsync(cancel));
    }

    private static Expression<Func<Ticket, QueueRow>> WithFile(Expression<Func<Ticket, QueueRow>> row)
    {
        var made = (MemberInitExpression)row.Body;
        var file = Expression.Bind(typeof(QueueRow).GetProperty(nameof(QueueRow.CaseFile))!, Expression.Property(row.Parameters[0], nameof(Ticket.CaseFile)));
        return Expression.Lambda<Func<Ticket, QueueRow>>(made.Update(made.NewExpression, made.Bindings.Append(file)), row.Parameters);
    }

    private static QueuePageful Pageful(QueueView view, List<QueueRow> rows)
    {
        var (order, cursor) = (view.Filter.Sorted, view.Cursor);
        var backward = cursor is { Before: true };
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
