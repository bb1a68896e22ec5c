using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Tasking;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Expedientes;

/// <summary>The case file as whoever gets it opens it: each byte is the one that the index names.</summary>
public sealed class ExpedienteTests
{
    private const string Hostile = "<script>alert(1)</script>";

    [SkippableTheory, Engines]
    public async Task All_of_a_case_is_in_it_and_each_piece_has_the_hash_that_the_index_says(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = await LivedAsync(desk);
        var zip = await PackAsync(desk, number, new(Notes: true, Identity: false));

        Assert.All(zip.Keys, path => Assert.StartsWith($"{number}/", path, StringComparison.Ordinal));
        Assert.Contains(zip.Keys, path => path.EndsWith(" factura.pdf", StringComparison.Ordinal));
        Assert.Equal(2, zip.Keys.Count(path => path.EndsWith(" factura.pdf", StringComparison.Ordinal)));
        Assert.Contains(zip.Keys, path => path.EndsWith(" _.._señal 東京.png", StringComparison.Ordinal));
        var index = Encoding.UTF8.GetString(zip[$"{number}/indice.csv"]).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(zip.Count - 2, index.Length - 1);
        foreach (var line in index.Skip(1))
        {
            var path = zip.Keys.Single(key => line.Contains(key[(number.Length + 1)..], StringComparison.Ordinal));
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(zip[path])), line, StringComparison.Ordinal);
            Assert.Contains($",{zip[path].Length},", line, StringComparison.Ordinal);
        }

        var log = JsonDocument.Parse(zip.Single(each => each.Key.EndsWith("registro.json", StringComparison.Ordinal)).Value).RootElement.EnumerateArray().ToList();
        Assert.Equal((await desk.LogAsync(number)).Count, log.Count);
        Assert.Equal("expedienteTaken", log[^1].GetProperty("what").GetString());
        var page = Encoding.UTF8.GetString(zip[$"{number}/indice.html"]);
        Assert.DoesNotContain(Hostile, page, StringComparison.Ordinal);
        Assert.Contains("Incluye las notas internas.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("¿Se cobró dos veces?", All(zip), StringComparison.Ordinal);
        Assert.Contains("Entre nosotros: huele a fraude.", Encoding.UTF8.GetString(zip.Single(each => each.Key.EndsWith(" Charla interna.txt", StringComparison.Ordinal)).Value), StringComparison.Ordinal);
        Assert.Contains("Término legal", WebUtility.HtmlDecode(Encoding.UTF8.GetString(zip.Single(each => each.Key.EndsWith("caso.html", StringComparison.Ordinal)).Value)), StringComparison.Ordinal);
        Assert.Contains(new TicketEvent.ExpedienteTaken(true, false, 3), await desk.LogAsync(number));
    }

    [Fact]
    public async Task Without_the_notes_nothing_of_the_house_is_in_it_and_what_is_left_out_is_named()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = await LivedAsync(desk);
        var zip = await PackAsync(desk, number, new(Notes: false, Identity: false));

        foreach (var secret in new[] { "Revisar con cartera", "¿Se cobró dos veces?", "Sí, el corte", "fraude probable", "Sale de vacaciones", "Entre nosotros" }) Assert.DoesNotContain(secret, All(zip), StringComparison.Ordinal);
        Assert.Contains("Me cobraron dos veces", All(zip), StringComparison.Ordinal);
        Assert.Single(zip.Keys, path => path.EndsWith(" factura.pdf", StringComparison.Ordinal));
        Assert.Contains("Interno: no se incluye", WebUtility.HtmlDecode(Encoding.UTF8.GetString(zip[$"{number}/indice.html"])), StringComparison.Ordinal);
        Assert.Contains(new TicketEvent.ExpedienteTaken(false, false, 2), await desk.LogAsync(number));
    }

    [Fact]
    public async Task A_reserved_identity_is_only_in_a_leads_and_only_when_it_was_wanted()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync(petitioner: Samples.Petitioner with { Reserved = true })).Number;

        foreach (var secret in new[] { "Íñiguez", "52.123.456", "maria@example.org" }) Assert.DoesNotContain(secret, All(await PackAsync(desk, number, new(true, false), Role.Lead)), StringComparison.Ordinal);
        await using var scope = desk.Services.CreateAsyncScope();
        var pack = scope.ServiceProvider.GetRequiredService<PackExpediente>();
        Assert.Equal(RefusalCode.RoleTooLow, (await pack.BeginAsync(number, new(true, true), Samples.Someone(), CancellationToken.None)).Refusal?.Code);
        Assert.Contains("52.123.456", All(await PackAsync(desk, number, new(false, true), Role.Lead)), StringComparison.Ordinal);
        Assert.Contains(new TicketEvent.ExpedienteTaken(false, true, 0), await desk.LogAsync(number));
        Assert.Equal(RefusalCode.IdentityNotReserved, (await pack.BeginAsync((await desk.FileAsync()).Number, new(true, true), Samples.Someone(Role.Lead), CancellationToken.None)).Refusal?.Code);
        Assert.Equal(RefusalCode.TicketNotFound, (await pack.BeginAsync("NADA-1", new(true, true), Samples.Someone(Role.Lead), CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task A_file_in_quarantine_or_gone_is_listed_and_not_included()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = await LivedAsync(desk);
        var files = (await desk.TicketAsync(number)).Events.Select(line => line.Event).OfType<TicketEvent.FileAttached>().ToList();
        await desk.Get<PqrsDesk.Infrastructure.Persistence.DeskWriter>().RunAsync(async db => (await db.Files.FindAsync(files[0].FileId))!.Scan = FileScan.Quarantined, CancellationToken.None);
        desk.Get<FileStore>().Remove(files[1].FileId);
        var zip = await PackAsync(desk, number, new(true, false));
        var index = Encoding.UTF8.GetString(zip[$"{number}/indice.csv"]);

        Assert.Contains("En cuarentena: no se incluye", index, StringComparison.Ordinal);
        Assert.Contains("No se encontró el archivo", index, StringComparison.Ordinal);
        Assert.Single(zip.Keys, path => path.Contains("/archivos/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_and_programs_are_handed_it_as_a_stream_and_nobody_else_is()
    {
        await using var desk = await WebDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.NoteAsync(number);
        using (var stranger = desk.Client())
        {
            using var page = await stranger.GetAsync(DeskUrls.ExpedienteOf(number, true, false));
            using var api = await stranger.GetAsync(DeskUrls.ApiTicketExpedienteOf(number));
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (page.StatusCode, api.StatusCode));
        }

        Assert.DoesNotContain(await desk.LogAsync(number), happened => happened is TicketEvent.ExpedienteTaken);
        using var staff = await desk.StaffAsync();
        using var program = await desk.ProgramAsync();
        foreach (var (http, address) in new[] { (staff, DeskUrls.ExpedienteOf(number, true, false)), (program, DeskUrls.ApiTicketExpedienteOf(number)) })
        {
            using var answer = await http.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(("application/zip", $"{number}.zip"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
            Assert.Contains(zip.Entries, entry => entry.FullName == $"{number}/indice.html");
        }

        using var missing = await program.GetAsync(DeskUrls.ApiTicketExpedienteOf("NADA-1"));
        using var reserved = await program.GetAsync(DeskUrls.ApiTicketExpedienteOf(number) + "?identity=true");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (missing.StatusCode, reserved.StatusCode));
    }

    /// <summary>A case with a bit of everything.</summary>
    private static async Task<string> LivedAsync(TestDesk desk)
    {
        var billing = await desk.OpenAreaAsync();
        var (ana, beto) = (await desk.HireAsync("Ana"), await desk.HireAsync("Beto"));
        var number = (await desk.FileAsync(Samples.Filing with { Subject = $"Cobro {Hostile}" })).Number;
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Assign(beto, "Sale de vacaciones", book, now), Actor.Staff(ana));
        await desk.NoteAsync(number, "Revisar con cartera, fraude probable.");
        await AttachAsync(desk, number, "factura.pdf", true);
        await AttachAsync(desk, number, "../../señal 東京.png", true);
        await AttachAsync(desk, number, "factura.pdf", false);
        await desk.Get<WorkTask>().RunAsync(number, new TaskAct.Ask(billing.Id, null, null, 2, "¿Se cobró dos veces?"), Actor.Staff(ana), CancellationToken.None);
        await desk.Get<WorkTask>().RunAsync(number, new TaskAct.Answer(1, "Sí, el corte es del 3."), Samples.Someone(Role.Lead, ana.Id), CancellationToken.None);
        Assert.Null(await desk.Get<Together.SayInChat>().RunAsync((await desk.TicketAsync(number)).Id, "Entre nosotros: huele a fraude.", Guid.NewGuid(), Actor.Staff(ana), CancellationToken.None));
        await desk.ReplyAsync(number);
        await desk.HearAsync(number, "=HIPERVÍNCULO(1)");
        await desk.AnswerAsync(number);
        return number;
    }

    private static async Task AttachAsync(TestDesk desk, string number, string name, bool forPetitioner)
    {
        var file = await desk.StoreAsync(name);
        var decision = await desk.Get<PqrsDesk.Infrastructure.Persistence.TicketDoor>().ChangeAsync(number, null, Samples.Someone(), (db, ticket, book, now) =>
        {
            file.TicketId = ticket.Id;
            db.Files.Add(file);
            return Task.FromResult(ticket.Attach(file.Id, file.Name, file.Bytes, book, now, forPetitioner));
        }, CancellationToken.None);
        Assert.True(decision.Succeeded);
    }

    private static async Task<Dictionary<string, byte[]>> PackAsync(TestDesk desk, string number, RecordWish wish, Role role = Role.Agent)
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("es-CO");
        await using var scope = desk.Services.CreateAsyncScope();
        var (write, refusal) = await scope.ServiceProvider.GetRequiredService<PackExpediente>().BeginAsync(number, wish, Samples.Someone(role), CancellationToken.None);
        Assert.Null(refusal);
        using var stream = new MemoryStream();
        await write!(new OneWay(stream), CancellationToken.None);
        stream.Position = 0;
        using var zip = new ZipArchive(stream);
        var read = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole);
            read.Add(entry.FullName, whole.ToArray());
        }

        return read;
    }

    private static string All(Dictionary<string, byte[]> zip) => WebUtility.HtmlDecode(string.Concat(zip.Values.Select(Encoding.UTF8.GetString)));

    /// <summary>As a connection is: what was written cannot be gone back to.</summary>
    private sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);
    }
}
