using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.ApiKeys;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Shell;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Api;

/// <summary>The pipeline of the desk with a few endpoints under /api that do what endpoints do.</summary>
public sealed class ApiSetupTests : IAsyncLifetime, IDisposable
{
    private FreshDatabase _database = null!;
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _database = await FreshDatabase.MakeAsync(Engine.Sqlite);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = _database.Folder,
            EnvironmentName = "Development",
            ApplicationName = typeof(ApiSetup).Assembly.GetName().Name,
            Args = ["--urls=http://127.0.0.1:0", $"--Database:Provider={_database.Provider}", $"--ConnectionStrings:Desk={_database.Connection}", $"--Desk:DataFolder={_database.Folder}"],
        });
        builder.Logging.ClearProviders();
        builder.AddInfrastructure(DeskUrls.SignIn, DeskUrls.ReturnParameter);
        builder.AddFeatures();
        builder.AddShell();
        _app = builder.Build();
        _app.UseDeskPipeline();
        _app.MapFeatures();
        var api = _app.MapGroup("/api/probe").RequireAuthorization(AtLeast.Program);
        api.MapGet("/who", (HttpContext http) => new Probe(TicketKind.DocumentRequest, http.User.Identity!.Name!));
        api.MapPost("/kind", (Probe probe) => probe);
        api.MapGet("/fails", string () => throw new InvalidOperationException("a secret"));
        api.MapGet("/number/{number:int}", (int number, int? limit) => number);
        await _app.StartAsync();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("GET", "/api/probe/who", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/api/probe/kind", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/probe/who", HttpStatusCode.MethodNotAllowed)]
    public async Task Without_a_key_nobody_is_sent_to_a_page(string method, string path, HttpStatusCode status)
    {
        var answer = await _client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        await AssertProblemAsync(status, answer);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_a_right_one_tells_who_calls()
    {
        await AssertProblemAsync(HttpStatusCode.Unauthorized, await SendAsync("wrong", HttpMethod.Get, "/api/probe/who"));
        var answer = await SendAsync(await KeyAsync(), HttpMethod.Get, "/api/probe/who");
        Assert.Equal("""{"kind":"documentRequest","name":"portal"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{\"kind\":\"claim\",\"name\":\"x\"}", HttpStatusCode.OK, "")]
    [InlineData("{\"kind\":\"clam\",\"name\":\"x\"}", HttpStatusCode.BadRequest, "$.kind")]
    [InlineData("{\"kind\":3,\"name\":\"x\"}", HttpStatusCode.BadRequest, "$.kind")]
    [InlineData("{\"kind\":", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("", HttpStatusCode.BadRequest, "")]
    public async Task A_body_that_cannot_be_read_is_told_with_its_place(string body, HttpStatusCode status, string place)
    {
        var answer = await SendAsync(await KeyAsync(), HttpMethod.Post, "/api/probe/kind", new StringContent(body, Encoding.UTF8, "application/json"));
        if (status == HttpStatusCode.OK)
            Assert.Equal(status, answer.StatusCode);
        else
            Assert.Contains(place, (await AssertProblemAsync(status, answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_kinds_of_wrong_requests_are_problems_too()
    {
        var key = await KeyAsync();
        await AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, await SendAsync(key, HttpMethod.Post, "/api/probe/kind", new StringContent("x", Encoding.UTF8, "text/plain")));
        await AssertProblemAsync(HttpStatusCode.BadRequest, await SendAsync(key, HttpMethod.Get, "/api/probe/number/1?limit=many"));
        await AssertProblemAsync(HttpStatusCode.NotFound, await SendAsync(key, HttpMethod.Get, "/api/probe/number/many"));
    }

    [Fact]
    public async Task A_fault_of_ours_tells_nothing_of_itself()
    {
        var answer = await SendAsync(await KeyAsync(), HttpMethod.Get, "/api/probe/fails");
        await AssertProblemAsync(HttpStatusCode.InternalServerError, answer);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_still_sends_to_the_sign_in() =>
        Assert.Equal(HttpStatusCode.Redirect, (await _client.GetAsync(new Uri("/nothing", UriKind.Relative))).StatusCode);

    [Fact]
    public async Task The_description_has_what_is_under_api_and_wants_a_key()
    {
        var document = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.All(document.GetProperty("paths").EnumerateObject(), path => Assert.StartsWith("/api/", path.Name, StringComparison.Ordinal));
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
        Assert.True(document.GetProperty("security")[0].TryGetProperty("apiKey", out _));
        var kinds = document.GetProperty("components").GetProperty("schemas").GetProperty("TicketKind").GetProperty("enum");
        Assert.Contains("documentRequest", kinds.EnumerateArray().Select(kind => kind.GetString()));
        Assert.Equal("/", document.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_description_names_all_that_a_program_can_do_to_a_ticket_and_how_it_is_refused()
    {
        var paths = (await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        foreach (var (path, method, statuses) in new (string, string, string[])[]
        {
            (DeskUrls.ApiTickets, "post", ["201", "400", "422", "429"]),
            (DeskUrls.ApiTicketNotes, "post", ["200", "404", "409", "422"]),
            (DeskUrls.ApiTicketReplies, "post", ["200", "404", "409", "422"]),
            (DeskUrls.ApiTicketMessages, "post", ["200", "404", "409", "422"]),
            (DeskUrls.ApiTicketAttachments, "post", ["201", "404", "413", "422"]),
            (DeskUrls.ApiTicketAttachments, "get", ["200", "404"]),
            ("/api/v1/tickets/{radicado}/attachments/{id}", "get", ["200", "404"]),
            (DeskUrls.ApiTicketEvents, "get", ["200", "400", "404"]),
            (DeskUrls.ApiChanges, "get", ["200", "400"]),
            (DeskUrls.ApiInboundChannel, "post", ["200", "400", "401", "422"]),
        })
        {
            var described = paths.GetProperty(path).GetProperty(method);
            Assert.False(string.IsNullOrWhiteSpace(described.GetProperty("summary").GetString()));
            Assert.Subset(described.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToHashSet(), statuses.ToHashSet());
        }
    }

    private async Task<string> KeyAsync() =>
        (await ((CreateApiKey)_app.Services.GetService(typeof(CreateApiKey))!).RunAsync("portal", Role.Agent, CancellationToken.None)).Shown!;

    private async Task<HttpResponseMessage> SendAsync(string key, HttpMethod method, string path, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content, Headers = { Authorization = new("Bearer", key) } };
        return await _client.SendAsync(request);
    }

    private static async Task<JsonElement> AssertProblemAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    private sealed record Probe(TicketKind Kind, string Name);
}
