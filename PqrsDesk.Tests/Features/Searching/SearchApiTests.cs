using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Searching;

public sealed class SearchApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Programs_find_page_by_page()
    {
        for (var i = 0; i < 5; i++) await desk.FileAsync(Samples.Filing with { Description = "Un ornitorrinco en el acueducto." });
        using var client = await ClientAsync();
        var numbers = new List<string?>();

        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiSearch}?q=ornito&limit=2&cursor={cursor}");
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null && numbers.Count < 100);

        Assert.Equal(5, numbers.Distinct().Count());
        Assert.Equal(5, numbers.Count);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=%20", "q")]
    [InlineData("q=a&limit=0", "limit")]
    [InlineData("q=a&limit=ten", "limit")]
    [InlineData("q=a&cursor=nonsense", "cursor")]
    public async Task A_bad_value_is_answered_by_its_name(string query, string name)
    {
        using var client = await ClientAsync();

        var response = await client.GetAsync($"{DeskUrls.ApiSearch}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(name, Assert.Single((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Without_a_key_there_is_nothing_to_find()
    {
        using var client = desk.Client();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"{DeskUrls.ApiSearch}?q=factura")).StatusCode);
        var page = await client.GetAsync(DeskUrls.SearchFor("factura"));
        Assert.DoesNotContain("found-case", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> ClientAsync()
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        var client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return client;
    }
}
