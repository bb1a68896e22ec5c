using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>The webhook over HTTP, as Meta calls it.</summary>
public sealed class MetaApiTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Desk:Channels:Meta:AppSecret"] = MetaPeer.Secret,
        ["Desk:Channels:Meta:VerifyToken"] = MetaPeer.VerifyToken,
        [$"Desk:Channels:Meta:Accounts:{MetaPeer.Phone}:Kind"] = "Claim",
    };

    private WebDesk desk = null!;

    private DateTimeOffset Now => desk.Clock.Now;

    public async Task InitializeAsync() => desk = await WebDesk.StartAsync(new() { Settings = Settings });

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("subscribe", MetaPeer.VerifyToken, HttpStatusCode.OK)]
    [InlineData("subscribe", "otra", HttpStatusCode.Forbidden)]
    [InlineData("subscribe", "", HttpStatusCode.Forbidden)]
    [InlineData("unsubscribe", MetaPeer.VerifyToken, HttpStatusCode.Forbidden)]
    public async Task The_challenge_is_answered_to_who_knows_the_word(string mode, string token, HttpStatusCode status)
    {
        using var http = desk.Client();
        using var answer = await http.GetAsync($"{DeskUrls.ApiMetaChannel}?hub.mode={mode}&hub.challenge=1158201444&hub.verify_token={Uri.EscapeDataString(token)}");
        Assert.Equal(status, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status == HttpStatusCode.OK ? ("text/plain", true) : ("application/problem+json", false), (answer.Content.Headers.ContentType!.MediaType, body == "1158201444"));
    }

    [Fact]
    public async Task A_desk_that_is_not_set_up_for_it_has_no_such_webhook()
    {
        await using var other = await WebDesk.StartAsync();
        using var http = other.Client();
        using var asked = await http.GetAsync($"{DeskUrls.ApiMetaChannel}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=");
        using var sent = await MetaPeer.SendAsync(other, MetaPeer.WhatsApp(MetaPeer.Text("wamid.1", Now, "Hola")));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asked.StatusCode, sent.StatusCode));
    }

    [Fact]
    public async Task Who_does_not_sign_with_the_secret_is_not_listened_to()
    {
        var body = MetaPeer.WhatsApp(MetaPeer.Text("wamid.1", Now, "Hola"));
        using var http = desk.Client();
        foreach (var signature in new[] { null, "", "sha256=", MetaPeer.Sign(Encoding.UTF8.GetBytes(body), "otro"), MetaPeer.Sign(Encoding.UTF8.GetBytes(body + " ")), MetaPeer.Sign(Encoding.UTF8.GetBytes(body))[7..] })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.ApiMetaChannel) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (signature is not null) request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
            using var answer = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(0, await CountAsync());
        Assert.Equal(HttpStatusCode.OK, await SendAsync(body));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_is_signed_and_of_no_use_is_taken_for_nothing_and_what_is_too_much_is_refused()
    {
        foreach (var body in new[] { "", "null", "{", "[]", """{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"message":{}}]}]}""" }) Assert.Equal(HttpStatusCode.OK, await SendAsync(body));
        using var bytes = await MetaPeer.SendAsync(desk, [0xFF, 0xFE, 0x7B]);
        Assert.Equal(HttpStatusCode.OK, bytes.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(new string(' ', 4 * 1024 * 1024 + 1)));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_conversation_is_one_case_of_who_wrote_it()
    {
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.1", Now, "Me cobraron dos veces.\nAyuda.")));
        var number = await OnlyNumberAsync();
        var ticket = await desk.TicketAsync(number);
        Assert.Equal((TicketKind.Claim, Channel.Chat, "Me cobraron dos veces. Ayuda.", "Rosa Cortés"), (ticket.Kind, ticket.Channel, ticket.Subject, ticket.PetitionerName));
        Assert.Equal("Me cobraron dos veces.\nAyuda.", Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event).Filing.Description);
        Assert.Equal((ActorKind.Petitioner, "Rosa Cortés"), (ticket.Events[0].ByKind, ticket.Events[0].ByName));
        Assert.Equal("+573001234567", await desk.ReadAsync(db => db.Contacts.Where(contact => contact.Id == ticket.PetitionerId).Select(contact => contact.Telephone).SingleAsync()));

        await desk.WaitAsync(number);
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.2", Now, "Aquí está.")));
        Assert.Equal("Aquí está.", (await desk.LogAsync(number)).OfType<TicketEvent.PetitionerResponded>().Single().Text);
        Assert.NotEqual(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(number)).Status);

        // Another person, another page and another network are other conversations.
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.3", Now, "Otra persona.", from: "573007654321")));
        await SendAsync(MetaPeer.Event(new { message = new { mid = "m_1", text = "Por Messenger." } }, Now));
        await SendAsync(MetaPeer.Event(new { message = new { mid = "m_1", text = "Por Instagram, con el mismo nombre de mensaje." } }, Now, instagram: true));
        Assert.Equal(4, await CountAsync());
        var messenger = await desk.ReadAsync(db => db.Tickets.OrderBy(each => each.Id).Select(each => new { each.Channel, each.PetitionerName }).ToListAsync());
        Assert.Equal([(Channel.SocialNetwork, "Usuario de Messenger …0001"), (Channel.SocialNetwork, "Usuario de Instagram …0001")], messenger.TakeLast(2).Select(each => (each.Channel, each.PetitionerName!)));
    }

    [Fact]
    public async Task Retries_echoes_and_progress_change_nothing_and_a_batch_is_taken_in_the_order_it_was_written()
    {
        var batch = MetaPeer.WhatsApp(MetaPeer.Text("wamid.2", Now.AddSeconds(-10), "Dos."), MetaPeer.Text("wamid.1", Now.AddSeconds(-20), "Uno."), MetaPeer.Text("wamid.3", Now.AddSeconds(-5), "Tres."));
        await SendAsync(batch);
        var number = await OnlyNumberAsync();
        Assert.Equal(["Uno.", "Dos.", "Tres."], await SaidAsync(number));

        var version = (await desk.TicketAsync(number)).Version;
        await SendAsync(batch);
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.9", Now, "Eco.", from: "576011234567")));
        await SendAsync(MetaPeer.Event(new { message = new { mid = "m_1", text = "Eco.", is_echo = true } }, Now));
        await SendAsync(MetaPeer.Event(new { read = new { watermark = Now.ToUnixTimeMilliseconds() } }, Now));
        await SendAsync(MetaPeer.Status("wamid.de-nadie", "read", Now));
        Assert.Equal((version, 1), ((await desk.TicketAsync(number)).Version, await CountAsync()));
    }

    [Fact]
    public async Task What_arrives_late_says_when_it_was_sent()
    {
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.2", Now.AddSeconds(-10), "Lo segundo.")));
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.1", Now.AddSeconds(-40), "Lo primero.")));
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.3", Now, "Lo último.")));
        var said = await SaidAsync(await OnlyNumberAsync());
        Assert.Equal(("Lo segundo.", "Lo último."), (said[0], said[2]));
        Assert.Matches(@"^Lo primero\.\n\n\[Enviado: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d -05:00\]$", said[1]);

        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.4", Now.AddHours(-3), "Estuvo sin red.", from: "573007654321")));
        Assert.Contains("Estuvo sin red.\n\n[Enviado: ", await desk.ReadAsync(db => db.Events.OrderByDescending(line => line.Id).Select(line => line.Event).FirstAsync()) is TicketEvent.Filed filed ? filed.Filing.Description : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_closed_lately_is_opened_again_and_later_a_new_one_begins_for_the_same_person()
    {
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.1", Now, "Hola.")));
        var number = await OnlyNumberAsync();
        await desk.AnswerAsync(number);
        await desk.CloseAsync(number);
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.2", Now, "No quedó resuelto.")));
        Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.Reopened>());

        await desk.AnswerAsync(number);
        await desk.CloseAsync(number);
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.3", Now, "Otra vez yo.")));
        Assert.Equal(2, await CountAsync());
        Assert.Single(await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.PetitionerId).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task A_reaction_is_a_note_of_the_case_and_begins_and_opens_none()
    {
        var reaction = new { from = MetaPeer.Telephone, id = "wamid.R", timestamp = "1772550300", type = "reaction", reaction = new { message_id = "wamid.N", emoji = "👍" } };
        await SendAsync(MetaPeer.WhatsApp(reaction));
        Assert.Equal(0, await CountAsync());

        await SendAsync(MetaPeer.WhatsApp(MetaPeer.Text("wamid.1", Now, "Hola.")));
        var number = await OnlyNumberAsync();
        await desk.WaitAsync(number);
        await SendAsync(MetaPeer.WhatsApp(reaction));
        await SendAsync(MetaPeer.WhatsApp(reaction));
        Assert.Equal("[Reacción: 👍]", Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.Noted>()).Text);
        Assert.Equal(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(number)).Status);
    }

    [Fact]
    public async Task What_cannot_be_kept_now_is_asked_for_again_and_a_closed_area_loses_nothing()
    {
        await using var other = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?>(Settings) { ["Desk:Channels:Meta:Area"] = "Aseo" } });
        await OpenAsync(false);
        var body = MetaPeer.WhatsApp(MetaPeer.Text("wamid.1", Now, "Hola."));
        using (var refused = await MetaPeer.SendAsync(other, body)) Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await OpenAsync(true);
        using (var taken = await MetaPeer.SendAsync(other, body)) Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(Samples.FirstArea, await other.ReadAsync(db => db.Tickets.Select(ticket => ticket.AreaId).SingleAsync()));

        Task<int> OpenAsync(bool open) => other.Get<DeskWriter>().RunAsync(db => db.Areas.ExecuteUpdateAsync(set => set.SetProperty(area => area.Active, open)), CancellationToken.None);
    }

    [SkippableTheory, Engines]
    public async Task Twenty_messages_at_once_on_two_nodes_each_twice_are_one_case_with_twenty_turns(Engine engine)
    {
        await using var one = await WebDesk.StartAsync(new() { Engine = engine, Settings = Settings });
        await using var two = await one.AnotherNodeAsync();
        var at = one.Clock.Now;
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async turn =>
        {
            using var answer = await MetaPeer.SendAsync(turn % 2 == 0 ? one : two, MetaPeer.WhatsApp(MetaPeer.Text($"wamid.{turn / 2}", at, $"Mensaje {turn / 2}.")));
            return answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        var ticket = await one.TicketAsync(await one.ReadAsync(db => db.Tickets.Select(each => each.Number).SingleAsync()));
        Assert.Equal(Enumerable.Range(0, 20).Select(each => $"Mensaje {each}.").Order(), Said(ticket).Order());
        Assert.Equal(1, await one.ReadAsync(db => db.Contacts.CountAsync()));
    }

    private async Task<HttpStatusCode> SendAsync(string body)
    {
        using var answer = await MetaPeer.SendAsync(desk, body);
        return answer.StatusCode;
    }

    private Task<int> CountAsync() => desk.ReadAsync(db => db.Tickets.CountAsync());

    private Task<string> OnlyNumberAsync() => desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Number).SingleAsync());

    private async Task<List<string>> SaidAsync(string number) => Said(await desk.TicketAsync(number));

    private static List<string> Said(Ticket ticket) =>
        [.. ticket.Events.Select(line => line.Event switch { TicketEvent.Filed filed => filed.Filing.Description, TicketEvent.PetitionerResponded heard => heard.Text, _ => null }).OfType<string>()];
}
