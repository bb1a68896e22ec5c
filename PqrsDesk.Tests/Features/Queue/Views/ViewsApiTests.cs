using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Queue.Views;

public sealed class ViewsApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_sees_shared_views_and_lists_by_them()
    {
        var lead = await desk.HireAsync("Rosa Lara", Role.Lead);
        var reader = new ViewReader(lead.Id, lead.AreaId, lead.Role);
        var topic = $"{Guid.NewGuid():N}";
        await desk.FileAsync(Samples.Filing with { Topic = topic });
        await desk.FileAsync();
        var shared = (await desk.Get<KeepViews>().SaveAsync(new($"Tema {topic}", ViewReach.All, null), $"/?tema={topic}", reader, default)).View!;
        var own = (await desk.Get<KeepViews>().SaveAsync(new($"Propia {topic}", ViewReach.Private, null), "/", reader, default)).View!;
        using var client = await ClientAsync();

        var views = await client.GetFromJsonAsync<JsonElement>(DeskUrls.ApiViews);
        var list = await client.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTickets}?view={shared.Id}&count=true&limit=1");

        var item = Assert.Single(views.GetProperty("items").EnumerateArray(), view => view.GetProperty("name").GetString() == shared.Name);
        Assert.Equal(("all", DeskUrls.ViewOf(shared.Id)), (item.GetProperty("reach").GetString(), item.GetProperty("address").GetString()));
        Assert.DoesNotContain(views.GetProperty("items").EnumerateArray(), view => view.GetProperty("name").GetString() == own.Name);
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        foreach (var query in (string[])[$"view={own.Id}", "view=999999", "view=x", $"view={shared.Id}&kind=claim"])
            Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{DeskUrls.ApiTickets}?{query}")).StatusCode);
    }

    [Fact]
    public async Task Several_values_all_but_some_and_any_of_several()
    {
        var topic = $"{Guid.NewGuid():N}";
        await desk.FileAsync(Samples.Filing with { Topic = topic });
        await desk.FileAsync(Samples.Filing with { Topic = topic + "b", Kind = Domain.Tickets.TicketKind.Petition });
        using var client = await ClientAsync();

        Assert.Equal(2, await TotalAsync($"topic={topic}&topic={topic}b&kind=claim,petition"));
        Assert.Equal(1, await TotalAsync($"topic={topic}&topic={topic}b&kind=claim&not=kind"));
        Assert.Equal(2, await TotalAsync($"topic={topic}&product=Ninguno&topic={topic}b&match=any"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{DeskUrls.ApiTickets}?kind=claim,rant")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{DeskUrls.ApiTickets}?not=scope")).StatusCode);

        async Task<int> TotalAsync(string query) => (await client.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTickets}?{query}&count=true")).GetProperty("total").GetInt32();
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
