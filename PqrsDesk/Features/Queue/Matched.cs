using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>How many there are.</summary>
/// <param name="OrMore">There are more, and nobody counted on.</param>
public sealed record TicketCount(int Number, bool OrMore);

/// <summary>What a filter lets through, as a query.</summary>
/// <param name="Tickets">Without the words, where they are walked.</param>
/// <param name="Walked">Words that very many tickets have: each ticket is asked for them by itself.</param>
internal sealed record Matched(TicketFilter Filter, IQueryable<Ticket> Tickets, QueueWords? Walked)
{
    public static async Task<Matched> OfAsync(DeskDb db, TicketFilter filter, SlaBook book, DateTimeOffset now, CancellationToken cancel)
    {
        var matching = await db.Tickets.AsNoTracking().Matching(filter with { Text = null }, now, book.Midnight(now)).BeginWithFewAsync(db, filter, now, cancel);
        if (filter.Words is not { } typed) return new(filter, matching, null);
        var words = await QueueWords.AskAsync(db, typed, cancel);
        return words.Few ? new(filter, words.Among(matching), null) : new(filter, matching, words);
    }

    /// <param name="most">Where they are counted one by one. One more than is told is looked for: to count a million costs more than to know that there are so many.</param>
    public async Task<TicketCount> CountAsync(DeskDb db, int most, CancellationToken cancel)
    {
        if (CountQueue.TallyOf(db, Filter) is { } tally) return new(await tally.SumAsync(cancel), false);
        if (Walked is null) return await CountRowsAsync(most, cancel);
        var (total, orMore) = await Walked.CountAsync(db, Tickets, Filter.Sorted, cancel);
        return orMore ? new(Math.Min(total, most), true) : Bounded(total, most);
    }

    public async Task<TicketCount> CountRowsAsync(int most, CancellationToken cancel) => Bounded(await Tickets.Take(most + 1).CountAsync(cancel), most);

    private static TicketCount Bounded(int number, int most) => new(Math.Min(number, most), number > most);
}
