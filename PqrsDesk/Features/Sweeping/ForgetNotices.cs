using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Forgets old notices, read or not: what they told of stays in the log of the case.</summary>
public sealed class ForgetNotices(DeskWriter writer)
{
    private const int Batch = 1_000;

    /// <returns>How many there were.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        // Those of before their time was kept are counted from now on.
        await writer.RunAsync(db => db.Notices.Where(notice => notice.At == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.At, asOf), cancel), cancel, changed => changed > 0);
        var old = asOf - Notice.Kept;
        for (var all = 0; ;)
        {
            var gone = await writer.RunAsync(async db =>
            {
                var ids = await db.Notices.Where(notice => notice.At < old).OrderBy(notice => notice.At).Select(notice => notice.Id).Take(Batch).ToListAsync(cancel);
                return ids.Count == 0 ? 0 : await db.Notices.Where(notice => ids.Contains(notice.Id)).ExecuteDeleteAsync(cancel);
            }, cancel, gone => gone > 0);
            all += gone;
            if (gone < Batch) return all;
        }
    }
}
