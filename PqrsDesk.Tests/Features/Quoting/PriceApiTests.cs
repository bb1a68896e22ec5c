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
        using var client = await ClientAsync(Role.Lead);
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

        // One level that cannot be priced says which and why, and the other has its price.
        await desk.OfferAsync("Perdido", "nada");
        var partly = await (await client.PostAsJsonAsync(DeskUrls.ApiPrice, new { plans = new[] { "perdido", "esencial" } })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("esencial", Assert.Single(partly.GetProperty("plans").EnumerateArray()).GetProperty("plan").GetString());
        var left = Assert.Single(partly.GetProperty("refused").EnumerateArray());
        Assert.Equal("perdido", left.GetProperty("plan").GetString());
        Assert.Contains("Perdido", Assert.Single(left.GetProperty("errors").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsJsonAsync(DeskUrls.ApiPrice, new { plans = new[] { "perdido" } })).StatusCode);

        // Cost and margin are a lead's to see; who was offered what at which price is everybody's.
        using var agent = await ClientAsync(Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsJsonAsync(DeskUrls.ApiPrice, new { plans = new[] { "esencial" } })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync(DeskUrls.ApiQuotes)).StatusCode);

        var id = await desk.QuoteAsync("Un interesado", [plans[0]]);
        var quotes = await client.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiQuotes}?state=draft&q=interesado");
        Assert.Contains(quotes.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetInt32() == id);
        foreach (var wrong in (string[])["limit=0", "limit=x", "state=lost", "before=x"]) Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{DeskUrls.ApiQuotes}?{wrong}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Client().GetAsync(DeskUrls.ApiQuotes)).StatusCode);
    }

    [Fact]
    public async Task What_a_service_costs_is_told_to_leads_and_its_price_to_the_staff()
    {
        var plans = await desk.ReadAsync(db => Task.FromResult(db.SupportPlans.Select(plan => plan.Id).ToList()));
        var id = await desk.QuoteAsync("Otro interesado", [plans.Count > 0 ? plans[0] : (await desk.OfferAsync("Suelto")).Id]);
        Assert.NotEqual(HttpStatusCode.OK, (await desk.Client().GetAsync(DeskUrls.QuoteFileOf(id))).StatusCode);
        using var agent = await desk.StaffAsync();
        using var lead = await desk.StaffAsync(Role.Lead);
        foreach (var (address, forAgents) in ((string, bool)[])[(DeskUrls.QuoteFileOf(id), true), (DeskUrls.QuoteFileOf(id, forHouse: true), false), (DeskUrls.Quoter, false), (DeskUrls.Quotes, true)])
        {
            Assert.Equal(forAgents, (await agent.GetAsync(address)).StatusCode == HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.OK, (await lead.GetAsync(address)).StatusCode);
        }
    }

    private async Task<HttpClient> ClientAsync(Role role)
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", role, desk.Clock.Now);
        await desk.AddAsync(kept);
        var client = desk.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return client;
    }
}
