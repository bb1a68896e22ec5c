using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Filings;

public sealed record Choice(int Id, string Name);

/// <summary>What there is to choose from on the form.</summary>
public sealed record FilingChoices(IReadOnlyList<Choice> Areas, IReadOnlyList<Choice> Customers, IReadOnlyList<string> Topics)
{
    /// <summary>The regimes of law that a filing may name, the desk's own first.</summary>
    public IReadOnlyList<LegalRegime> Regimes { get; init; } = [];

    /// <summary>The house's own lists, and what it asks for by kind.</summary>
    public ClassificationBook Book { get; init; } = ClassificationBook.Empty;

    /// <summary>The house's own fields.</summary>
    public FieldBook Fields { get; init; } = FieldBook.Empty;
}

public sealed class ReadFilingChoices(IDbContextFactory<DeskDb> desk, SlaShelf shelf, ClassificationShelf classification, FieldShelf fields)
{
    /// <summary>Where the house has no list, topics are suggested from the newest tickets: what is asked about today is asked about again.</summary>
    private const int NewestTickets = 2_000;
    private const int Suggestions = 60;
    private const int CustomersListed = 500;

    public async Task<FilingChoices> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var areas = await db.Areas.Where(a => a.Active).OrderBy(a => a.Name).Select(a => new Choice(a.Id, a.Name)).ToListAsync(cancel);
        var customers = await db.Customers.OrderBy(c => c.Name).Select(c => new Choice(c.Id, c.Name)).Take(CustomersListed).ToListAsync(cancel);
        var book = await classification.BookAsync();
        var topics = book.Topics.Count > 0 ? [] : await WrittenAsync(db, cancel);
        return new(areas, customers, topics) { Regimes = (await shelf.BookAsync()).Law.Offered, Book = book, Fields = await fields.BookAsync() };
    }

    private static Task<List<string>> WrittenAsync(DeskDb db, CancellationToken cancel) =>
        db.Tickets.OrderByDescending(t => t.FiledAt).ThenByDescending(t => t.Id).Take(NewestTickets)
            .Where(t => t.Topic != null)
            .GroupBy(t => t.Topic!)
            .OrderByDescending(topic => topic.Count()).ThenBy(topic => topic.Key)
            .Select(topic => topic.Key).Take(Suggestions).ToListAsync(cancel);
}
