using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Features.Portal;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Scanning;

/// <summary>What staff, programs and petitioners are told of files that are kept back, by the running program and its own rounds.</summary>
public sealed class ScannedDownloadsTests
{
    [SkippableFact]
    public async Task Nobody_is_handed_a_file_before_it_is_clean_and_everybody_is_told_why()
    {
        using var scanner = new TestScanner();
        await using var desk = await WebDesk.StartAsync(new() { Settings = scanner.Named });
        var (browser, number, code) = await desk.FileAsync(Citizen.Rosa(), ("limpio.txt", Encoding.UTF8.GetBytes("hola")), ("malo.txt", Encoding.UTF8.GetBytes("HARMFUL")), ("raro.txt", Encoding.UTF8.GetBytes("BROKEN")));
        using var _ = browser;
        await Eventually.TrueAsync(async () => (await FilesAsync(desk)).All(file => file.Scan != FileScan.Waiting), "all files were looked at");
        var files = (await FilesAsync(desk)).ToDictionary(file => file.Name);
        using var staff = await desk.StaffAsync();
        using var program = await desk.ProgramAsync();
        await browser.GoAsync(DeskUrls.TrackOf(number));
        await browser.SendAsync(DeskUrls.Track.TrimStart('/'), [("Radicado", number), ("Clave", code)]);
        await browser.FollowAsync();

        Assert.Contains("En revisión: aún no se pudo leer", browser.Words, StringComparison.Ordinal);
        Assert.Contains("En cuarentena", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(TestScanner.Threat, browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskUrls.TrackedFileOf(files["malo.txt"].Id), browser.Page, StringComparison.Ordinal);
        foreach (var (name, status, said) in (IEnumerable<(string, HttpStatusCode, string)>)[("limpio.txt", HttpStatusCode.OK, "hola"), ("malo.txt", HttpStatusCode.Gone, "cuarentena"), ("raro.txt", HttpStatusCode.Conflict, "revisión")])
        {
            using var toStaff = await staff.GetAsync(DeskUrls.AttachmentOf(files[name].Id));
            using var toPetitioner = await browser.GetAsync(DeskUrls.TrackedFileOf(files[name].Id));
            foreach (var answer in (HttpResponseMessage[])[toStaff, toPetitioner])
            {
                Assert.Equal(status, answer.StatusCode);
                Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            }

            using var toProgram = await program.GetAsync(DeskUrls.ApiTicketAttachmentOf(number, files[name].Id));
            Assert.Equal(status, toProgram.StatusCode);
            if (status != HttpStatusCode.OK) Assert.Equal("application/problem+json", toProgram.Content.Headers.ContentType!.MediaType);
        }

        var listed = (await program.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketAttachmentsOf(number))).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!);
        Assert.Equal(("quarantined", TestScanner.Threat), (listed["malo.txt"].GetProperty("scan").GetString(), listed["malo.txt"].GetProperty("threat").GetString()));
        Assert.Contains(TestScanner.Threat, WebUtility.HtmlDecode(await staff.GetStringAsync(DeskUrls.TicketOf(number))), StringComparison.Ordinal);
    }

    private static Task<List<StoredFile>> FilesAsync(WebDesk desk) => desk.ReadAsync(db => db.Files.AsNoTracking().ToListAsync());
}
