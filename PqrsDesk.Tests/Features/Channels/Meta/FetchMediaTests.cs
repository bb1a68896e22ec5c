using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Files that come with messages, fetched from where the network keeps them and from nowhere else.</summary>
public sealed class FetchMediaTests : IAsyncLifetime
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, .. "una foto"u8];
    private MetaPeer meta = null!;

    public async Task InitializeAsync() => meta = await MetaPeer.StartAsync();

    public async Task DisposeAsync() => await meta.DisposeAsync();

    [SkippableTheory, Engines]
    public async Task A_file_of_WhatsApp_is_asked_for_by_its_name_and_put_on_the_case_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, meta.Settings);
        meta.Keep("77", "image/jpeg", Picture);
        meta.Keep("78", "application/pdf", "%PDF-1.7 factura"u8.ToArray());
        var number = await desk.TalkAsync(MetaPeer.WhatsApp(
            new { from = MetaPeer.Telephone, id = "wamid.1", timestamp = "1772550000", type = "image", image = new { id = "77", mime_type = "image/jpeg", caption = "El recibo" } },
            new { from = MetaPeer.Telephone, id = "wamid.2", timestamp = "1772550001", type = "document", document = new { id = "78", mime_type = "application/pdf", filename = "../factura.pdf" } }));
        Assert.Equal(2, await desk.FetchAsync());
        Assert.Equal(0, await desk.FetchAsync());

        var attached = (await desk.TicketAsync(number)).Events.Where(line => line.Event is TicketEvent.FileAttached).ToList();
        Assert.All(attached, line => Assert.Equal((ActorKind.Petitioner, "Rosa Cortés"), (line.ByKind, line.ByName)));
        Assert.Equal(["imagen-1.jpg", "..-factura.pdf"], attached.Select(line => ((TicketEvent.FileAttached)line.Event).Name));
        Assert.All(attached, line => Assert.True(((TicketEvent.FileAttached)line.Event).ForPetitioner));
        var stored = await desk.ReadAsync(db => db.Files.OrderBy(file => file.StoredAt).ThenBy(file => file.Bytes).ToListAsync());
        Assert.Equal(Picture, await File.ReadAllBytesAsync(desk.Get<FileStore>().Find(stored.Single(file => file.ContentType == "image/jpeg").Id)!));
        Assert.All(meta.Downloads, download => Assert.Equal(MetaPeer.Token, download.Token));
        Assert.Empty((await desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!.Conversation!.Missing);
    }

    [Fact]
    public async Task Two_nodes_that_fetch_the_same_file_put_it_on_the_case_once()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        meta.Keep("77", "image/jpeg", Picture);
        var number = await desk.TalkAsync(Image("77"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.FetchAsync()));
        Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>());
        Assert.Single(Directory.GetFiles(Path.Combine(desk.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_of_Messenger_is_fetched_by_its_address_and_no_token_goes_there()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        meta.Keep("a.png", "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var number = await desk.TalkAsync(Messenger($"{meta.Address}/cdn/open/a.png"));
        Assert.Equal(1, await desk.FetchAsync());
        Assert.Equal("imagen-1.png", (await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>().Single().Name);
        Assert.Null(meta.Downloads.Single().Token);
        Assert.Null(await desk.ReadAsync(db => db.MediaToFetch.Select(media => media.Url).SingleAsync()));
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data", "169.254.169.254 is not among the hosts of Desk:Channels:Meta:MediaHosts.")]
    [InlineData("http://10.0.0.1/a", "10.0.0.1 is not among the hosts of Desk:Channels:Meta:MediaHosts.")]
    [InlineData("https://fbcdn.net.evil.example/a", "fbcdn.net.evil.example is not among the hosts of Desk:Channels:Meta:MediaHosts.")]
    [InlineData("file:///etc/passwd", "is not among the hosts of Desk:Channels:Meta:MediaHosts.")]
    [InlineData("nada", "It has no address.")]
    public async Task No_other_address_is_asked_not_even_through_a_redirect(string address, string error)
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings);
        var number = await desk.TalkAsync(Messenger(address));
        Assert.Equal(0, await desk.FetchAsync());
        var missing = Assert.Single((await desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!.Conversation!.Missing);
        Assert.Equal((true, error), (missing.IsLost, missing.Error));
        if (address == "nada") return;

        meta.Keep("a.png", "image/png", Picture);
        meta.Elsewhere = address;
        await desk.TakeAsync(Messenger($"{meta.Address}/cdn/open/a.png", "m_2"));
        Assert.Equal(0, await desk.FetchAsync());
        Assert.Equal(error, await desk.ReadAsync(db => db.MediaToFetch.OrderByDescending(media => media.Id).Select(media => media.Error).FirstAsync()));
        Assert.Empty((await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>());
    }

    [Fact]
    public async Task A_good_name_that_leads_into_the_house_is_not_connected_to()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings.But(("Desk:Channels:Meta:Loopback", "false"), ("Desk:Channels:Meta:GraphBaseAddress", ""), ("Desk:Channels:Meta:MediaHosts", "localhost")));
        await desk.TalkAsync(Messenger("https://localhost/a.jpg"));
        await desk.FetchAsync();
        Assert.Equal("localhost is not a host of the open net.", await desk.ReadAsync(db => db.MediaToFetch.Select(media => media.Error).SingleAsync()));
    }

    [Fact]
    public async Task What_is_too_large_or_gone_is_named_on_the_case_and_what_is_busy_is_asked_again()
    {
        await using var desk = await TestDesk.StartAsync(settings: meta.Settings.But(("Desk:Channels:Meta:MediaLimitMiB", "1")));
        meta.Keep("70", "video/mp4", new byte[1024 * 1024 + 1]);
        var number = await desk.TalkAsync(Image("70"));
        await desk.FetchAsync();
        await desk.TakeAsync(Messenger($"{meta.Address}/cdn/open/gone.png"));
        await desk.FetchAsync();
        Assert.Equal(["It is larger than 1 MiB.", "HTTP 404: it is not there any more."], await desk.ReadAsync(db => db.MediaToFetch.OrderBy(media => media.Id).Select(media => media.Error).ToListAsync()));
        Assert.False(Directory.Exists(Path.Combine(desk.Folder, "files")) && Directory.GetFiles(Path.Combine(desk.Folder, "files"), "*", SearchOption.AllDirectories).Length > 0);

        meta.Keep("71", "image/jpeg", Picture);
        await desk.TakeAsync(Image("71", "wamid.2"));
        meta.Refuse(503, 2, "Service temporarily unavailable");
        Assert.Equal(0, await desk.FetchAsync());
        Assert.Equal(0, await desk.FetchAsync());
        Assert.Equal(2, (await desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket!.Conversation!.Missing.Count);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await desk.FetchAsync());
        Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>());
    }

    private static string Image(string media, string id = "wamid.1") =>
        MetaPeer.WhatsApp(new { from = MetaPeer.Telephone, id, timestamp = "1772550000", type = "image", image = new { id = media, mime_type = "image/jpeg" } });

    private static string Messenger(string url, string id = "m_1") =>
        MetaPeer.Event(new { message = new { mid = id, attachments = new[] { new { type = "image", payload = new { url } } } } }, TestClock.Tuesday);
}
