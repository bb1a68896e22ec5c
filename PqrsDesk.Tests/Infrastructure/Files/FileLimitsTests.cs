using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Features.Portal;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>How much may come, by each way it comes.</summary>
public sealed class FileLimitsTests
{
    private const int MiB = 1024 * 1024;

    private static readonly (string, string?)[] Small = [("Desk:FileLimitMiB", "2"), ("Desk:Files:AtOnceMiB", "3"), ("Desk:Files:CaseMiB", "4"), ("Desk:Files:MostAtOnce", "3")];

    [Fact]
    public async Task Files_that_are_too_large_together_are_refused_with_the_number_and_leave_nothing()
    {
        await using var desk = await TestDesk.StartAsync(settings: Small);
        using var files = new PendingFiles(desk.Get<FileStore>());
        foreach (var announced in (int[])[2 * MiB, 2 * MiB, 0]) await AddAsync(files, 2 * MiB, announced);

        Assert.Equal([null, RefusalCode.FilesTooLargeTogether, RefusalCode.FilesTooLargeTogether], files.All.Select(file => file.Refusal?.Code));
        Assert.Equal("3", files.All[1].Refusal!.Detail);
        Assert.Single(OnDisk(desk));
        var outcome = await desk.Get<FilingDoor>().FileAsync(Samples.Filing, Samples.Petitioner, Samples.Someone(), [await StoreAsync(desk, 2 * MiB), await StoreAsync(desk, 2 * MiB)], CancellationToken.None);
        Assert.Equal(RefusalCode.FilesTooLargeTogether, outcome.Refusal!.Code);
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [SkippableTheory, Engines]
    public async Task A_case_takes_so_much_and_no_more_whoever_brings_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, Small);
        var number = (await desk.FileAsync()).Number;
        var agent = Actor.Staff(await desk.HireAsync());
        Assert.True((await ReplyAsync(2 * MiB)).Succeeded);
        Assert.True((await ReplyAsync(MiB)).Succeeded);

        Assert.Equal((RefusalCode.CaseFilesFull, "4"), Of(await ReplyAsync(MiB + 1)));
        using var pending = new PendingFiles(desk.Get<FileStore>());
        await AddAsync(pending, MiB + 1, MiB + 1);
        Assert.Equal((RefusalCode.CaseFilesFull, "4"), Of(await desk.Get<AttachFiles>().RunAsync(number, pending, agent, CancellationToken.None)));
        var word = new FormWord([1, 2, 3], desk.Clock.Now);
        var (decision, _) = await desk.Get<ActAsPetitioner>().RunAsync(number, new PetitionerAct.Add("Más.", [await StoreAsync(desk, MiB + 1)]), word, null, CancellationToken.None);
        Assert.Equal((RefusalCode.CaseFilesFull, "4"), Of(decision));
        Assert.True((await ReplyAsync(MiB)).Succeeded);

        async Task<Decision> ReplyAsync(int bytes) =>
            await desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.Reply("Va esto.", [await StoreAsync(desk, bytes)]), agent, CancellationToken.None);
    }

    [Fact]
    public async Task What_of_a_message_is_too_much_stays_in_the_original_and_the_case_says_so()
    {
        await using var desk = await TestDesk.StartAsync(settings: Small);
        var raw = Message(("uno.bin", MiB), ("enorme.bin", 2 * MiB + 1), ("dos.bin", MiB), ("tres.bin", MiB / 2));
        var taken = await desk.Get<TakeMail>().RunAsync(raw, new MailWay("prueba"), CancellationToken.None);

        Assert.Equal(MailFate.Filed, taken.Fate);
        var ticket = await desk.TicketAsync(taken.Number!);
        Assert.Equal(["dos.bin", "uno.bin"], (await desk.ReadAsync(db => db.Files.Select(file => file.Name).ToListAsync())).Order());
        Assert.EndsWith("[Archivos que no se guardaron aparte: enorme.bin, tres.bin. Están en el mensaje original, que se conserva completo.]", Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event).Filing.Description, StringComparison.Ordinal);
        var kept = await desk.ReadAsync(db => db.ReceivedMails.Select(mail => mail.FileId).SingleAsync());
        Assert.Equal(raw, await File.ReadAllBytesAsync(desk.Get<FileStore>().Find(kept)!));

        // The case has two of its four by now: of an answer with three nothing fits, and the words are taken.
        var token = await desk.Get<MailTokens>().OfAsync(ticket.Id, CancellationToken.None);
        var answer = await desk.Get<TakeMail>().RunAsync(Message($"Re: Va [{token}]", ("cuatro.bin", 2 * MiB), ("cinco.bin", MiB / 2)), new MailWay("prueba"), CancellationToken.None);
        Assert.Equal((MailFate.Added, taken.Number), (answer.Fate, answer.Number));
        Assert.Contains("cuatro.bin, cinco.bin", (await desk.LogAsync(taken.Number!)).OfType<TicketEvent.PetitionerResponded>().Single().Text, StringComparison.Ordinal);
        Assert.Equal(4, OnDisk(desk).Count);
    }

    [Fact]
    public async Task When_all_files_together_are_enough_no_more_come_and_filings_go_on()
    {
        await using var desk = await TestDesk.StartAsync(settings: [("Desk:Files:TotalMiB", "1")]);
        var number = (await desk.FileAsync()).Number;
        using (var files = new PendingFiles(desk.Get<FileStore>()))
        {
            await AddAsync(files, MiB, MiB);
            Assert.True((await desk.Get<AttachFiles>().RunAsync(number, files, Samples.Someone(), CancellationToken.None)).Succeeded);
        }

        var refused = await desk.Get<FileStore>().StoreAsync("a.txt", null, new MemoryStream([1]), null, CancellationToken.None);
        Assert.Equal((RefusalCode.FilesFull, "1"), (refused.Refusal!.Code, refused.Refusal.Detail));
        await desk.FileAsync();

        // Room that was made is found after a moment.
        await desk.Get<DeskWriter>().RunAsync(db => db.Files.ExecuteDeleteAsync(), CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull((await desk.Get<FileStore>().StoreAsync("a.txt", null, new MemoryStream([1]), null, CancellationToken.None)).File);
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_takes_no_files_says_so_everywhere_and_files_all_the_same()
    {
        await using var desk = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:Files:FreeMiB"] = "1000000000" } });
        using var program = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;

        using var attached = await program.PostAsync($"{DeskUrls.ApiTicketAttachmentsOf(number)}?name=a.txt", new ByteArrayContent([1]));
        Assert.Equal(HttpStatusCode.InsufficientStorage, attached.StatusCode);
        Assert.Contains("1000000000 MiB", (await attached.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var mail = new ByteArrayContent(Message(("a.txt", 10))) { Headers = { ContentType = new MediaTypeHeaderValue("message/rfc822") } };
        using var taken = await program.PostAsync(DeskUrls.ApiInboundMail, mail);
        Assert.Equal(HttpStatusCode.InsufficientStorage, taken.StatusCode);
        Assert.Equal(0, await desk.ReadAsync(db => db.ReceivedMails.CountAsync()));

        using var browser = await desk.OpenFormAsync();
        await browser.SendAsync("radicar", Citizen.Rosa().Fields(), ("a.txt", [1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Por ahora no se reciben archivos", browser.Words, StringComparison.Ordinal);
        await browser.SendAsync("radicar", Citizen.Rosa().Fields());
        Assert.Contains("quedó radicada", (await browser.FollowAsync()).Words, StringComparison.Ordinal);

        using var ready = await program.GetAsync(DeskUrls.HealthReady);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var health = await ready.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Contains("No files are taken", health.GetProperty("checks").GetProperty("files").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_any_more_is_named_to_nobody()
    {
        await using var desk = await TestDesk.StartAsync();
        var file = await StoreAsync(desk, 1);
        File.Delete(desk.Get<FileStore>().Find(file.Id)!);
        var outcome = await desk.Get<FilingDoor>().FileAsync(Samples.Filing, Samples.Petitioner, Samples.Someone(), [file], CancellationToken.None);
        Assert.Equal((RefusalCode.FileLost, "a.bin"), (outcome.Refusal!.Code, outcome.Refusal.Detail));
    }

    private static (RefusalCode, string?) Of(Decision decision) => Assert.IsType<Decision.Refused>(decision).Refusal is var refusal ? (refusal.Code, refusal.Detail) : default;

    private static Task AddAsync(PendingFiles files, int bytes, long announced) => files.AddAsync("a.bin", null, announced, _ => new MemoryStream(new byte[bytes]), () => { });

    private static async Task<StoredFile> StoreAsync(TestDesk desk, int bytes) => (await desk.Get<FileStore>().StoreAsync("a.bin", null, new MemoryStream(new byte[bytes]), null, CancellationToken.None)).File!;

    private static List<string> OnDisk(TestDesk desk) => Directory.Exists(Path.Combine(desk.Folder, "files")) ? [.. Directory.EnumerateFiles(Path.Combine(desk.Folder, "files"), "*", SearchOption.AllDirectories)] : [];

    private static byte[] Message(params (string Name, int Bytes)[] files) => Message("Va", files);

    private static byte[] Message(string subject, params (string Name, int Bytes)[] files)
    {
        var message = new StringBuilder($"From: Rosa <rosa@example.org>\r\nTo: pqrs@example.org\r\nSubject: {subject}\r\nDate: Tue, 03 Mar 2026 10:00:00 -0500\r\nMessage-ID: <{Guid.NewGuid():N}@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nVan los archivos.\r\n");
        foreach (var (name, bytes) in files)
            message.Append(System.Globalization.CultureInfo.InvariantCulture, $"--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(new byte[bytes], Base64FormattingOptions.InsertLineBreaks)}\r\n");
        return Encoding.ASCII.GetBytes(message.Append("--b--\r\n").ToString());
    }
}
