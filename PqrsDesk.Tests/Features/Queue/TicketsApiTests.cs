using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class TicketsApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Pages_follow_each_other_to_the_end()
    {
        var topic = await FileAsync(5);
        using var client = await ClientAsync();
        var numbers = new List<string?>();

        string? cursor = null;
        do
        {
            var page = await GetAsync(client, $"topic={topic}&limit=2&cursor={cursor}");
            Assert.False(page.TryGetProperty("total", out _));
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null && numbers.Count < 100);

        Assert.Equal(5, numbers.Distinct().Count());
        Assert.Equal(5, numbers.Count);
    }

    [Fact]
    public async Task An_item_is_written_for_programs()
    {
        var topic = await FileAsync(1);
        using var client = await ClientAsync();

        var page = await GetAsync(client, $"topic={topic}&count=true");
        var item = Assert.Single(page.GetProperty("items").EnumerateArray());

        Assert.Equal(1, page.GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        Assert.Equal("claim", item.GetProperty("kind").GetString());
        Assert.Equal("filed", item.GetProperty("status").GetString());
        Assert.Equal("web", item.GetProperty("channel").GetString());
        Assert.Equal(Samples.Petitioner.Name, item.GetProperty("petitionerName").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("ownerId").ValueKind);
        Assert.EndsWith("+00:00", item.GetProperty("nextDueAt").GetString(), StringComparison.Ordinal);
        Assert.False(item.TryGetProperty("id", out _));
        Assert.False(item.TryGetProperty("queueAt", out _));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("count=perhaps", "count")]
    [InlineData("kind=3", "kind")]
    [InlineData("kind=rant", "kind")]
    [InlineData("status=overdue", "status")]
    [InlineData("area=-1", "area")]
    [InlineData("filedFrom=03/04/2026", "filedFrom")]
    [InlineData("filedTo=2026-02-30", "filedTo")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("ownr=3", "ownr")]
    public async Task A_bad_value_is_answered_by_its_name(string query, string name)
    {
        using var client = await ClientAsync();

        var response = await client.GetAsync($"{DeskUrls.ApiTickets}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(name, error.Name);
        Assert.NotEqual("", error.Value[0].GetString());
    }

    [Fact]
    public async Task Without_a_key_there_is_nothing_to_see()
    {
        using var client = desk.Client();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(DeskUrls.ApiTickets)).StatusCode);
    }

    [Fact]
    public async Task Several_filters_narrow_together()
    {
        var topic = await FileAsync(2);
        using var client = await ClientAsync();

        var none = await GetAsync(client, $"topic={topic}&priority=low&count=true");
        var both = await GetAsync(client, $"topic={topic}&kind=claim&unassigned=true&scope=any&text=cobro&order=newest&count=true");

        Assert.Equal(0, none.GetProperty("total").GetInt32());
        Assert.Equal(2, both.GetProperty("total").GetInt32());
    }

    /// <returns>A topic of their own, by which the test finds them among those of others.</returns>
    private async Task<string> FileAsync(int count)
    {
        var topic = $"{Guid.NewGuid():N}";
        for (var i = 0; i < count; i++) await desk.FileAsync(Samples.Filing with { Topic = topic });
        return topic;
    }

    private async Task<HttpClient> ClientAsync()
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        var client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return client;
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string query)
    {
        var response = await client.GetAsync($"{DeskUrls.ApiTickets}?{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
