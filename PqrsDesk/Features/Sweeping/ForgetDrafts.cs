using Microsoft.EntityFrameworkCore;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Forgets drafts that nobody came back to.</summary>
public sealed class ForgetDrafts(DeskWriter writer)
{
    /// <returns>How many there were.</returns>
    public Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        var old = asOf - Drafts.Kept;
        return writer.RunAsync(db => db.Drafts.Where(draft => draft.ChangedAt < old).ExecuteDeleteAsync(cancel), cancel, forgotten => forgotten > 0);
    }
}
