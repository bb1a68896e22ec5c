using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;
using static PqrsDesk.Infrastructure.Likeness.AlikeTexts;

namespace PqrsDesk.Features.Casework;

public sealed class DuplicatesApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_reads_what_looks_alike_and_why()
    {
        var first = (await desk.FileAsync(Saying(Water), Somebody(1))).Number;
        await desk.FileAsync(Saying(Dark), Somebody(1));
        await desk.FileAsync(Saying(Water), Somebody(1) with { Reserved = true });
        var again = (await desk.FileAsync(Saying("Hola. " + Water), Somebody(1))).Number;
        using var client = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(DeskUrls.ApiTicketDuplicatesOf(again))).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await MakeKeyAsync());

        var item = Assert.Single((await client.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketDuplicatesOf(again))).GetProperty("items").EnumerateArray());

        Assert.Equal(first, item.GetProperty("number").GetString());
        Assert.Equal((99, 100, true), (Math.Min(item.GetProperty("likeness").GetInt32(), 99), item.GetProperty("textLikeness").GetInt32(), item.GetProperty("samePetitioner").GetBoolean()));
        Assert.Equal(["samePetitioner", "sameText"], item.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(DeskUrls.ApiTicketDuplicatesOf("PQRS-1999-000001"))).StatusCode);
        var described = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.Equal("ListTicketDuplicates", described.GetProperty("paths").GetProperty(DeskUrls.ApiTicketDuplicates).GetProperty("get").GetProperty("operationId").GetString());
    }

    private async Task<string> MakeKeyAsync()
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        return shown;
    }
}
