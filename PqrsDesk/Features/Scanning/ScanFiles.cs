using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Scanning;

/// <summary>Has the files looked through that wait for it. What is found goes into quarantine, in the case's log and to its people.</summary>
/// <remarks>
/// The state is committed before the bytes are moved, and the move is work of its own that is found again: a node that
/// goes away anywhere leaves nothing that can be handed out. Two nodes that look at the same file say the same once.
/// </remarks>
public sealed class ScanFiles(IDbContextFactory<DeskDb> desk, DeskWriter writer, TicketDoor door, FileStore store, Scanner scanner, CaseNews news, ILogger<ScanFiles> log)
{
    private const int Batch = 32;

    /// <summary>Minutes until a file is looked at again; the last one then holds.</summary>
    private static readonly int[] Pauses = [1, 5, 15, 60, 360, 1_440];

    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        if (!scanner.IsSet) return 0;
        var due = await DueAsync(asOf, cancel);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = scanner.AtOnce, CancellationToken = cancel }, async (each, stop) => await ScanAsync(each, asOf, stop));
        return due.Count;
    }

    private async Task<List<Due>> DueAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Files.AsNoTracking().Where(file => file.NextScanAt != null && file.NextScanAt <= asOf).OrderBy(file => file.NextScanAt).Take(Batch)
            .Join(db.Tickets, file => file.TicketId, ticket => ticket.Id, (file, ticket) => new Due(file, ticket.Number)).ToListAsync(cancel);
    }

    private async Task ScanAsync(Due due, DateTimeOffset asOf, CancellationToken cancel)
    {
        var file = due.File;
        if (file.Scan == FileScan.Quarantined)
        {
            await PutAwayAsync(file, cancel);
            return;
        }

        switch (store.Find(file.Id) is { } path ? await scanner.LookAsync(path, cancel) : new Verdict.Failed("Its bytes are not there."))
        {
            case Verdict.Clean:
                await SayAsync(file, FileScan.Clean, null, file.ScanFailures, cancel);
                break;
            case Verdict.Infected infected:
                log.LogWarning("A file of {Number} was put into quarantine: {Threat}", due.Number, infected.Threat);
                if ((await QuarantineAsync(due, infected.Threat, asOf, cancel)).Succeeded) await PutAwayAsync(file, cancel);
                break;
            case Verdict.Failed failed:
                log.LogWarning("A file of {Number} could not be scanned: {Reason}", due.Number, failed.Why);
                var next = asOf.AddMinutes(Pauses[Math.Min(file.ScanFailures, Pauses.Length - 1)]);
                await SayAsync(file, FileScan.Failed, next, file.ScanFailures + 1, cancel);
                break;
        }
    }

    private Task<bool> SayAsync(StoredFile file, FileScan said, DateTimeOffset? next, int failures, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        var changed = await db.Files.Where(row => row.Id == file.Id && row.Scan == file.Scan && row.ScanFailures == file.ScanFailures).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Scan, said)
            .SetProperty(row => row.ScanFailures, failures)
            .SetProperty(row => row.NextScanAt, next), cancel);
        if (changed > 0 && said != file.Scan) await news.TellAsync(db, file.TicketId, cancel);
        return changed > 0;
    }, cancel, changed => changed);

    private Task<Decision> QuarantineAsync(Due due, string? threat, DateTimeOffset asOf, CancellationToken cancel) =>
        door.ChangeAsync(due.Number, null, Actor.Desk, async (db, ticket, book, now) =>
        {
            if (await db.Files.SingleOrDefaultAsync(row => row.Id == due.File.Id && row.Scan != FileScan.Quarantined, cancel) is not { } row) return RefusalCode.NothingChanged;
            (row.Scan, row.Threat, row.NextScanAt) = (FileScan.Quarantined, threat, asOf);
            return ticket.Quarantine(row.Id, row.Name, threat, book, now);
        }, cancel);

    private Task<bool> PutAwayAsync(StoredFile file, CancellationToken cancel)
    {
        store.Quarantine(file.Id);
        return writer.RunAsync(async db =>
            await db.Files.Where(row => row.Id == file.Id && row.Scan == FileScan.Quarantined).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextScanAt, (DateTimeOffset?)null), cancel) > 0, cancel, changed => changed);
    }

    private sealed record Due(StoredFile File, string Number);
}

/// <summary>Looks for them every other second, on the node that is on duty: nobody who files waits for it.</summary>
public sealed class FileScanning(ScanFiles scan, IDuty duty, TimeProvider clock, ILogger<FileScanning> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(2);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => scan.RunAsync(asOf, stop);
}

public static class ScanningSetup
{
    public static IServiceCollection AddScanning(this IServiceCollection services) => services.AddSingleton<ScanFiles>().AddHostedService<FileScanning>();
}
