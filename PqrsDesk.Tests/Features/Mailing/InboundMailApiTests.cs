using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Mailing;

public sealed class InboundMailApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_gateway_hands_a_message_over_and_is_told_the_case()
    {
        using var client = await ClientAsync();
        var message = Mails.Plain();
        var first = await PostAsync(client, message);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal("filed", first.Answer.GetProperty("fate").GetString());
        var number = first.Answer.GetProperty("number").GetString()!;
        Assert.Equal("Cobro doble", (await desk.TicketAsync(number)).Subject);

        var again = await PostAsync(client, message);
        Assert.Equal((number, true), (again.Answer.GetProperty("number").GetString(), again.Answer.GetProperty("again").GetBoolean()));
    }

    [Fact]
    public async Task What_nobody_can_place_is_kept_and_said()
    {
        using var client = await ClientAsync();
        var kept = await PostAsync(client, Mails.Plain(from: "nadie"));
        Assert.Equal((HttpStatusCode.OK, "waiting", "noSender"), (kept.Status, kept.Answer.GetProperty("fate").GetString(), kept.Answer.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Without_a_key_in_another_shape_or_empty_it_is_refused()
    {
        using var client = await ClientAsync();
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(client, Mails.Plain(), "text/plain")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(client, Mails.Plain(), null)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, [])).Status);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(stranger, Mails.Plain())).Status);
    }

    [Fact]
    public async Task A_message_of_forty_mebibytes_is_taken_and_one_of_sixty_is_not()
    {
        using var client = await ClientAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, Mails.WithFiles(1, bytes: 40 * 1024 * 1024))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(client, Mails.WithFiles(1, bytes: 60 * 1024 * 1024))).Status);
    }

    [Fact]
    public async Task The_original_is_a_download_for_staff_only()
    {
        using var client = await ClientAsync();
        var message = Mails.Plain("Con «original»");
        await PostAsync(client, message);
        var id = await desk.ReadAsync(db => Task.FromResult(db.ReceivedMails.OrderByDescending(mail => mail.Id).First(mail => mail.Subject == "Con «original»").Id));
        using var staff = await desk.StaffAsync();
        using var original = await staff.GetAsync(DeskUrls.MailOriginalOf(id));
        Assert.Equal(message, await original.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff"), (original.Content.Headers.ContentDisposition!.DispositionType, original.Headers.GetValues("X-Content-Type-Options").Single()));
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(DeskUrls.MailOriginalOf(id))).StatusCode);
    }

    private async Task<HttpClient> ClientAsync()
    {
        var (kept, key) = ApiKey.Create(Guid.NewGuid().ToString("N"), Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        var client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(HttpClient client, byte[] message, string? type = "message/rfc822")
    {
        using var content = new ByteArrayContent(message);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.ApiInboundMail) { Content = content };

        // Who sends much asks first: else the answer is lost with the connection.
        request.Headers.ExpectContinue = message.Length > 1024 * 1024;
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
