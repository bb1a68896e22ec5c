using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Takes files off the disk that nothing names: a node went away while they came, or before it could take them back.</summary>
/// <remarks>
/// One of the store's 256 folders at a time, told by the clock alone, so that any node goes on where another stopped. Only
/// what has lain there for a day is looked at: what is younger may be about to be named.
/// </remarks>
public sealed class SweepFiles(IDbContextFactory<DeskDb> desk, FileStore store, ILogger<SweepFiles> log)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private const int Chunk = 500;

    /// <summary>Of one round.</summary>
    private const int Most = 20_000;

    /// <returns>How many were taken off.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        var swept = 0;
        foreach (var ids in store.OlderThan(asOf - Age, (int)(asOf.UtcTicks / Every.Ticks % FileStore.Folders)).Take(Most).Chunk(Chunk))
        {
            foreach (var id in ids.Except(await NamedAsync(ids, cancel)))
            {
                store.Remove(id);
                swept++;
            }
        }

        if (swept > 0) log.LogInformation("{Count} files that nothing named were taken off the disk.", swept);
        return swept;
    }

    private async Task<List<Guid>> NamedAsync(Guid[] ids, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return
        [
            .. await db.Files.Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancel),
            .. await db.HeldFiles.Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancel),
            .. await db.ReceivedMails.Where(mail => ids.Contains(mail.FileId)).Select(mail => mail.FileId).ToListAsync(cancel),
        ];
    }
}

/// <summary>All of them come round within a day.</summary>
public sealed class FileSweeping(SweepFiles sweep, IDuty duty, TimeProvider clock, ILogger<FileSweeping> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => SweepFiles.Every;

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => sweep.RunAsync(asOf, stop);
}
