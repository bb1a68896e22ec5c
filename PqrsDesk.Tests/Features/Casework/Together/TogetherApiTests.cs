using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Who follows a ticket and what is said beside it, by programs.</summary>
public sealed class TogetherApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_makes_people_follow_lists_them_and_lets_them_go()
    {
        var (ana, beto) = (await desk.HireAsync("Ana Sigue"), await desk.HireAsync("Beto Sigue"));
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync();

        Assert.Equal([beto.Id], await FollowersAsync(await http.PutAsync(DeskUrls.ApiTicketFollowerOf(number, beto.Id), null)));
        Assert.Equal([ana.Id, beto.Id], await FollowersAsync(await http.PutAsync(DeskUrls.ApiTicketFollowerOf(number, ana.Id), null)));
        Assert.Equal([ana.Id, beto.Id], await FollowersAsync(await http.PutAsync(DeskUrls.ApiTicketFollowerOf(number, ana.Id), null)));
        Assert.Equal([beto.Id], await FollowersAsync(await http.DeleteAsync(DeskUrls.ApiTicketFollowerOf(number, ana.Id))));
        Assert.Equal([beto.Id], await FollowersAsync(await http.DeleteAsync(DeskUrls.ApiTicketFollowerOf(number, ana.Id))));
        Assert.Equal([beto.Id], await FollowersAsync(await http.GetAsync(DeskUrls.ApiTicketFollowersOf(number))));
        Assert.Equal(1, (await desk.TicketAsync(number)).Version);

        await desk.NoteAsync(number, "Novedad.");
        Assert.Equal([beto.Id], await desk.ReadAsync(db => db.Notices.Where(notice => notice.Kind == NoticeKind.Follow).Select(notice => notice.StaffId).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_unknown_follows_nor_speaks_and_nothing_unknown_is_followed()
    {
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.AgentUnknown)), await RefusedAsync(await http.PutAsync(DeskUrls.ApiTicketFollowerOf(number, 999_999), null)));
        Assert.Equal((HttpStatusCode.NotFound, nameof(RefusalCode.TicketNotFound)), await RefusedAsync(await http.PutAsync(DeskUrls.ApiTicketFollowerOf("PQRS-1999-000001", ana.Id), null)));
        Assert.Equal((HttpStatusCode.NotFound, nameof(RefusalCode.TicketNotFound)), await RefusedAsync(await http.GetAsync(DeskUrls.ApiTicketFollowersOf("PQRS-1999-000001"))));
        Assert.Equal((HttpStatusCode.NotFound, nameof(RefusalCode.TicketNotFound)), await RefusedAsync(await http.GetAsync(DeskUrls.ApiTicketChatOf("PQRS-1999-000001"))));
        Assert.Equal((HttpStatusCode.NotFound, nameof(RefusalCode.TicketNotFound)), await RefusedAsync(await SayAsync(http, "PQRS-1999-000001", new { memberId = ana.Id, text = "Hola" })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.AgentUnknown)), await RefusedAsync(await SayAsync(http, number, new { text = "Hola" })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TextMissing)), await RefusedAsync(await SayAsync(http, number, new { memberId = ana.Id, text = " \0 " })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TextTooLong)), await RefusedAsync(await SayAsync(http, number, new { memberId = ana.Id, text = new string('ñ', ChatLine.Limit + 1) })));
        Assert.Equal(HttpStatusCode.BadRequest, (await SayAsync(http, number, new { memberId = ana.Id, text = "Hola", seen = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync($"{DeskUrls.ApiTicketChatOf(number)}?after=x")).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(DeskUrls.ApiTicketChatOf(number))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PutAsync(DeskUrls.ApiTicketFollowerOf(number, ana.Id), null)).StatusCode);
        Assert.Equal(0, await desk.ReadAsync(db => db.ChatLines.CountAsync(line => line.StaffId == ana.Id)));
    }

    [Fact]
    public async Task A_line_that_a_program_brings_is_its_members_says_who_brought_it_and_calls_people()
    {
        var (ana, beto) = (await desk.HireAsync("Ana Puente"), await desk.HireAsync("Beto Puente"));
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync();
        const string Hostile = "<script>alert(1)</script> \u202e @Beto Puente 🙂";

        var line = await (await SayAsync(http, number, new { memberId = ana.Id, text = Hostile })).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((ana.Id, Hostile), (line.GetProperty("memberId").GetInt32(), line.GetProperty("text").GetString()));
        Assert.StartsWith("Ana Puente · prueba ", line.GetProperty("by").GetString(), StringComparison.Ordinal);
        Assert.Equal([beto.Id], line.GetProperty("mentions").EnumerateArray().Select(each => each.GetInt32()));
        Assert.Equal([beto.Id], await FollowersAsync(await http.GetAsync(DeskUrls.ApiTicketFollowersOf(number))));
        Assert.Equal(1, await desk.ReadAsync(db => db.Notices.CountAsync(notice => notice.StaffId == beto.Id && notice.Kind == NoticeKind.Mention)));
        Assert.Equal(1, (await desk.TicketAsync(number)).Version);
    }

    [Fact]
    public async Task What_is_sent_again_with_its_key_is_said_once_and_the_chat_is_read_piece_by_piece()
    {
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync();

        var ids = new List<long>();
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SayAsync(http, number, new { memberId = ana.Id, text = "Una vez." }, "c-1"))))
            ids.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64());
        Assert.Single(ids.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SayAsync(http, number, new { memberId = ana.Id, text = "Otra cosa." }, "c-1")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SayAsync(http, number, new { memberId = ana.Id, text = "Otra cosa." }, "con espacio")).StatusCode);
        for (var more = 1; more <= 2; more++) await SayAsync(http, number, new { memberId = ana.Id, text = $"Línea {more}" });

        var first = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTicketChatOf(number)}?limit=2");
        var rest = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTicketChatOf(number)}?after={first.GetProperty("next").GetInt64()}");
        Assert.Equal(["Una vez.", "Línea 1"], TextsOf(first));
        Assert.Equal(["Línea 2"], TextsOf(rest));
        var nothing = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTicketChatOf(number)}?after={rest.GetProperty("next").GetInt64()}");
        Assert.Equal((0, rest.GetProperty("next").GetInt64()), (nothing.GetProperty("items").GetArrayLength(), nothing.GetProperty("next").GetInt64()));
    }

    private static IEnumerable<string?> TextsOf(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("text").GetString());

    private static async Task<HttpResponseMessage> SayAsync(HttpClient http, string number, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.ApiTicketChatOf(number)) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        if (key is not null) Assert.True(request.Headers.TryAddWithoutValidation("Idempotency-Key", key));
        return await http.SendAsync(request);
    }

    private static async Task<IReadOnlyList<int>> FollowersAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(each => each.GetProperty("memberId").GetInt32())];
    }

    private static async Task<(HttpStatusCode Status, string? Code)> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
