using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>Whether there is room for more files: on the disk, and within what the house gives to all of them.</summary>
/// <remarks>A full disk would take the database with it, and that is where filings are: so files stop coming before.</remarks>
public sealed class FileRoom(FileSettings limits, DeskSettings settings, IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    /// <summary>Counting all files is not done for each of them.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private DateTimeOffset _countedAt = DateTimeOffset.MinValue;
    private long _kept;

    /// <summary>The folder is made: before the first file it need not be there, and what is not there is on no disk.</summary>
    public long FreeBytes => new DriveInfo(Directory.CreateDirectory(settings.DataFolder).FullName).AvailableFreeSpace;

    public bool IsLow => FreeBytes < limits.Free;

    /// <summary>Asked again and again while a large file comes.</summary>
    public Refusal? RefuseByDisk() => IsLow ? new(RefusalCode.DiskLow, FileStore.Field, FileSettings.InMiB(limits.Free)) : null;

    /// <returns>Null when more may come.</returns>
    public async ValueTask<Refusal?> RefuseAsync(CancellationToken cancel)
    {
        if (RefuseByDisk() is { } low) return low;
        return limits.All is { } all && await KeptAsync(cancel) >= all ? new(RefusalCode.FilesFull, FileStore.Field, FileSettings.InMiB(all)) : null;
    }

    /// <summary>What came since the last count.</summary>
    internal void Add(long bytes)
    {
        lock (_gate) _kept += bytes;
    }

    private async ValueTask<long> KeptAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (now - _countedAt < Fresh) return _kept;
        }

        await using var db = await desk.CreateDbContextAsync(cancel);
        var kept = await db.Files.SumAsync(file => file.Bytes, cancel) + await db.HeldFiles.SumAsync(file => file.Bytes, cancel) + await db.ReceivedMails.SumAsync(mail => mail.Bytes, cancel);
        lock (_gate) (_kept, _countedAt) = (kept, now);
        return kept;
    }
}
