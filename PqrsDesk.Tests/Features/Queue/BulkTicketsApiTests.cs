using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class BulkTicketsApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Each_number_is_answered_and_the_refused_do_not_hold_the_others_back()
    {
        var (ana, beto) = (await desk.HireAsync(), await desk.HireAsync("Beto Ruiz"));
        var numbers = await FileAsync(3);
        await desk.TakeAsync(numbers[1], beto);
        using var http = await ProgramAsync();

        var answer = await PostAsync(http, new { numbers = numbers.Append("PQRS-1999-000001").Append(numbers[0]), action = "take", ownerId = ana.Id });

        Assert.Equal(
            [(numbers[0], true, null), (numbers[1], false, "AlreadyOwnedByAnother"), (numbers[2], true, null), ("PQRS-1999-000001", false, "TicketNotFound")],
            answer.GetProperty("results").EnumerateArray().Select(item => (item.GetProperty("number").GetString(), item.GetProperty("done").GetBoolean(), Text(item, "code"))));
        Assert.False(string.IsNullOrEmpty(Text(answer.GetProperty("results")[1], "detail")));
        Assert.Equal(
            (ana.Id, beto.Id, ana.Id),
            ((await desk.TicketAsync(numbers[0])).OwnerId, (await desk.TicketAsync(numbers[1])).OwnerId, (await desk.TicketAsync(numbers[2])).OwnerId));
    }

    [Fact]
    public async Task What_is_a_leads_is_refused_to_an_agents_key_and_done_for_a_leads()
    {
        var (ana, beto) = (await desk.HireAsync(), await desk.HireAsync("Beto Ruiz"));
        var numbers = await FileAsync(1);
        await desk.TakeAsync(numbers[0], beto);
        using var agent = await ProgramAsync();
        using var lead = await ProgramAsync(Role.Lead);
        var body = new { numbers, action = "assign", ownerId = ana.Id };

        Assert.Equal("NotYourTicket", Text((await PostAsync(agent, body)).GetProperty("results")[0], "code"));
        Assert.True((await PostAsync(lead, body)).GetProperty("results")[0].GetProperty("done").GetBoolean());
        Assert.Equal(ana.Id, (await desk.TicketAsync(numbers[0])).OwnerId);
    }

    [Fact]
    public async Task A_priority_and_its_reason_reach_every_history_and_again_is_no_second_line()
    {
        var numbers = await FileAsync(2);
        using var http = await ProgramAsync();
        var body = new { numbers, action = "prioritize", priority = "high", reason = "Afecta a un hospital" };

        await PostAsync(http, body);
        await PostAsync(http, body);

        foreach (var number in numbers)
            Assert.Equal(new TicketEvent.PriorityChanged(Priority.Medium, Priority.High, "Afecta a un hospital"), Assert.Single((await desk.LogAsync(number)).OfType<TicketEvent.PriorityChanged>()));
    }

    [Theory]
    [InlineData("""{"numbers":[],"action":"take","ownerId":1}""", "numbers")]
    [InlineData("""{"action":"take","ownerId":1}""", "numbers")]
    [InlineData("""{"numbers":[" "],"action":"take","ownerId":1}""", "numbers")]
    [InlineData("""{"numbers":[null],"action":"take","ownerId":1}""", "numbers")]
    [InlineData("""{"numbers":["a\u0000"],"action":"take","ownerId":1}""", "numbers")]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"ownerId":1}""", "action")]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"action":"take"}""", "ownerId")]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"action":"assign"}""", "ownerId")]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"action":"prioritize","reason":"x"}""", "priority")]
    public async Task What_is_missing_is_answered_by_its_name(string body, string name)
    {
        using var http = await ProgramAsync();

        var problem = await RefusedAsync(http, body, HttpStatusCode.BadRequest);

        Assert.Equal(name, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"action":"close"}""")]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"action":"take","owner":1}""")]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"action":"take","ownerId":"1"}""")]
    [InlineData("""{"numbers":["PQRS-2026-000001"],"action":2,"ownerId":1}""")]
    [InlineData("""{"numbers":"PQRS-2026-000001","action":"take","ownerId":1}""")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task What_cannot_be_read_is_a_problem(string body)
    {
        using var http = await ProgramAsync();
        await RefusedAsync(http, body, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task More_than_five_hundred_are_too_many()
    {
        using var http = await ProgramAsync();
        var numbers = Enumerable.Range(1, ChangeRows.Most + 1).Select(i => $"PQRS-2026-{i:000000}");

        var problem = await RefusedAsync(http, JsonSerializer.Serialize(new { numbers, action = "take", ownerId = 1 }), HttpStatusCode.BadRequest);

        Assert.Equal("numbers", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task What_would_be_refused_for_every_ticket_is_refused_as_a_whole()
    {
        var numbers = await FileAsync(1);
        using var http = await ProgramAsync();

        var nobody = await RefusedAsync(http, JsonSerializer.Serialize(new { numbers, action = "assign", ownerId = 987_654 }), HttpStatusCode.UnprocessableEntity);
        var reasonless = await RefusedAsync(http, JsonSerializer.Serialize(new { numbers, action = "prioritize", priority = "high" }), HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("AgentUnknown", "ReasonMissing"), (Text(nobody, "code"), Text(reasonless, "code")));
        Assert.Single(await desk.LogAsync(numbers[0]));
    }

    [Fact]
    public async Task Without_a_key_nothing_can_be_changed()
    {
        using var http = desk.Client();

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsJsonAsync(DeskUrls.ApiTicketsBulk, new { })).StatusCode);
    }

    [Fact]
    public async Task The_description_knows_it()
    {
        using var http = desk.Client();
        var paths = (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiDescription.Replace("{documentName}", "v1", StringComparison.Ordinal))).GetProperty("paths");

        var post = paths.GetProperty(DeskUrls.ApiTicketsBulk).GetProperty("post");

        Assert.Equal("ChangeTickets", Text(post, "operationId"));
        Assert.True(post.GetProperty("responses").TryGetProperty("422", out _));
    }

    private async Task<List<string>> FileAsync(int count)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++) numbers.Add((await desk.FileAsync()).Number);
        return numbers;
    }

    private async Task<HttpClient> ProgramAsync(Role role = Role.Agent)
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", role, desk.Clock.Now);
        await desk.AddAsync(kept);
        var client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return client;
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, object body)
    {
        using var response = await http.PostAsJsonAsync(DeskUrls.ApiTicketsBulk, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> RefusedAsync(HttpClient http, string body, HttpStatusCode status)
    {
        using var response = await http.PostAsync(DeskUrls.ApiTicketsBulk, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
