using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Receiving;

public sealed record Choice(int Id, string Name);

/// <summary>What there is to choose from at the counter.</summary>
/// <param name="Today">The desk's date.</param>
public sealed record ReceptionChoices(IReadOnlyList<Choice> Areas, IReadOnlyList<Choice> Branches, DateOnly Today)
{
    /// <summary>The house's own lists, and what it asks for by kind.</summary>
    public ClassificationBook Book { get; init; } = ClassificationBook.Empty;

    /// <summary>The house's own fields.</summary>
    public FieldBook Fields { get; init; } = FieldBook.Empty;
}

public sealed class ReadReceptionChoices(IDbContextFactory<DeskDb> desk, SlaShelf shelf, ClassificationShelf classification, FieldShelf fields, TimeProvider clock)
{
    public async Task<ReceptionChoices> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(
            await db.Areas.Where(area => area.Active).OrderBy(area => area.Name).Select(area => new Choice(area.Id, area.Name)).ToListAsync(cancel),
            await db.Branches.Where(branch => branch.Active).OrderBy(branch => branch.Name).Select(branch => new Choice(branch.Id, branch.Name)).ToListAsync(cancel),
            (await shelf.BookAsync()).DateOf(clock.GetUtcNow()))
        {
            Book = await classification.BookAsync(),
            Fields = await fields.BookAsync(),
        };
    }
}
