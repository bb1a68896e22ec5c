using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Assessing;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Catalogue;

public sealed class PlatformsApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_lists_platforms_and_reads_one_with_its_class_and_dependencies()
    {
        var (portal, identity, mail) = (await desk.PlatformAsync("Portal", ProductKind.Service), await desk.PlatformAsync("Identidad"), await desk.PlatformAsync("Mensajería"));
        await desk.DependsAsync(portal, identity, "ingreso");
        await desk.DependsAsync(identity, mail);
        await desk.DependsAsync(mail, identity);
        await desk.ApprovedAsync(identity);
        await desk.FileAsync(Samples.Filing with { Product = "Portal" });
        var (kept, shown) = ApiKey.Create("Integración", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        using var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);

        Assert.Equal(["Identidad", "Mensajería", "Portal"], await NamesAsync(""));
        Assert.Equal(["Identidad"], await NamesAsync("?criticality=high"));
        Assert.Equal(["Portal"], await NamesAsync("?kind=service&q=PORT%00"));
        Assert.Empty(await NamesAsync("?retired=true"));
        var read = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiPlatforms}/{identity}");
        Assert.Equal(("high", "Mensajería", "ingreso"), (
            read.GetProperty("criticality").GetString(), read.GetProperty("dependsOn")[0].GetProperty("name").GetString(), read.GetProperty("dependants").EnumerateArray().Single(each => each.GetProperty("id").GetInt32() == portal).GetProperty("note").GetString()));
        Assert.Equal(new[] { portal, mail }.Order(), read.GetProperty("failsWithIt").EnumerateArray().Select(each => each.GetInt32()));
        Assert.Equal(["Identidad", "Mensajería"], read.GetProperty("circle").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(1, (await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiPlatforms}/{portal}")).GetProperty("openTickets").GetInt32());
        var wrong = await http.GetAsync(DeskUrls.ApiPlatforms + "?criticality=3");
        Assert.Equal((HttpStatusCode.BadRequest, true), (wrong.StatusCode, (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("criticality", out _)));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{DeskUrls.ApiPlatforms}/999999")).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(DeskUrls.ApiPlatforms)).StatusCode);

        async Task<IEnumerable<string?>> NamesAsync(string query) =>
            (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiPlatforms + query)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString());
    }
}
