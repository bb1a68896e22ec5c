using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>Notes, replies and the petitioner's messages by programs, and what they read back.</summary>
public sealed class WordsApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_notes_replies_and_brings_what_the_petitioner_said()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;

        var noted = await PostAsync(http, DeskUrls.ApiTicketNotesOf(number), """{"text":"Revisar con cartera."}""");
        var replied = await PostAsync(http, DeskUrls.ApiTicketRepliesOf(number), """{"text":"Lo estamos revisando.","seen":2}""");
        await desk.WaitAsync(number);
        var heard = await PostAsync(http, DeskUrls.ApiTicketMessagesOf(number), """{"text":"Adjunto la factura.","seen":4}""");

        Assert.All(new[] { noted, replied, heard }, each => Assert.Equal(HttpStatusCode.OK, each.Status));
        Assert.Equal((2, 3), (Version(noted.Body), Version(replied.Body)));
        Assert.NotEqual(JsonValueKind.Null, replied.Body.GetProperty("firstReplyAt").ValueKind);
        Assert.NotEqual("awaitingPetitioner", heard.Body.GetProperty("status").GetString());
        var ticket = await desk.TicketAsync(number);
        Assert.Contains(new TicketEvent.Noted("Revisar con cartera."), ticket.Events.Select(line => line.Event));
        Assert.Contains(new TicketEvent.PetitionerResponded("Adjunto la factura."), ticket.Events.Select(line => line.Event));
        Assert.Equal(ActorKind.Program, ticket.Events[1].ByKind);
    }

    [Fact]
    public async Task What_was_decided_on_an_older_version_is_refused_and_told_what_happened_since()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.NoteAsync(number, "Otro llegó antes.");

        foreach (var address in new[] { DeskUrls.ApiTicketNotesOf(number), DeskUrls.ApiTicketRepliesOf(number), DeskUrls.ApiTicketMessagesOf(number) })
        {
            var (status, problem) = await PostAsync(http, address, """{"text":"Tarde.","seen":1}""");
            Assert.Equal((HttpStatusCode.Conflict, nameof(RefusalCode.ChangedMeanwhile), 2), (status, problem.GetProperty("code").GetString(), problem.GetProperty("version").GetInt32()));
            var since = Assert.Single(problem.GetProperty("since").EnumerateArray());
            Assert.Equal(("noted", "Otro llegó antes."), (since.GetProperty("what").GetString(), since.GetProperty("details").GetProperty("text").GetString()));
        }

        Assert.Equal(2, (await desk.TicketAsync(number)).Version);
    }

    [Theory]
    [InlineData("""{"text":"  "}""", HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TextMissing))]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TextMissing))]
    [InlineData("long", HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TextTooLong))]
    [InlineData("""{"texto":"a"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"text":"a","seen":"1"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("", HttpStatusCode.BadRequest, null)]
    public async Task What_says_nothing_too_much_or_cannot_be_read_is_a_problem(string body, HttpStatusCode status, string? code)
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        if (body == "long") body = JsonSerializer.Serialize(new { text = new string('ñ', 20_001) });
        foreach (var address in new[] { DeskUrls.ApiTicketNotesOf(number), DeskUrls.ApiTicketRepliesOf(number), DeskUrls.ApiTicketMessagesOf(number) })
        {
            var (told, problem) = await PostAsync(http, address, body);
            Assert.Equal((status, code), (told, problem.TryGetProperty("code", out var given) ? given.GetString() : null));
        }
    }

    [Fact]
    public async Task What_is_sent_again_with_its_key_is_said_once_also_at_the_same_instant()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        var address = DeskUrls.ApiTicketRepliesOf(number);
        const string Body = """{"text":"Lo estamos revisando.","seen":1}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(http, address, Body, "r-1")));
        var later = await PostAsync(http, address, Body, "r-1");

        Assert.All(answers.Append(later), answer => Assert.Equal((HttpStatusCode.OK, 2), (answer.Status, Version(answer.Body))));
        Assert.Single((await desk.TicketAsync(number)).Events, line => line.Event is TicketEvent.Replied);
        var other = (await desk.FileAsync()).Number;
        foreach (var (where, body) in new[] { (address, """{"text":"Otra cosa."}"""), (DeskUrls.ApiTicketRepliesOf(other), Body), (DeskUrls.ApiTicketNotesOf(number), Body) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(http, where, body, "r-1")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(http, address, Body, "con espacio")).Status);
        Assert.Equal((2, 1), ((await desk.TicketAsync(number)).Version, (await desk.TicketAsync(other)).Version));
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(http, DeskUrls.ApiTicketNotesOf(number), """{"text":" "}""", "n-1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(http, DeskUrls.ApiTicketNotesOf(number), """{"text":"Ya."}""", "n-1")).Status);
    }

    [Fact]
    public async Task A_closed_ticket_takes_notes_only_an_unknown_one_nothing_and_a_stranger_nothing_at_all()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.AnswerAsync(number);
        await desk.CloseAsync(number);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(http, DeskUrls.ApiTicketNotesOf(number), """{"text":"a"}""")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(http, DeskUrls.ApiTicketRepliesOf(number), """{"text":"a"}""")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(http, DeskUrls.ApiTicketMessagesOf(number), """{"text":"a"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(http, DeskUrls.ApiTicketNotesOf("PQRS-1999-000001"), """{"text":"a"}""")).Status);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(stranger, DeskUrls.ApiTicketNotesOf(number), """{"text":"a"}""")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(DeskUrls.ApiTicketEventsOf(number))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(DeskUrls.ApiChanges)).StatusCode);
    }

    [Fact]
    public async Task The_history_is_read_piece_by_piece_and_goes_on_where_one_stopped()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        for (var note = 1; note <= 4; note++) await desk.NoteAsync(number, $"Nota {note}");

        var seen = new List<string>();
        var next = 0;
        for (var page = 0; page < 3; page++)
        {
            var piece = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTicketEventsOf(number)}?after={next}&limit=2");
            seen.AddRange(piece.GetProperty("items").EnumerateArray().Select(item => $"{Version(item)} {item.GetProperty("what").GetString()}"));
            next = piece.GetProperty("next").GetInt32();
        }

        Assert.Equal(["1 filed", "2 noted", "3 noted", "4 noted", "5 noted"], seen);
        var nothing = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTicketEventsOf(number)}?after={next}");
        Assert.Equal((0, 5), (nothing.GetProperty("items").GetArrayLength(), nothing.GetProperty("next").GetInt32()));
        var first = (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketEventsOf(number))).GetProperty("items")[0];
        Assert.Equal(Samples.Filing.Subject, first.GetProperty("details").GetProperty("filing").GetProperty("subject").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiTicketEventsOf("PQRS-1999-000001"))).StatusCode);
    }

    [Theory]
    [InlineData("after=-1", "after")]
    [InlineData("after=x", "after")]
    [InlineData("after=99999999999999999999", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    public async Task A_parameter_that_is_of_no_use_is_named(string query, string field)
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        foreach (var address in new[] { DeskUrls.ApiChanges, DeskUrls.ApiTicketEventsOf(number) })
        {
            using var answer = await http.GetAsync($"{address}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
        }
    }

    [SkippableTheory, Engines]
    public async Task Whoever_polls_while_two_nodes_write_hears_each_event_once_and_where_each_case_stands(Engine engine)
    {
        await using var one = await WebDesk.StartAsync(new() { Engine = engine });
        await using var two = await one.AnotherNodeAsync();
        using var http = await one.ProgramAsync();
        var next = (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiChanges)).GetProperty("next").GetInt64();

        var writing = Task.WhenAll(new[] { one, two }.Select(node => Task.Run(async () =>
        {
            for (var turn = 0; turn < 20; turn++)
            {
                var number = (await node.FileAsync()).Number;
                await node.AnswerAsync(number);
            }
        })));
        var heard = new List<(long Position, string Number, string What)>();
        for (var last = false; ;)
        {
            var piece = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiChanges}?after={next}&limit=7");
            heard.AddRange(piece.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("position").GetInt64(), item.GetProperty("number").GetString()!, item.GetProperty("what").GetString()!)));
            next = piece.GetProperty("next").GetInt64();
            if (piece.GetProperty("items").GetArrayLength() > 0) continue;
            if (last) break;
            last = writing.IsCompleted;
        }

        await writing;
        Assert.Equal(heard.Select(each => each.Position).Distinct().Order(), heard.Select(each => each.Position));
        Assert.Equal(await one.ReadAsync(db => Task.FromResult(db.Events.Count())), heard.Count);
        Assert.Equal(40, heard.Count(each => each.What == "filed"));
        Assert.Equal(40, heard.Where(each => each.What == "answered").Select(each => each.Number).Distinct().Count());
        var now = (await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiChanges}?after=0&limit=1")).GetProperty("items")[0];
        Assert.Equal(("filed", "answered"), (now.GetProperty("what").GetString(), now.GetProperty("status").GetString()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient http, string address, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) Assert.True(request.Headers.TryAddWithoutValidation("Idempotency-Key", key));
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode) Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static int Version(JsonElement of) => of.GetProperty("version").GetInt32();
}
