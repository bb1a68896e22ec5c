using System.Net;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Broadcasting;

public sealed class DeskHubTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_program_with_a_key_is_told_of_a_filing_after_its_commit()
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var client = await HubClient.ConnectAsync(desk.Address, await KeyAsync(), limit.Token);
        await client.InvokeAsync("Join", null, limit.Token);

        var receipt = await desk.FileAsync();

        var (target, change) = await CalledForAsync(client, receipt.Number, limit.Token);
        Assert.Equal("TicketChanged", target);
        Assert.Equal(Samples.FirstArea, change.GetProperty("areaId").GetInt32());
        Assert.Equal(1, change.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Who_joined_one_area_hears_of_that_one_only()
    {
        using var limit = new CancellationTokenSource(Patience);
        var other = await desk.OpenAreaAsync($"Otra {Guid.NewGuid():N}");
        await using var client = await HubClient.ConnectAsync(desk.Address, await KeyAsync(), limit.Token);
        await client.InvokeAsync("Join", other.Id, limit.Token);

        var elsewhere = await desk.FileAsync();
        var here = await desk.FileAsync(Samples.Filing with { AreaId = other.Id });

        var (_, change) = await client.CalledAsync(limit.Token);
        Assert.Equal(here.Number, change.GetProperty("number").GetString());
        Assert.NotEqual(elsewhere.Number, here.Number);
    }

    [Fact]
    public async Task Without_a_key_nobody_comes_in()
    {
        using var http = desk.Client();
        using var response = await http.PostAsync("/hubs/desk/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<(string Target, System.Text.Json.JsonElement Change)> CalledForAsync(HubClient client, string number, CancellationToken cancel)
    {
        while (true)
        {
            var called = await client.CalledAsync(cancel);
            if (called.Argument.GetProperty("number").GetString() == number) return called;
        }
    }

    private async Task<string> KeyAsync()
    {
        var (kept, shown) = ApiKey.Create($"prueba {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        return shown;
    }
}
