using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Quoting;

public sealed class PriceApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task Programs_price_and_list_and_are_told_what_is_wrong()
    {
        var plans = await desk.OfferThreeAsync();
        using var client = await ClientAsync();
        var response = await client.PostAsJsonAsync(DeskUrls.ApiPrice, new { plans = new[] { "esencial", "día-y-noche" }, factors = new { users = 500, sharedBy = 4 }, demand = "high" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("COP", 0), (answer.GetProperty("currency").GetString(), answer.GetProperty("model").GetInt32()));
        var priced = answer.GetProperty("plans").EnumerateArray().ToList();
        Assert.Equal(2, priced.Count);
        var lines = priced[1].GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("code").GetString()!);
        Assert.Equal("1 + 0.25 × log2(1 + 500 ÷ 300)", lines["usersTimes"].GetProperty("formula").GetString());
        Assert.Equal(priced[1].GetProperty("price").GetDecimal(), lines["price"].GetProperty("value").GetDecimal());

        var refused = await client.PostAsJsonAsync(DeskUrls.ApiPrice, new { plans = new[] { "esencial", "nada" }, factors = new { users = -1, margin = 100, wings = 2 } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal(["factors.margin", "factors.users", "factors.wings", "plans"], errors.EnumerateObject().Select(error => error.Name).Order());
        foreach (var body in (string[])["{}", "{\"plans\":[\"esencial\"],\"roles\":[null]}", "{\"plans\":[\"esencial\"],\"roles\":[]}", "{\"plans\":[null]}", "{\"plans\":[\"esencial\"],\"platforms\":[5]}"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync(DeskUrls.ApiPrice, new StringContent(body, MediaTypeHeaderValue.Parse("application/json")))).StatusCode);

        var id = await desk.QuoteAsync("Un interesado", [plans[0]]);
        var quotes = await client.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiQuotes}?state=draft&q=interesado");
        Assert.Contains(quotes.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetInt32() == id);
        foreach (var wrong in (string[])["limit=0", "limit=x", "state=lost", "before=x"]) Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{DeskUrls.ApiQuotes}?{wrong}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Client().GetAsync(DeskUrls.ApiQuotes)).StatusCode);
    }

    [Fact]
    public async Task A_workbook_is_for_those_who_are_signed_in()
    {
        var plans = await desk.ReadAsync(db => Task.FromResult(db.SupportPlans.Select(plan => plan.Id).ToList()));
        var id = await desk.QuoteAsync("Otro interesado", [plans.Count > 0 ? plans[0] : (await desk.OfferAsync("Suelto")).Id]);
        Assert.NotEqual(HttpStatusCode.OK, (await desk.Client().GetAsync(DeskUrls.QuoteFileOf(id))).StatusCode);
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
