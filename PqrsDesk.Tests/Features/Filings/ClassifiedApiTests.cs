using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Filings;

/// <summary>Topic, product and language as programs say and read them.</summary>
public sealed class ClassifiedApiTests : IAsyncLifetime
{
    private WebDesk desk = null!;

    public async Task InitializeAsync() => desk = await WebDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task They_are_taken_as_they_are_and_read_back_and_a_list_is_filtered_by_product()
    {
        await desk.BillingAsync();
        using var http = await ProgramAsync();
        var (status, filed) = await PostAsync(http, new { topic = "Algo de fuera", product = "Portal", language = "en" });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("Algo de fuera", "Portal", "en"), Of(filed));
        Assert.Equal(("Algo de fuera", "Portal", "en"), Of(await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketOf(filed.GetProperty("number").GetString()!))));
        await PostAsync(http, new { product = "Otro" });
        Assert.Single((await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTickets}?product=Portal")).GetProperty("items").EnumerateArray());

        var (refused, problem) = await PostAsync(http, new { language = "Español" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.LanguageUnknown)), (refused, problem.GetProperty("code").GetString()));
        Assert.True(problem.GetProperty("errors").TryGetProperty("language", out _));
        var schema = (await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");
        foreach (var name in (string[])["FileTicketRequest", "TicketDocument"])
            Assert.All((string[])["topic", "product", "language"], field => Assert.True(schema.GetProperty(name).GetProperty("properties").TryGetProperty(field, out _), $"{name}.{field}"));
    }

    [Fact]
    public async Task What_the_kind_asks_for_is_refused_by_field_and_nobody_anonymous_is_asked_who_they_are()
    {
        await desk.ProductAsync("Portal");
        await desk.AskAsync(TicketKind.Claim, RequiredField.Product, Requirement.Staff);
        await desk.AskAsync(TicketKind.Claim, RequiredField.Email, Requirement.Staff);
        using var http = await ProgramAsync();

        var (status, problem) = await PostAsync(http, new { });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.ProductMissing)), (status, problem.GetProperty("code").GetString()));
        Assert.True(problem.GetProperty("errors").TryGetProperty("product", out _));
        (status, problem) = await PostAsync(http, new { product = "Portal", petitioner = new { name = "Rosa" } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.EmailMissing)), (status, problem.GetProperty("code").GetString()));
        Assert.True(problem.GetProperty("errors").TryGetProperty("petitioner.email", out _));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(http, new { product = "Portal" })).Status);
    }

    private async Task<HttpClient> ProgramAsync()
    {
        var (key, secret) = ApiKey.Create("Taquilla", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(key);
        var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient http, object more)
    {
        var body = JsonSerializer.SerializeToNode(more)!.AsObject();
        body["kind"] = "claim";
        body["subject"] = "Cuenta";
        body["description"] = "Dos veces.";
        if (!body.ContainsKey("petitioner")) body["petitioner"] = JsonSerializer.SerializeToNode(new { anonymous = true });
        using var response = await http.PostAsJsonAsync(DeskUrls.ApiTickets, body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static (string?, string?, string?) Of(JsonElement ticket) => (ticket.GetProperty("topic").GetString(), ticket.GetProperty("product").GetString(), ticket.GetProperty("language").GetString());
}
