using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

/// <summary>What a program did to many tickets is taken back where nobody has changed them since.</summary>
public sealed class BulkUndoApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Each_is_again_what_it_was_but_what_others_changed_meanwhile()
    {
        var ana = await desk.HireAsync();
        var area = await desk.OpenAreaAsync($"Cartera {Guid.NewGuid():N}");
        string[] numbers = [(await desk.FileAsync()).Number, (await desk.FileAsync()).Number, (await desk.FileAsync()).Number];
        await desk.TakeAsync(numbers[0], ana);
        using var http = await desk.ProgramAsync(Role.Lead);

        var undo = await DoAsync(http, new { numbers = numbers.Append("PQRS-1999-000001"), action = "reassign", areaId = area.Id, reason = "Por error" });
        await desk.NoteAsync(numbers[2]);
        var back = await UndoAsync(http, undo!);

        Assert.Equal([(numbers[0], true, null), (numbers[1], true, null), (numbers[2], false, nameof(RefusalCode.ChangedMeanwhile))], back);
        var (first, last) = (await desk.TicketAsync(numbers[0]), await desk.TicketAsync(numbers[2]));
        Assert.Equal((Samples.FirstArea, ana.Id, area.Id), (first.AreaId, first.OwnerId, last.AreaId));
        Assert.Equal(2, first.Events.Count(line => line.Event is TicketEvent.Reassigned));

        // Once more it is nothing new: who changed them since was the undo.
        Assert.All(await UndoAsync(http, undo!), each => Assert.Equal((false, nameof(RefusalCode.ChangedMeanwhile)), (each.Done, each.Code)));
    }

    [Theory]
    [InlineData("""{"action":"take","ownerId":0}""")]
    [InlineData("""{"action":"prioritize","priority":"low","reason":"Por error"}""")]
    [InlineData("""{"action":"classify","topic":"Cobros"}""")]
    [InlineData("""{"action":"wait","reason":"La factura"}""")]
    [InlineData("""{"action":"snooze","until":"0"}""")]
    public async Task Every_change_that_can_be_is_taken_back(string wish)
    {
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync()).Number;
        if (wish.Contains("snooze", StringComparison.Ordinal)) await desk.TakeAsync(number, ana);
        var body = JsonSerializer.Deserialize<Dictionary<string, object>>(wish)!;
        body["numbers"] = new[] { number };
        if (body.ContainsKey("ownerId")) body["ownerId"] = ana.Id;
        if (body.ContainsKey("until")) body["until"] = desk.Clock.Now.AddMinutes(5);
        using var http = await desk.ProgramAsync(Role.Lead);
        var before = Stand(await desk.TicketAsync(number));

        var undo = await DoAsync(http, body);
        var between = Stand(await desk.TicketAsync(number));
        Assert.Equal([(number, true, null)], await UndoAsync(http, undo!));

        Assert.NotEqual(before, between);
        Assert.Equal(before, Stand(await desk.TicketAsync(number)));
    }

    [Fact]
    public async Task What_changed_nothing_or_cannot_be_taken_back_has_no_undo_and_another_s_is_none()
    {
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync(Role.Lead);
        using var another = await desk.ProgramAsync(Role.Lead);
        var take = new { numbers = new[] { number }, action = "take", ownerId = ana.Id };

        var undo = await DoAsync(http, take);
        Assert.Null(await DoAsync(http, take));
        Assert.Null(await DoAsync(http, new { numbers = new[] { (await desk.FileAsync()).Number }, action = "spam", reason = "Publicidad" }));
        foreach (var (client, slip) in new[] { (another, undo), (http, undo![..^2]), (http, "nada"), (http, ""), (http, null) })
        {
            var answer = await client.PostAsJsonAsync(DeskUrls.ApiTicketsBulkUndo, new { undo = slip });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("undo", out _));
        }

        Assert.Equal(ana.Id, (await desk.TicketAsync(number)).OwnerId);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync(DeskUrls.ApiTicketsBulkUndo, new { undo })).StatusCode);
    }

    private static object Stand(Ticket ticket) => (ticket.OwnerId, ticket.Priority, ticket.Topic, ticket.Status == TicketStatus.AwaitingPetitioner, ticket.SnoozedUntil);

    private static async Task<string?> DoAsync(HttpClient http, object body)
    {
        var answer = await http.PostAsJsonAsync(DeskUrls.ApiTicketsBulk, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return told.TryGetProperty("undo", out var undo) ? undo.GetString() : null;
    }

    private static async Task<IReadOnlyList<(string? Number, bool Done, string? Code)>> UndoAsync(HttpClient http, string undo)
    {
        var answer = await http.PostAsJsonAsync(DeskUrls.ApiTicketsBulkUndo, new { undo });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return
        [
            .. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray()
                .Select(item => (item.GetProperty("number").GetString(), item.GetProperty("done").GetBoolean(), item.TryGetProperty("code", out var code) ? code.GetString() : null)),
        ];
    }
}
