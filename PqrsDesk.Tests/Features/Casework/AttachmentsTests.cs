using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>Files put on tickets, and how they are handed out again.</summary>
public sealed class AttachmentsTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private const string Page = "<html><script>alert(1)</script></html>";

    [Fact]
    public async Task Staff_download_what_was_attached_and_never_open_it_as_a_page()
    {
        var file = await AttachAsync("información útil.html", "text/html", Page);
        using var staff = await desk.StaffAsync();
        using var response = await staff.GetAsync(DeskUrls.AttachmentOf(file));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Page, await response.Content.ReadAsStringAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("información útil.html", response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.True(response.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task A_download_that_broke_off_goes_on_where_it_was()
    {
        var file = await AttachAsync("a.txt", "text/plain", "0123456789");
        using var staff = await desk.StaffAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, DeskUrls.AttachmentOf(file));
        request.Headers.Range = new RangeHeaderValue(4, null);

        using var response = await staff.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("456789", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_has_it_already_is_not_sent_it_again()
    {
        var file = await AttachAsync("a.txt", "text/plain", "0123456789");
        using var staff = await desk.StaffAsync();
        using var first = await staff.GetAsync(DeskUrls.AttachmentOf(file));
        using var request = new HttpRequestMessage(HttpMethod.Get, DeskUrls.AttachmentOf(file));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await staff.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Strangers_are_sent_to_sign_in()
    {
        var file = await AttachAsync("a.txt", "text/plain", "secreto");
        using var stranger = desk.Client();
        using var response = await stranger.GetAsync(DeskUrls.AttachmentOf(file));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains(DeskUrls.SignIn, response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secreto", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("..%2f..%2fdesk.db")]
    [InlineData("12")]
    public async Task What_is_not_there_is_not_found(string id)
    {
        using var staff = await desk.StaffAsync();
        using var response = await staff.GetAsync($"/adjuntos/{id}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_file_whose_bytes_are_gone_is_not_found()
    {
        var file = await AttachAsync("a.txt", "text/plain", "x");
        File.Delete(desk.Get<FileStore>().Find(file)!);
        using var staff = await desk.StaffAsync();
        using var response = await staff.GetAsync(DeskUrls.AttachmentOf(file));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Files_for_a_ticket_that_is_not_there_are_refused_and_taken_off_the_disk()
    {
        var store = desk.Get<FileStore>();
        using var files = new PendingFiles(store);
        await AddAsync(files, "a.txt", "text/plain", "x");
        var stored = Assert.Single(files.Stored);

        var refused = Assert.IsType<Decision.Refused>(await desk.Get<AttachFiles>().RunAsync("PQRS-1999-000001", files, Samples.Someone(), CancellationToken.None));
        files.Dispose();

        Assert.Equal(RefusalCode.TicketNotFound, refused.Refusal.Code);
        Assert.Null(store.Find(stored.Id));
        Assert.False(await desk.ReadAsync(db => db.Files.AnyAsync(file => file.Id == stored.Id)));
    }

    private async Task<Guid> AttachAsync(string name, string type, string content)
    {
        var number = (await desk.FileAsync()).Number;
        using var files = new PendingFiles(desk.Get<FileStore>());
        await AddAsync(files, name, type, content);
        Assert.True((await desk.Get<AttachFiles>().RunAsync(number, files, Samples.Someone(), CancellationToken.None)).Succeeded);
        return Assert.IsType<TicketEvent.FileAttached>((await desk.LogAsync(number))[^1]).FileId;
    }

    private static Task AddAsync(PendingFiles files, string name, string type, string content) =>
        files.AddAsync(name, type, content.Length, _ => new MemoryStream(Encoding.UTF8.GetBytes(content)), () => { });
}
