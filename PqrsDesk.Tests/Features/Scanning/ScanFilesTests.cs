using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Scanning;

/// <summary>Files that a real program looks through.</summary>
public sealed class ScanFilesTests
{
    [SkippableTheory, Engines]
    public async Task What_is_clean_is_handed_out_and_what_is_not_goes_into_quarantine_and_the_log(Engine engine)
    {
        using var scanner = new TestScanner();
        await using var desk = await TestDesk.StartAsync(engine, scanner.Settings);
        var lead = await desk.HireAsync("Lía Vega", Role.Lead);
        var number = (await desk.FileAsync()).Number;
        var clean = await AttachAsync(desk, number, "factura.txt", "todo bien, LOUD");
        var harmful = await AttachAsync(desk, number, "foto.txt", "HARMFUL");
        Assert.Equal(FileScan.Waiting, (await RowAsync(desk, clean)).Scan);
        Assert.False(desk.Get<Scanner>().Lets(FileScan.Waiting));

        Assert.Equal(2, await ScanAsync(desk));
        Assert.Equal(0, await ScanAsync(desk));

        Assert.Equal((FileScan.Clean, null), await RowAsync(desk, clean) is var kept ? (kept.Scan, kept.NextScanAt) : default);
        var gone = await RowAsync(desk, harmful);
        Assert.Equal((FileScan.Quarantined, TestScanner.Threat, null), (gone.Scan, gone.Threat, gone.NextScanAt));
        Assert.NotNull(desk.Get<FileStore>().Find(clean));
        Assert.Null(desk.Get<FileStore>().Find(harmful));
        Assert.True(File.Exists(Path.Combine(desk.Folder, "quarantine", harmful.ToString("N"))));
        var log = await desk.TicketAsync(number);
        Assert.Equal(new TicketEvent.FileQuarantined(harmful, "foto.txt", TestScanner.Threat), log.Events[^1].Event);
        Assert.Equal(ActorKind.Desk, log.Events[^1].ByKind);
        Assert.Equal((lead.Id, log.Events[^1].Sequence), await desk.ReadAsync(db => db.Notices.Select(notice => new { notice.StaffId, notice.Sequence }).SingleAsync()) is var notice ? (notice.StaffId, notice.Sequence) : default);
    }

    [SkippableFact]
    public async Task A_scanner_that_hangs_is_ended_with_its_children_and_asked_again_later()
    {
        using var scanner = new TestScanner();
        await using var desk = await TestDesk.StartAsync(settings: scanner.Settings);
        var number = (await desk.FileAsync()).Number;
        var file = await AttachAsync(desk, number, "a.txt", "HANGS");
        var path = desk.Get<FileStore>().Find(file)!;

        Assert.Equal(1, await ScanAsync(desk));
        var row = await RowAsync(desk, file);
        Assert.Equal((FileScan.Failed, 1, desk.Clock.Now.AddMinutes(1)), (row.Scan, row.ScanFailures, row.NextScanAt));
        var child = int.Parse(await File.ReadAllTextAsync(path + ".child"), System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.TrueAsync(() => !Lives(child), "the scanner's child was ended");

        // Not before its time, later and later, and then it is read after all.
        Assert.Equal(0, await ScanAsync(desk));
        await File.WriteAllTextAsync(path, "BROKEN");
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await ScanAsync(desk));
        Assert.Equal(desk.Clock.Now.AddMinutes(5), (await RowAsync(desk, file)).NextScanAt);
        Assert.False(desk.Get<Scanner>().Lets(FileScan.Failed));
        await File.WriteAllTextAsync(path, "ya");
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await ScanAsync(desk);
        Assert.Equal(FileScan.Clean, (await RowAsync(desk, file)).Scan);
        Assert.DoesNotContain(await desk.LogAsync(number), happened => happened is TicketEvent.FileQuarantined);
    }

    [SkippableFact]
    public async Task Two_nodes_that_look_at_once_say_it_once()
    {
        using var scanner = new TestScanner();
        await using var desk = await TestDesk.StartAsync(Engine.Postgres, scanner.Settings);
        await using var other = desk.AnotherNode(scanner.Settings);
        var number = (await desk.FileAsync()).Number;
        var file = await AttachAsync(desk, number, "a.txt", "HARMFUL");

        await Task.WhenAll(ScanAsync(desk), ScanAsync(other));
        await ScanAsync(other);

        Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.FileQuarantined>());
        Assert.Null((await RowAsync(desk, file)).NextScanAt);
        Assert.Null(desk.Get<FileStore>().Find(file));
    }

    [SkippableFact]
    public async Task A_node_that_went_away_before_it_moved_the_bytes_finishes_when_it_is_back()
    {
        using var scanner = new TestScanner();
        await using var desk = await TestDesk.StartAsync(settings: scanner.Settings);
        var file = await AttachAsync(desk, (await desk.FileAsync()).Number, "a.txt", "HARMFUL");
        await ScanAsync(desk);
        var away = Path.Combine(desk.Folder, "quarantine", file.ToString("N"));
        var name = file.ToString("N");
        File.Move(away, Path.Combine(desk.Folder, "files", name[..2], name[2..4], name));
        await desk.Get<Infrastructure.Persistence.DeskWriter>().RunAsync(db => db.Files.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextScanAt, (DateTimeOffset?)desk.Clock.Now)), CancellationToken.None);

        await ScanAsync(desk);

        Assert.True(File.Exists(away));
        Assert.Null((await RowAsync(desk, file)).NextScanAt);
    }

    [Fact]
    public async Task Without_a_scanner_nothing_waits_and_what_waited_before_is_handed_out()
    {
        await using var desk = await TestDesk.StartAsync();
        var file = await AttachAsync(desk, (await desk.FileAsync()).Number, "a.txt", "HARMFUL");
        Assert.Equal((FileScan.None, null), await RowAsync(desk, file) is var row ? (row.Scan, row.NextScanAt) : default);
        Assert.Equal(0, await ScanAsync(desk));
        Assert.Equal([true, true, true, false, true], Enum.GetValues<FileScan>().Order().Select(desk.Get<Scanner>().Lets));
    }

    [Theory]
    [InlineData("Arguments:0", "--quick")]
    [InlineData("CleanCodes", "0,eins")]
    [InlineData("InfectedCodes", "0")]
    [InlineData("Seconds", "0")]
    public async Task Settings_that_cannot_be_used_are_named(string name, string value)
    {
        var wrong = await Assert.ThrowsAsync<Infrastructure.Persistence.SettingException>(() => TestDesk.StartAsync(settings: [("Desk:Files:Scanner:Command", "clamscan"), ($"Desk:Files:Scanner:{name}", value)]));
        Assert.StartsWith("Desk:Files:Scanner:", wrong.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_program_that_is_not_there_holds_files_back_and_hurts_nothing()
    {
        await using var desk = await TestDesk.StartAsync(settings: [("Desk:Files:Scanner:Command", "/no/such/scanner")]);
        var file = await AttachAsync(desk, (await desk.FileAsync()).Number, "a.txt", "x");
        Assert.Equal(1, await ScanAsync(desk));
        Assert.Equal(FileScan.Failed, (await RowAsync(desk, file)).Scan);
    }

    private static Task<int> ScanAsync(TestDesk desk) => desk.Get<ScanFiles>().RunAsync(desk.Clock.Now, CancellationToken.None);

    private static Task<StoredFile> RowAsync(TestDesk desk, Guid id) => desk.ReadAsync(db => db.Files.AsNoTracking().SingleAsync(file => file.Id == id));

    private static async Task<Guid> AttachAsync(TestDesk desk, string number, string name, string content)
    {
        using var files = new PendingFiles(desk.Get<FileStore>());
        await files.AddAsync(name, "text/plain", content.Length, _ => new MemoryStream(Encoding.UTF8.GetBytes(content)), () => { });
        Assert.True((await desk.Get<AttachFiles>().RunAsync(number, files, Samples.Someone(), CancellationToken.None)).Succeeded);
        return Assert.IsType<TicketEvent.FileAttached>((await desk.LogAsync(number))[^1]).FileId;
    }

    private static bool Lives(int id)
    {
        try
        {
            using var program = Process.GetProcessById(id);
            return !program.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
