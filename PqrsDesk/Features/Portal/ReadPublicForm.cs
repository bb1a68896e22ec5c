using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <summary>What the form offers.</summary>
/// <param name="Policy">How personal data are treated, as it is in force; null where nothing was published.</param>
public sealed record PublicFormOffer(IReadOnlyList<(string Key, string Name)> Branches, (int Version, string Text, DateTimeOffset PublishedAt)? Policy)
{
    /// <summary>The house's own lists, and what it asks for by kind.</summary>
    public ClassificationBook Book { get; init; } = ClassificationBook.Empty;

    /// <summary>Those of its own fields that citizens are asked for.</summary>
    public FieldBook Fields { get; init; } = FieldBook.Empty;
}

public sealed class ReadPublicForm(IDbContextFactory<DeskDb> desk, ClassificationShelf classification, FieldShelf fields)
{
    public async Task<PublicFormOffer> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var branches = await db.Branches.Where(branch => branch.Active).OrderBy(branch => branch.Name).Select(branch => new { branch.Key, branch.Name }).ToListAsync(cancel);
        var policy = await db.DataPolicies.AsNoTracking().OrderByDescending(each => each.Version).FirstOrDefaultAsync(cancel);
        return new([.. branches.Select(branch => (branch.Key, branch.Name))], policy is null ? null : (policy.Version, policy.Text, policy.PublishedAt)) { Book = await classification.BookAsync(), Fields = (await fields.BookAsync()).AskedBy(FilledBy.Citizen) };
    }
}
