using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>What the forms of many rows offer to choose from.</summary>
public sealed record BulkChoices(IReadOnlyList<AreaName> Causes, ClassificationBook Classes);

public sealed class ReadBulkChoices(IDbContextFactory<DeskDb> desk, ClassificationShelf classification)
{
    public async Task<BulkChoices> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(
            await db.PauseCauses.Where(cause => cause.Active).OrderBy(cause => cause.Id).Select(cause => new AreaName(cause.Id, cause.Name)).ToListAsync(cancel),
            await classification.BookAsync());
    }
}
