using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Counts what a filter lets through, for whoever has it in the side bar: one question for all of them.</summary>
public sealed class CountTickets(SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Up to here they are counted; a bar of thousands says that it is long, and no more.</summary>
    public const int Most = 999;

    /// <summary>A side bar is glanced at: it may be a second behind the list.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);

    /// <summary>What is open is counted: it is the work that is left. To find the few of a kind among all that ever was, all of it would be read.</summary>
    public static bool CanCount(TicketFilter filter) => filter is { Scope: TicketScope.Open, AsOf: null };

    /// <param name="filter">Already resolved with <see cref="TicketFilter.For"/>. The order is nothing to a count.</param>
    public LiveQuestion<TicketCount> Question(TicketFilter filter) => new(new Counted(filter with { Order = TicketOrder.Due }), (db, cancel) => RunAsync(db, filter, cancel))
    {
        Calm = Calm,
        Every = filter.FollowsTheClock ? CountQueue.Every : null,
        Concerns = filter.Concerns,
        Topics = filter.Topics(),
    };

    public async Task<TicketCount> RunAsync(DeskDb db, TicketFilter filter, CancellationToken cancel) =>
        await (await Matched.OfAsync(db, filter, await shelf.BookAsync(), clock.GetUtcNow(), cancel)).CountAsync(db, Most, cancel);

    private sealed record Counted(TicketFilter Filter);
}
