using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Channels;

/// <summary>Messages of a channel outside, signed, over HTTP.</summary>
public sealed class InboundChannelApiTests : IAsyncLifetime
{
    private const string Secret = "un secreto de verdad";
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Channels:telegram:Secret"] = Secret,
        ["Channels:telegram:Kind"] = "Claim",
        ["Channels:telegram:Way"] = "Chat",
        ["Channels:otro:Secret"] = "otro secreto de verdad",
    };

    private WebDesk desk = null!;

    public async Task InitializeAsync() => desk = await WebDesk.StartAsync(new() { Settings = Settings });

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task The_first_message_of_a_conversation_is_filed_and_the_next_are_the_petitioner_s_turns()
    {
        var first = await SendAsync(Message("c1", "m1", "Me cobraron dos veces.\nAyuda."));
        Assert.Equal((HttpStatusCode.OK, "filed"), (first.Status, Fate(first)));
        var number = Number(first);
        var ticket = await desk.TicketAsync(number);
        Assert.Equal((TicketKind.Claim, Channel.Chat, "Me cobraron dos veces. Ayuda.", "Rosa Cortés"), (ticket.Kind, ticket.Channel, ticket.Subject, ticket.PetitionerName));
        Assert.Equal((ActorKind.Petitioner, "Rosa Cortés"), (ticket.Events[0].ByKind, ticket.Events[0].ByName));
        Assert.NotNull(TrackingCode.Read(first.Body.GetProperty("trackingCode").GetString()));

        await desk.WaitAsync(number);
        var second = await SendAsync(Message("c1", "m2", "Adjunto el recibo."));
        Assert.Equal((number, "added", JsonValueKind.Null), (Number(second), Fate(second), second.Body.GetProperty("trackingCode").ValueKind));
        Assert.Equal(new TicketEvent.PetitionerResponded("Adjunto el recibo."), (await desk.LogAsync(number)).OfType<TicketEvent.PetitionerResponded>().Single());
        Assert.NotEqual(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(number)).Status);
        Assert.NotEqual(number, Number(await SendAsync(Message("c2", "m3", "Otra cosa."))));
        Assert.NotEqual(number, Number(await SendAsync(Message("c1", "m1", "Mismo nombre, otro canal."), "otro", "otro secreto de verdad")));
    }

    [Fact]
    public async Task The_same_message_again_changes_nothing()
    {
        var number = Number(await SendAsync(Message("c1", "m1", "Hola.")));
        await SendAsync(Message("c1", "m2", "Sigo aquí."));
        var version = (await desk.TicketAsync(number)).Version;

        foreach (var id in new[] { "m1", "m2" })
        {
            var again = await SendAsync(Message("c1", id, "Da igual."));
            Assert.Equal((number, "again"), (Number(again), Fate(again)));
        }

        Assert.Equal(version, (await desk.TicketAsync(number)).Version);
    }

    [Fact]
    public async Task Messages_that_come_in_another_order_say_in_their_text_when_they_were_sent()
    {
        var number = Number(await SendAsync(Message("c1", "m2", "Lo segundo.", "2026-03-03T10:05:00-05:00")));
        await SendAsync(Message("c1", "m1", "Lo primero.", "2026-03-03T10:01:00-05:00"));

        var log = (await desk.TicketAsync(number)).Events;
        Assert.Equal("Lo segundo.\n\n[Enviado: 2026-03-03 10:05:00 -05:00]", Assert.IsType<TicketEvent.Filed>(log[0].Event).Filing.Description);
        Assert.Equal("Lo primero.\n\n[Enviado: 2026-03-03 10:01:00 -05:00]", Assert.IsType<TicketEvent.PetitionerResponded>(log[1].Event).Text);
        Assert.True(log[1].At >= log[0].At);
    }

    [Fact]
    public async Task A_case_closed_lately_is_opened_again_and_one_closed_long_ago_or_given_up_is_followed_by_a_new_one()
    {
        var number = Number(await SendAsync(Message("c1", "m1", "Hola.")));
        await desk.AnswerAsync(number);
        await desk.CloseAsync(number);
        var reopened = await SendAsync(Message("c1", "m2", "No quedó resuelto."));
        Assert.Equal((number, "added"), (Number(reopened), Fate(reopened)));
        Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.Reopened>());

        await desk.AnswerAsync(number);
        await desk.CloseAsync(number);
        desk.Clock.Advance(TimeSpan.FromDays(31));
        var fresh = await SendAsync(Message("c1", "m3", "Otra vez yo."));
        Assert.Equal("filed", Fate(fresh));
        Assert.NotEqual(number, Number(fresh));
        Assert.Equal((Number(fresh), "added"), (Number(await SendAsync(Message("c1", "m4", "¿Y?"))), "added"));

        await desk.ChangeAsync(Number(fresh), (ticket, book, now) => ticket.Withdraw(WithdrawalKind.Express, "Desisto.", book, now));
        Assert.Equal("filed", Fate(await SendAsync(Message("c1", "m5", "Lo pensé mejor."))));
    }

    [Fact]
    public async Task Who_does_not_sign_well_or_in_time_is_told_nothing()
    {
        var body = Message("c1", "m1", "Hola.");
        var now = desk.Clock.Now.ToUnixTimeSeconds();
        var right = Sign(Secret, now, body);
        var wrong = new (string Channel, string? At, string? Signature)[]
        {
            ("telegram", $"{now}", null),
            ("telegram", null, right),
            ("telegram", $"{now}", right.ToUpperInvariant()),
            ("telegram", $"{now + 1}", right),
            ("telegram", $"{now}", Sign("otro secreto de verdad", now, body)),
            ("telegram", $"{now}", Sign(Secret, now, body + " ")),
            ("telegram", $"{now - 301}", Sign(Secret, now - 301, body)),
            ("telegram", $"{now + 400}", Sign(Secret, now + 400, body)),
            ("telegram", "ayer", "sha256=" + new string('0', 64)),
            ("nadie", $"{now}", right),
        };
        var told = new HashSet<string>();
        foreach (var (channel, at, signature) in wrong)
        {
            var (status, problem) = await PostAsync(desk, channel, at, signature, body);
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            told.Add(problem.GetProperty("detail").GetString()!);
        }

        Assert.Single(told);
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(desk, "TELEGRAM", $"{now}", right, body)).Status);
    }

    [Theory]
    [InlineData("""{"conversation":"c","message":"m","text":" "}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"message":"m","text":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"conversation":"c","text":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData("{\"conversation\":\"c\\u0000\",\"message\":\"m\",\"text\":\"a\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"conversation\":\"c\\ud800\",\"message\":\"m\",\"text\":\"a\"}", HttpStatusCode.BadRequest)]
    [InlineData("""{"conversation":"c","message":"m","texto":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"conversation":"c","message":"m","text":"a","sentAt":"ayer"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"conversation":"c","message":"m","text":"a","from":{"name":"R","email":"x"}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("long", HttpStatusCode.UnprocessableEntity)]
    [InlineData("huge", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_signed_message_that_is_of_no_use_is_a_problem(string body, HttpStatusCode status)
    {
        if (body == "long") body = JsonSerializer.Serialize(new { conversation = "c", message = "m", text = new string('a', 19_901) });
        if (body == "huge") body = JsonSerializer.Serialize(new { conversation = "c", message = "m", text = new string('a', 300_000) });
        Assert.Equal(status, (await SendAsync(body)).Status);
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task Who_says_nothing_of_themselves_is_anonymous_and_a_long_text_fits_with_its_time()
    {
        var body = JsonSerializer.Serialize(new { conversation = "c", message = "m", sentAt = "2026-03-03T10:05:00Z", text = new string('ñ', 19_900) });
        var ticket = await desk.TicketAsync(Number(await SendAsync(body)));
        Assert.Null(ticket.PetitionerName);
        Assert.Equal(Actor.Unnamed, ticket.Events[0].ByName);
    }

    [SkippableTheory, Engines]
    public async Task Twenty_messages_of_one_new_conversation_at_once_on_two_nodes_each_twice_are_one_case_with_twenty_turns(Engine engine)
    {
        await using var one = await WebDesk.StartAsync(new() { Engine = engine, Settings = Settings });
        await using var two = await one.AnotherNodeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => SendAsync(Message("c1", $"m{turn / 2}", $"Mensaje {turn / 2}."), node: turn % 2 == 0 ? one : two)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var number = Assert.Single(answers.Select(Number).Distinct());
        Assert.Single(answers, answer => Fate(answer) == "filed");
        Assert.Equal((19, 20), (answers.Count(answer => Fate(answer) == "added"), answers.Count(answer => Fate(answer) == "again")));
        var log = await one.LogAsync(number);
        var said = log.OfType<TicketEvent.PetitionerResponded>().Select(heard => heard.Text).Append(log.OfType<TicketEvent.Filed>().Single().Filing.Description);
        Assert.Equal(Enumerable.Range(0, 20).Select(each => $"Mensaje {each}.").Order(), said.Order());
        Assert.Equal(1, await one.ReadAsync(db => db.Tickets.CountAsync()));
    }

    private static string Message(string conversation, string id, string text, string? sentAt = null) =>
        JsonSerializer.Serialize(new { conversation, message = id, sentAt, from = new { id = "u7", name = "Rosa Cortés" }, text });

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string body, string channel = "telegram", string secret = Secret, WebDesk? node = null)
    {
        var at = desk.Clock.Now.ToUnixTimeSeconds();
        return await PostAsync(node ?? desk, channel, at.ToString(CultureInfo.InvariantCulture), Sign(secret, at, body), body);
    }

    private static string Sign(string secret, long at, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at}.{body}"))));

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(WebDesk node, string channel, string? at, string? signature, string body)
    {
        using var http = node.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.ApiInboundChannelOf(channel))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.ExpectContinue = body.Length > 200_000;
        if (at is not null) request.Headers.Add("X-Desk-Timestamp", at);
        if (signature is not null) request.Headers.Add("X-Desk-Signature", signature);
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode) Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static string Number((HttpStatusCode Status, JsonElement Body) answer) => answer.Body.GetProperty("number").GetString()!;

    private static string Fate((HttpStatusCode Status, JsonElement Body) answer) => answer.Body.GetProperty("fate").GetString()!;
}
