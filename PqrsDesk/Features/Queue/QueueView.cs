using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Features.Queue;

/// <summary>What of the queue is looked at. A value: equal views are one query, whoever watches.</summary>
/// <param name="Filter">Already resolved with <see cref="TicketFilter.For"/>.</param>
/// <param name="Cursor">Null: from the start.</param>
/// <param name="Limit">Rows of a page.</param>
/// <param name="Counted">Whether the number of all matching tickets is wanted too.</param>
/// <param name="WithFields">Whether the rows say what the house's own fields do.</param>
public sealed record QueueView(TicketFilter Filter, QueueCursor? Cursor = null, int Limit = QueueView.PageSize, bool Counted = false, bool WithFields = false)
{
    public const int PageSize = 50;

    /// <inheritdoc cref="FilterConcerns.Concerns"/>
    public bool Concerns(TicketChange change) => Filter.Concerns(change);
}

internal static class FilterConcerns
{
    /// <summary>Whether a change may alter what the filter shows. A ticket that changed hands may have been there before.</summary>
    public static bool Concerns(this TicketFilter filter, TicketChange change) =>
        change.Moved
        || ((filter.HolderId is null || filter.HolderId == change.OwnerId)
            && (filter.Match == FilterMatch.Any || (filter.OwnerId?.Holds(change.OwnerId ?? TicketFilter.Nobody) != false && filter.AreaId?.Holds(change.AreaId) != false)));

    /// <summary>What it reads beside the cases themselves.</summary>
    public static IReadOnlyList<LiveTopic> Topics(this TicketFilter filter) => filter.FollowerId is { } follower ? [LiveTopic.Followed(follower)] : [];
}

/// <summary>One page of the queue.</summary>
/// <param name="Previous">Null on the first page.</param>
/// <param name="Next">Null on the last page.</param>
/// <param name="Total">Of all pages; null when it was not asked for.</param>
/// <param name="OrMore">There are at least <paramref name="Total"/>: beyond <see cref="CountLimit"/>, and of words that very many tickets have, nobody counts to the end.</param>
public sealed record QueuePageful(IReadOnlyList<QueueRow> Rows, QueueCursor? Previous, QueueCursor? Next, int? Total, bool OrMore = false)
{
    public const int CountLimit = 10_000;

    public static QueuePageful None { get; } = new([], null, null, null);
}
