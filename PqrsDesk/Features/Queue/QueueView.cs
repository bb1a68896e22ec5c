using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>What of the queue is looked at. A value: equal views are one query, whoever watches.</summary>
/// <param name="Filter">Already resolved with <see cref="TicketFilter.For"/>.</param>
/// <param name="Cursor">Null: from the start.</param>
/// <param name="Limit">Rows of a page.</param>
/// <param name="Counted">Whether the number of all matching tickets is wanted too.</param>
public sealed record QueueView(TicketFilter Filter, QueueCursor? Cursor = null, int Limit = QueueView.PageSize, bool Counted = false)
{
    public const int PageSize = 50;
}

/// <summary>One page of the queue.</summary>
/// <param name="Previous">Null on the first page.</param>
/// <param name="Next">Null on the last page.</param>
/// <param name="Total">Of all pages; null when it was not asked for. Beyond <see cref="CountLimit"/> there are more than that, and nobody counted how many.</param>
public sealed record QueuePageful(IReadOnlyList<QueueRow> Rows, QueueCursor? Previous, QueueCursor? Next, int? Total)
{
    public const int CountLimit = 10_000;

    public static QueuePageful None { get; } = new([], null, null, null);
}
