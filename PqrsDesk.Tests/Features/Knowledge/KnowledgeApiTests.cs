using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Knowledge;

public sealed class KnowledgeApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_finds_what_is_published_and_reads_it()
    {
        var id = await desk.ArticleAsync("Poda de árboles", "Pida la **poda**.", tags: "ramas");
        await desk.ArticleAsync("Poda en borrador", publish: false);
        using var http = await ProgramAsync();

        var found = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiArticles}?q=PODA%00");
        Assert.Equal(["Poda de árboles"], found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
        var article = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiArticles}/{id}");
        Assert.Equal(("Pida la **poda**.", 1, "public", "published", "ramas"), (
            article.GetProperty("body").GetString(), article.GetProperty("version").GetInt32(), article.GetProperty("visibility").GetString(), article.GetProperty("state").GetString(), article.GetProperty("tags")[0].GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{DeskUrls.ApiArticles}/999999")).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(DeskUrls.ApiArticles)).StatusCode);
    }

    [Fact]
    public async Task A_shared_macro_is_applied_and_the_step_that_was_refused_is_named()
    {
        var lead = await desk.HireAsync("Gloria", Role.Lead);
        var template = await desk.TemplateAsync(lead, new() { Name = $"Acuse {Guid.NewGuid():N}", Spanish = "Recibido {radicado}.", Sharing = Sharing.Everyone });
        var shared = await desk.MacroAsync(lead, $"Acusar {Guid.NewGuid():N}", Sharing.Everyone, new StepForm { Verb = StepVerb.Reply, TemplateId = template }, new StepForm { Verb = StepVerb.Wait, Text = "La factura." });
        var own = await desk.MacroAsync(lead, $"Propia {Guid.NewGuid():N}", Sharing.Private, new StepForm { Verb = StepVerb.Take });
        var (free, waiting) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await desk.WaitAsync(waiting);
        using var http = await ProgramAsync();

        var macros = (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiMacros)).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("id").GetInt32());
        Assert.DoesNotContain(own, macros.Keys);
        Assert.StartsWith("Hará: escribir al peticionario con «Acuse", macros[shared].GetProperty("does").GetString(), StringComparison.Ordinal);
        Assert.Contains("Recibido {radicado}.", (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiReplyTemplates)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("spanish").GetString()));

        var results = (await PostAsync(http, shared, new { numbers = new[] { free, waiting, "PQRS-1999-000001" } }, HttpStatusCode.OK)).GetProperty("results");
        Assert.Equal([true, false, false], results.EnumerateArray().Select(item => item.GetProperty("done").GetBoolean()));
        Assert.Equal((2, "AlreadyWaiting"), (results[1].GetProperty("step").GetInt32(), results[1].GetProperty("code").GetString()));
        Assert.Equal("TicketNotFound", results[2].GetProperty("code").GetString());
        Assert.Equal(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(free)).Status);
        Assert.Empty((await desk.LogAsync(waiting)).OfType<TicketEvent.Replied>());
        Assert.Equal("MacroUnknown", (await PostAsync(http, own, new { numbers = new[] { free } }, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("""{"numbers":[]}""")]
    [InlineData("""{}""")]
    [InlineData("""{"numbers":[null]}""")]
    [InlineData("""{"numbers":["a\u0000"]}""")]
    [InlineData("""{"numbers":["a"],"more":1}""")]
    [InlineData("""nothing""")]
    public async Task What_cannot_be_read_is_a_problem(string body)
    {
        using var http = await ProgramAsync();
        var answer = await http.PostAsync(DeskUrls.ApiMacroApply.Replace("{macro:int}", "1", StringComparison.Ordinal), new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, int macro, object body, HttpStatusCode status)
    {
        var answer = await http.PostAsJsonAsync(DeskUrls.ApiMacroApply.Replace("{macro:int}", $"{macro}", StringComparison.Ordinal), body);
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpClient> ProgramAsync(Role role = Role.Agent)
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", role, desk.Clock.Now);
        await desk.AddAsync(kept);
        var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return http;
    }
}
