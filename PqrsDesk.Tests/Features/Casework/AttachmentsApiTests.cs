using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>Files that programs put on tickets and read back, over HTTP.</summary>
public sealed class AttachmentsApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Files_of_a_form_are_put_on_the_ticket_listed_and_read_back()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        using var form = new MultipartFormDataContent { { new StringContent("no es un archivo"), "nota" }, { Bytes("uno"), "files", "factura ñ.txt" }, { Bytes("dos"), "files", "../../dos.txt" } };

        using var response = await http.PostAsync($"{DeskUrls.ApiTicketAttachmentsOf(number)}?forPetitioner=true", form);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var items = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["factura ñ.txt", "dos.txt"], items.Select(item => item.GetProperty("name").GetString()));
        var listed = (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketAttachmentsOf(number))).GetProperty("items").EnumerateArray();
        Assert.Equal(items.Select(item => item.GetProperty("id").GetGuid()).Order(), listed.Select(item => item.GetProperty("id").GetGuid()).Order());

        using var file = await http.GetAsync(items[0].GetProperty("url").GetString());
        Assert.Equal("uno", await file.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "nosniff"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()));
        var attached = (await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>().ToList();
        Assert.Equal(2, attached.Count(each => each.ForPetitioner));
    }

    [Fact]
    public async Task A_body_of_forty_mebibytes_goes_to_disk_as_it_comes()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        var bytes = new byte[40 * 1024 * 1024];
        new Random(7).NextBytes(bytes);
        using var response = await http.PostAsync($"{DeskUrls.ApiTicketAttachmentsOf(number)}?name=video.bin", Raw(bytes));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var item = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0];
        Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))), (item.GetProperty("bytes").GetInt64(), item.GetProperty("sha256").GetString()));
        Assert.Equal(bytes, await http.GetByteArrayAsync(item.GetProperty("url").GetString()));
        Assert.False(Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.FileAttached>()).ForPetitioner);
    }

    [Fact]
    public async Task What_is_too_large_empty_without_a_name_or_no_form_is_refused_and_nothing_of_it_is_kept()
    {
        await using var own = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:FileLimitMiB"] = "1" } });
        using var http = await own.ProgramAsync();
        var number = (await own.FileAsync()).Number;
        var address = DeskUrls.ApiTicketAttachmentsOf(number);
        var large = new byte[1024 * 1024 + 1];

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(http, $"{address}?name=a.bin", Raw(large)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(http, $"{address}?name=a.bin", Raw(large), chunked: true));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(http, address, new MultipartFormDataContent { { Bytes("bien"), "files", "a.txt" }, { new ByteArrayContent(large), "files", "b.bin" } }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(http, $"{address}?name=a.bin", Raw([])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(http, address, Raw([1])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(http, $"{address}?name={new string('n', 201)}", Raw([1])));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(http, address, new MultipartFormDataContent { { new StringContent("a"), "nota" } }));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(http, address, Text("--x\r\nroto", "multipart/form-data; boundary=x")));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(http, address, Text("a", "multipart/form-data")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, $"{DeskUrls.ApiTicketAttachmentsOf("PQRS-1999-000001")}?name=a", Raw([1])));
        var many = new MultipartFormDataContent();
        for (var file = 0; file < 21; file++) many.Add(Bytes("a"), "files", $"{file}.txt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(http, address, many));

        Assert.Equal(0, await own.ReadAsync(db => db.Files.CountAsync()));
        var folder = Path.Combine(own.Get<Infrastructure.DeskSettings>().DataFolder, "files");
        Assert.Empty(Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : []);
    }

    [Fact]
    public async Task A_file_is_read_by_its_own_ticket_only_and_with_a_key_only()
    {
        using var http = await desk.ProgramAsync();
        var (mine, other) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        using var posted = await http.PostAsync($"{DeskUrls.ApiTicketAttachmentsOf(mine)}?name=a.txt", Raw([65]));
        var id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0].GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(DeskUrls.ApiTicketAttachmentOf(mine, id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiTicketAttachmentOf(other, id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiTicketAttachmentsOf("PQRS-1999-000001"))).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(DeskUrls.ApiTicketAttachmentOf(mine, id))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stranger, $"{DeskUrls.ApiTicketAttachmentsOf(mine)}?name=a", Raw([1])));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address, HttpContent content, bool chunked = false)
    {
        // Who sends much asks first: else the answer is lost with the connection.
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content, Headers = { ExpectContinue = true, TransferEncodingChunked = chunked } };
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode) Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return response.StatusCode;
    }

    private static ByteArrayContent Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static ByteArrayContent Raw(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };

    private static ByteArrayContent Text(string text, string type)
    {
        var content = Bytes(text);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
