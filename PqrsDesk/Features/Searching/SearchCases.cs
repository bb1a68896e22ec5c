using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Features.Searching;

/// <summary>What is looked for.</summary>
/// <param name="Place">Null: from the best.</param>
public sealed record SearchAsk(string? Text, SearchPlace? Place = null, int Limit = SearchAsk.PageSize, TicketStatus? Status = null, TicketKind? Kind = null)
{
    public const int PageSize = 20;
    public const int MostRows = 100;

    public bool Narrowed => Status is not null || Kind is not null;
}

/// <summary>One ticket found.</summary>
/// <param name="PetitionerName">Null: anonymous.</param>
/// <param name="Excerpt">Where in its texts the words stand; null when all of them stand in its head.</param>
public sealed record SearchHit(
    string Number, TicketKind Kind, string Subject, string? PetitionerName, string Area, TicketStatus Status, DateTimeOffset FiledAt, Excerpt? Excerpt)
{
    /// <summary>There is a petitioner, who is kept from those who work the case.</summary>
    public bool ReservedIdentity { get; init; }
}

/// <summary>One page of what was found.</summary>
/// <param name="Query">What was understood of what was typed.</param>
/// <param name="Count">Of all pages; null beyond the first page and where it is narrowed.</param>
/// <param name="Building">How far the index is built, in percent; null: whole.</param>
public sealed record SearchAnswer(WordQuery Query, IReadOnlyList<SearchHit> Hits, SearchPlace? Next, SearchCount? Count, int? Building);

/// <summary>Finds tickets by words, and says of each where they stand.</summary>
public sealed class SearchCases(IDbContextFactory<DeskDb> desk, ITicketSearch search, BuildSearch build)
{
    public async Task<SearchAnswer> RunAsync(SearchAsk ask, Reader reader, CancellationToken cancel)
    {
        var query = WordQuery.Read(ask.Text);
        var progress = await build.ProgressAsync(cancel);
        int? building = progress.Done ? null : progress.Percent;
        if (query.IsEmpty) return new(query, [], null, null, building);
        var finds = await search.FindAsync(query, reader, tickets => Narrow(tickets, ask), ask.Place, ask.Limit, cancel);
        var count = ask.Place is not null || ask.Narrowed ? null
            : finds.Next is null ? new SearchCount(finds.Ids.Count, false)
            : await search.CountAsync(query, reader, cancel);
        return new(query, await HitsAsync(query, finds.Ids, cancel), finds.Next, count, building);
    }

    private static IQueryable<Ticket> Narrow(IQueryable<Ticket> tickets, SearchAsk ask)
    {
        if (ask.Status is { } status) tickets = tickets.Where(t => t.Status == status);
        if (ask.Kind is { } kind) tickets = tickets.Where(t => t.Kind == kind);
        return tickets;
    }

    private async Task<List<SearchHit>> HitsAsync(WordQuery query, IReadOnlyList<long> found, CancellationToken cancel)
    {
        if (found.Count == 0) return [];
        var ids = found.ToArray();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var tickets = await db.Tickets.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.Id))
            .Select(t => new { t.Id, t.Number, t.Kind, t.Subject, t.PetitionerName, t.ReservedIdentity, Area = t.Area!.Name, t.Status, t.FiledAt }).ToDictionaryAsync(t => t.Id, cancel);
        var log = (await db.Events.AsNoTracking().Where(line => EF.Parameter(ids).Contains(line.TicketId))
            .OrderBy(line => line.TicketId).ThenBy(line => line.Sequence).ToListAsync(cancel)).ToLookup(line => line.TicketId, line => line.Event);
        return
        [
            .. ids.Where(tickets.ContainsKey).Select(id => tickets[id]).Select(t => new SearchHit(
                t.Number, t.Kind, t.Subject, t.PetitionerName, t.Area, t.Status, t.FiledAt, Excerpt.Of(query, $"{t.Number} {t.Subject} {t.PetitionerName}", log[t.Id])) { ReservedIdentity = t.ReservedIdentity }),
        ];
    }
}
