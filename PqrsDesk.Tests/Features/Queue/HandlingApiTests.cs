using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class HandlingApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_puts_on_hold_resumes_moves_and_merges()
    {
        var billing = await desk.OpenAreaAsync($"Facturación {Guid.NewGuid():N}");
        string[] numbers = [(await desk.FileAsync()).Number, (await desk.FileAsync()).Number];
        using var http = await desk.ProgramAsync();

        Assert.All(await DoneAsync(http, new { numbers, action = "wait", reason = "Falta la factura" }), Assert.True);
        Assert.Equal(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(numbers[0])).Status);
        Assert.All(await DoneAsync(http, new { numbers, action = "resume" }), Assert.True);
        Assert.All(await DoneAsync(http, new { numbers, action = "reassign", areaId = billing.Id, reason = "Es de facturación\0" }), Assert.True);
        Assert.Equal(billing.Id, (await desk.TicketAsync(numbers[1])).AreaId);
        Assert.All(await DoneAsync(http, new { numbers, action = "merge", reason = "Es lo mismo" }), Assert.True);
        Assert.Equal(numbers[0], (await desk.TicketAsync(numbers[1])).MergedInto);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var numbers = new[] { (await desk.FileAsync()).Number };
        using var http = await desk.ProgramAsync();
        foreach (var (body, field) in ((object, string)[])[(new { numbers, action = "snooze" }, "until"), (new { numbers, action = "reassign", reason = "x" }, "areaId"), (new { numbers, action = "classify" }, "topic")])
        {
            var answer = await http.PostAsJsonAsync(DeskUrls.ApiTicketsBulk, body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _), field);
        }
    }

    [Fact]
    public async Task The_next_best_case_is_handed_to_whom_a_program_names()
    {
        var area = await desk.OpenAreaAsync($"Área {Guid.NewGuid():N}");
        var ana = await desk.HireAsync(areaId: area.Id);
        var number = (await desk.FileAsync(Samples.Filing with { AreaId = area.Id })).Number;
        await desk.FileAsync();
        using var http = await desk.ProgramAsync();

        Assert.Equal(number, (await NextAsync(http, ana.Id)).GetProperty("number").GetString());
        var nothing = await NextAsync(http, ana.Id);
        Assert.Equal("nothingFits", nothing.GetProperty("code").GetString());
        Assert.False(nothing.TryGetProperty("number", out _));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(DeskUrls.ApiTicketsNext, new { ownerId = 999_999 })).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync(DeskUrls.ApiTicketsNext, new { ownerId = ana.Id })).StatusCode);
        Assert.Equal(Role.Agent, ana.Role);
    }

    private static async Task<JsonElement> NextAsync(HttpClient http, int owner) => await (await http.PostAsJsonAsync(DeskUrls.ApiTicketsNext, new { ownerId = owner })).Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<IReadOnlyList<bool>> DoneAsync(HttpClient http, object body)
    {
        var answer = await http.PostAsJsonAsync(DeskUrls.ApiTicketsBulk, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().Select(item => item.GetProperty("done").GetBoolean())];
    }
}
