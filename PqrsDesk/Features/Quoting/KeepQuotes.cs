using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Quoting;

/// <summary>Keeps quotes: drafts, their sending, what was said of them, and their revisions.</summary>
public sealed class KeepQuotes(DeskWriter writer, WorkQuotes work, IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Who keeps quotes, at least.</summary>
    public const Role Needs = Role.Lead;

    /// <summary>Who sees what a service costs and what is left of its price, at least. The price itself everybody may know.</summary>
    public const Role SeesCost = Role.Lead;

    /// <param name="id">A draft that is changed; null: a new one.</param>
    /// <param name="seen">Its version that was before the eyes of whoever saves.</param>
    public async Task<QuoteOutcome> SaveAsync(QuoteDraft draft, int? id, int? seen, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Needs)) return PriceProblemCode.NotAllowed;
        var kept = id is { } number ? await ContentAsync(number, cancel) : null;
        if (id is not null && kept is null) return PriceProblemCode.QuoteUnknown;
        var (worked, known) = await work.RunAsync(draft.Factors, draft.Plans, draft.Platforms, kept?.ModelVersion == draft.ModelVersion ? kept : null, cancel);

        // What stood on the screen was worked out by another model: nobody keeps a price that they did not see.
        if (draft.ModelVersion is { } before && worked.ModelVersion != before) return PriceProblemCode.ChangedMeanwhile;
        var validUntil = draft.ValidUntil ?? known.ValidUntil;
        var problems = worked.Problems.Concat(Refuse(draft, validUntil, known.Today)).ToList();
        if (problems.Count > 0) return new(null, problems);
        var content = new QuoteContent(worked.ModelVersion, worked.Model, worked.Year, draft.Factors, worked.Sheets)
        {
            Platforms = known.Quoted(draft.Platforms),
            Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
        };
        return await WriteAsync(async db =>
        {
            var name = draft.For.Trim();
            var customer = await db.Customers.Where(each => each.Name == name).Select(each => (int?)each.Id).FirstOrDefaultAsync(cancel);
            if (id is not { } changed) return await AddAsync(db, customer, name, validUntil, content, known.Today, by, cancel);
            var quote = await db.Quotes.SingleAsync(each => each.Id == changed, cancel);
            if (seen is { } version && quote.Version != version) return PriceProblemCode.ChangedMeanwhile;
            return quote.Change(customer, name, validUntil, content) is { } wrong ? wrong : QuoteOutcome.Done(quote.Id);
        }, cancel);
    }

    public Task<QuoteOutcome> SendAsync(int id, Actor by, CancellationToken cancel) => ChangeAsync(id, by, (quote, today, now) => quote.Send(today, now), cancel);

    public Task<QuoteOutcome> RejectAsync(int id, string? reason, Actor by, CancellationToken cancel) => ChangeAsync(id, by, (quote, _, now) => quote.Reject(reason, by, now), cancel);

    /// <summary>Another draft under the same number, beside those before it.</summary>
    public async Task<QuoteOutcome> ReviseAsync(int id, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Needs)) return PriceProblemCode.NotAllowed;
        var (today, now) = await NowAsync(by);
        var book = await shelf.BookAsync();
        return await WriteAsync(async db =>
        {
            await LockAsync(db, cancel);
            if (await db.Quotes.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancel) is not { } quote) return PriceProblemCode.QuoteUnknown;
            if (quote.State == QuoteState.Accepted) return PriceProblemCode.NotOpen;
            var last = await db.Quotes.Where(each => each.Year == quote.Year && each.Sequence == quote.Sequence).MaxAsync(each => each.Revision, cancel);
            if (last != quote.Revision) return PriceProblemCode.Replaced;
            var next = quote.Revise(last, book.Calendar(book.LegalCalendarVersionId).AddBusinessDays(today, (int)quote.Content.Model[PriceParameter.ValidityDays]), by, now);
            db.Quotes.Add(next);
            await db.SaveChangesAsync(cancel);
            return QuoteOutcome.Done(next.Id);
        }, cancel);
    }

    internal static async Task<bool> IsReplacedAsync(DeskDb db, Quote quote, CancellationToken cancel) =>
        await db.Quotes.AnyAsync(each => each.Year == quote.Year && each.Sequence == quote.Sequence && each.Revision > quote.Revision, cancel);

    private async Task<QuoteOutcome> ChangeAsync(int id, Actor by, Func<Quote, DateOnly, DateTimeOffset, PriceProblem?> verb, CancellationToken cancel)
    {
        if (!by.Is(Needs)) return PriceProblemCode.NotAllowed;
        var (today, now) = await NowAsync(by);
        return await WriteAsync(async db =>
        {
            if (await db.Quotes.FirstOrDefaultAsync(each => each.Id == id, cancel) is not { } quote) return PriceProblemCode.QuoteUnknown;
            if (await IsReplacedAsync(db, quote, cancel)) return PriceProblemCode.Replaced;
            return verb(quote, today, now) is { } wrong ? wrong : QuoteOutcome.Done(id);
        }, cancel);
    }

    private async Task<QuoteOutcome> AddAsync(DeskDb db, int? customer, string name, DateOnly validUntil, QuoteContent content, DateOnly today, Actor by, CancellationToken cancel)
    {
        await LockAsync(db, cancel);
        var quote = new Quote
        {
            Year = today.Year,
            Sequence = 1 + (await db.Quotes.Where(each => each.Year == today.Year).MaxAsync(each => (int?)each.Sequence, cancel) ?? 0),
            CustomerId = customer,
            For = name,
            ValidUntil = validUntil,
            Content = content,
            MadeAt = (await NowAsync(by)).Now,
            MadeBy = by.Name,
        };
        db.Quotes.Add(quote);
        await db.SaveChangesAsync(cancel);
        return QuoteOutcome.Done(quote.Id);
    }

    private static IEnumerable<PriceProblem> Refuse(QuoteDraft draft, DateOnly validUntil, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(draft.For)) yield return new(PriceProblemCode.CustomerMissing, "For");
        else if (draft.For.Trim().Length > Quote.NameLimit) yield return PriceProblem.Of(PriceProblemCode.TextTooLong, "For", Quote.NameLimit);
        if (draft.Note?.Trim().Length > QuoteContent.NoteLimit) yield return PriceProblem.Of(PriceProblemCode.TextTooLong, "Note", QuoteContent.NoteLimit);
        if (validUntil < today) yield return new(PriceProblemCode.ValidityPast, "ValidUntil");
        if (validUntil > today.AddDays(Quote.LongestValidity)) yield return PriceProblem.Of(PriceProblemCode.ValidityFar, "ValidUntil", Quote.LongestValidity);
    }

    private async Task<QuoteOutcome> WriteAsync(Func<DeskDb, Task<QuoteOutcome>> change, CancellationToken cancel)
    {
        try
        {
            return await writer.RunAsync(change, cancel, outcome => outcome.Succeeded);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PriceProblemCode.ChangedMeanwhile;
        }
    }

    private async Task<(DateOnly Today, DateTimeOffset Now)> NowAsync(Actor by)
    {
        var moment = Moment.Of(clock.GetUtcNow(), (await shelf.BookAsync()).Zone, by);
        return (moment.On, moment.At);
    }

    private async Task<QuoteContent?> ContentAsync(int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Quotes.Where(quote => quote.Id == id).Select(quote => quote.Content).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Two that save at once get two numbers. SQLite has one writer anyhow.</summary>
    internal static async Task LockAsync(DeskDb db, CancellationToken cancel)
    {
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-quotes'))", cancel);
    }
}
