using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Forgets requests of programs and forms of the portal that nobody will send again, and the files that were held for such forms.</summary>
public sealed class ForgetRequests(DeskWriter writer, FileStore store)
{
    private const int Batch = 500;

    /// <summary>Who sent a form in its last moment still has its files.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <returns>How many requests and forms there were.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        while (await ForgetFilesAsync(asOf - Grace, cancel) == Batch)
        {
        }

        await writer.RunAsync(db => db.SentRequests.Where(request => request.KeptUntil < asOf).ExecuteDeleteAsync(cancel), cancel, forgotten => forgotten > 0);
        return await writer.RunAsync(db => db.SentForms.Where(form => form.KeptUntil != null && form.KeptUntil < asOf).ExecuteDeleteAsync(cancel), cancel, forgotten => forgotten > 0);
    }

    private async Task<int> ForgetFilesAsync(DateTimeOffset until, CancellationToken cancel)
    {
        var gone = await writer.RunAsync(async db =>
        {
            var ids = await db.HeldFiles.Where(file => file.KeptUntil < until).OrderBy(file => file.KeptUntil).Select(file => file.Id).Take(Batch).ToListAsync(cancel);
            await db.HeldFiles.Where(file => ids.Contains(file.Id)).ExecuteDeleteAsync(cancel);
            return ids;
        }, cancel, gone => gone.Count > 0);
        gone.ForEach(store.Remove);
        return gone.Count;
    }
}

/// <summary>Forgets all of it every few minutes.</summary>
public sealed class RequestForgetting(ForgetRequests forget, ForgetDrafts drafts, ForgetNotices notices, IDuty duty, TimeProvider clock, ILogger<RequestForgetting> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(10);

    protected override async Task RunAsync(DateTimeOffset asOf, CancellationToken stop)
    {
        await forget.RunAsync(asOf, stop);
        await drafts.RunAsync(asOf, stop);
        await notices.RunAsync(asOf, stop);
    }
}
