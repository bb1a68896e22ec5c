using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Channels;
using PqrsDesk.Features.Portal;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Routing;

/// <summary>Who brings no area is routed, whichever way they come: the portal, the interface, a channel outside.</summary>
public sealed class RoutedChannelsTests : IAsyncLifetime
{
    private WebDesk desk = null!;
    private Area billing = null!;

    public async Task InitializeAsync()
    {
        desk = await WebDesk.StartAsync();
        billing = await desk.OpenAreaAsync();
        var saved = await desk.Get<KeepRules>().SaveAsync(null, 0, new("Reclamos") { Kinds = [TicketKind.Claim], AreaId = billing.Id }, Samples.Someone(Role.Admin), CancellationToken.None);
        Assert.Null(saved.Problem);
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task The_portal()
    {
        var (browser, number, _) = await desk.FileAsync(Citizen.Rosa());
        browser.Dispose();
        Assert.Equal((billing.Id, 1), (await desk.TicketAsync(number)) is var ticket ? (ticket.AreaId, ticket.RoutedIn!.Value) : default);
    }

    [Fact]
    public async Task The_interface_and_it_says_why_in_the_answer_and_ever_after()
    {
        var (kept, shown) = ApiKey.Create("prueba", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        using var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);

        var filed = await PostAsync("""{"kind":"claim","subject":"Cobro doble","description":"Dos veces.","petitioner":{"anonymous":true}}""");
        Assert.Equal((billing.Id, 1, "Reclamos", "rule"), (filed.GetProperty("areaId").GetInt32(), filed.GetProperty("routing").GetProperty("number").GetInt32(),
            filed.GetProperty("routing").GetProperty("rule").GetString(), filed.GetProperty("routing").GetProperty("way").GetString()));
        var read = await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketOf(filed.GetProperty("number").GetString()!));
        Assert.Equal(filed.GetProperty("routing").GetRawText(), read.GetProperty("routing").GetRawText());

        var chosen = await PostAsync("""{"kind":"claim","subject":"Cobro doble","description":"Dos veces.","area":1,"petitioner":{"anonymous":true}}""");
        Assert.Equal(Samples.FirstArea, chosen.GetProperty("areaId").GetInt32());

        async Task<JsonElement> PostAsync(string body)
        {
            using var response = await http.PostAsync(DeskUrls.ApiTickets, new StringContent(body, Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Atención al ciudadano", false)]
    public async Task A_channel_outside_unless_it_has_an_area_of_its_own(string? area, bool routed)
    {
        var channel = new ChannelSettings("telegram", Encoding.UTF8.GetBytes("un secreto de verdad"), Channel.Chat, TicketKind.Claim, area, 30);
        var taken = await desk.Get<TakeMessage>().RunAsync(channel, new InboundMessage($"c-{area}", "m1", null, new("u1", "Rosa Cortés"), null, "Me cobraron dos veces."), CancellationToken.None);
        Assert.Equal(routed ? billing.Id : Samples.FirstArea, (await desk.TicketAsync(taken.Number!)).AreaId);
    }
}
