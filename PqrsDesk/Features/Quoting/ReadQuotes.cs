using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Quoting;

/// <summary>A quote in a list.</summary>
/// <param name="State">As it is today.</param>
public sealed record QuoteLine(int Id, string Number, string For, int? CustomerId, QuoteState State, DateOnly ValidUntil, Money From, Money To, DateTimeOffset MadeAt, string MadeBy);

/// <param name="Next">Before which quote the list goes on; null on the last page.</param>
public sealed record QuoteList(IReadOnlyList<QuoteLine> Lines, int? Next);

/// <summary>A quote with what stands around it.</summary>
/// <param name="Revisions">All under its number, the newest first.</param>
/// <param name="NewestModel">Number of the model's version that holds now.</param>
/// <param name="ContractNumber">Of the contract that came of it.</param>
public sealed record QuoteSight(Quote Quote, QuoteState State, DateOnly Today, IReadOnlyList<QuoteLine> Revisions, int NewestModel, string? ContractNumber)
{
    public bool IsReplaced => Revisions.Count > 0 && Revisions[0].Id != Quote.Id;
}

/// <summary>Reads quotes.</summary>
public sealed class ReadQuotes(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="state">As it is today; null: any.</param>
    /// <param name="sought">A part of the name or of the number; null: all.</param>
    /// <param name="before">Those that were made before this one.</param>
    public async Task<QuoteList> ListAsync(QuoteState? state, string? sought, int? customer, int? before, int limit, CancellationToken cancel)
    {
        var today = await TodayAsync();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var quotes = OfState(db.Quotes.AsNoTracking(), state, today);
        if (customer is { } id) quotes = quotes.Where(quote => quote.CustomerId == id);
        if (before is { } last) quotes = quotes.Where(quote => quote.Id < last);
        var words = sought?.Trim() is { Length: > 0 } typed ? Ticket.Fold(Texts.Cut(typed, Quote.NameLimit)) : null;
        if (words is not null)
        {
            var (year, sequence) = Number(words);
            quotes = quotes.Where(quote => quote.ForKey.Contains(words) || (quote.Year == year && quote.Sequence == sequence));
        }

        var rows = await Lines(quotes.OrderByDescending(quote => quote.Id).Take(limit + 1), today, cancel);
        return new([.. rows.Take(limit)], rows.Count > limit ? rows[limit - 1].Id : null);
    }

    public async Task<QuoteSight?> OneAsync(int id, CancellationToken cancel)
    {
        var today = await TodayAsync();
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Quotes.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancel) is not { } quote) return null;
        var revisions = await Lines(db.Quotes.AsNoTracking().Where(each => each.Year == quote.Year && each.Sequence == quote.Sequence).OrderByDescending(each => each.Revision), today, cancel);
        var contract = quote.ContractId is null ? null : await db.Contracts.Where(each => each.Id == quote.ContractId).Select(each => each.Number).FirstOrDefaultAsync(cancel);
        return new(quote, quote.StateOn(today), today, revisions, await db.PriceModels.MaxAsync(version => (int?)version.Id, cancel) ?? 0, contract);
    }

    private async Task<DateOnly> TodayAsync() => (await shelf.BookAsync()).DateOf(clock.GetUtcNow());

    /// <summary>As <see cref="Quote.StateOn"/> says it.</summary>
    private static IQueryable<Quote> OfState(IQueryable<Quote> quotes, QuoteState? state, DateOnly today) => state switch
    {
        null => quotes,
        QuoteState.Expired => quotes.Where(quote => quote.State == QuoteState.Sent && quote.ValidUntil < today),
        QuoteState.Sent => quotes.Where(quote => quote.State == QuoteState.Sent && quote.ValidUntil >= today),
        { } known => quotes.Where(quote => quote.State == known),
    };

    private static async Task<List<QuoteLine>> Lines(IQueryable<Quote> quotes, DateOnly today, CancellationToken cancel)
    {
        var rows = await quotes.Select(quote => new { quote.Id, quote.Year, quote.Sequence, quote.Revision, quote.For, quote.CustomerId, quote.State, quote.ValidUntil, quote.PriceFrom, quote.PriceTo, quote.Currency, quote.MadeAt, quote.MadeBy }).ToListAsync(cancel);
        return [.. rows.Select(row => new QuoteLine(
            row.Id, Quote.NumberOf(row.Year, row.Sequence, row.Revision), row.For, row.CustomerId, row.State == QuoteState.Sent && today > row.ValidUntil ? QuoteState.Expired : row.State,
            row.ValidUntil, new(row.PriceFrom, row.Currency), new(row.PriceTo, row.Currency), row.MadeAt, row.MadeBy))];
    }

    /// <summary><c>cot-2026-0012</c> or the beginning of a revision's; none: no quote has such a year.</summary>
    private static (int Year, int Sequence) Number(string typed) =>
        typed.Split('-') is ["cot", var year, var sequence, ..] && int.TryParse(year, out var of) && int.TryParse(sequence, out var at) ? (of, at) : (0, 0);
}
