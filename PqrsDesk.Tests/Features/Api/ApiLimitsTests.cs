using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Api;

public sealed class ApiLimitsTests
{
    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_back_and_others_go_on()
    {
        await using var desk = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:Api:RequestsPerMinute"] = "5" } });
        using var busy = await desk.ProgramAsync();
        using var calm = await desk.ProgramAsync();

        // The window may end in between, once.
        HttpResponseMessage? refused = null;
        for (var turn = 0; turn < 11 && refused is null; turn++)
        {
            var answer = await busy.GetAsync(DeskUrls.ApiTickets);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused = answer;
            else Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.NotNull(refused);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
        using var other = await calm.GetAsync(DeskUrls.ApiTickets);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var page = await busy.GetAsync(DeskUrls.PublicForm);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task With_zero_there_is_no_limit_and_less_is_no_setting()
    {
        await using var desk = await WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:Api:RequestsPerMinute"] = "0" } });
        using var http = await desk.ProgramAsync();
        for (var turn = 0; turn < 30; turn++)
        {
            using var answer = await http.GetAsync(DeskUrls.ApiTickets);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => WebDesk.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Desk:Api:RequestsPerMinute"] = "-1" } }));
    }
}
