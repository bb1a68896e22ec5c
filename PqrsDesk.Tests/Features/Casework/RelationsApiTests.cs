using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>Void, link, split and merge by programs.</summary>
public sealed class RelationsApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_links_splits_merges_and_separates()
    {
        using var http = await desk.ProgramAsync();
        var (older, younger) = await RelateTicketsTests.TwoAsync(desk);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(http, DeskUrls.ApiTicketLinksOf(older), $$"""{"number":"{{younger}}","note":"La misma obra."}""")).Status);
        Assert.Contains(new TicketEvent.Linked(older, "La misma obra."), await desk.LogAsync(younger));
        using var unlinked = await http.DeleteAsync(DeskUrls.ApiTicketLinkOf(younger, older));
        Assert.Equal(HttpStatusCode.OK, unlinked.StatusCode);

        var (made, parts) = await PostAsync(http, DeskUrls.ApiTicketPartsOf(older), """{"parts":[{"kind":"documentRequest","subject":"Copia","description":"Una copia.","areaId":1}]}""");
        var part = Assert.Single(parts.GetProperty("items").EnumerateArray());
        Assert.Equal((HttpStatusCode.Created, $"{older}-2", older, "documentRequest"), (made, Text(part, "number"), Text(part, "partOf"), Text(part, "kind")));

        var (merged, survivor) = await PostAsync(http, DeskUrls.ApiTicketMergeOf(younger), $$"""{"number":"{{older}}","reason":"Es lo mismo.","seen":{{(await desk.TicketAsync(younger)).Version}}}""");
        Assert.Equal((HttpStatusCode.OK, older), (merged, Text(survivor, "number")));
        var read = await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketOf(younger));
        Assert.Equal(("merged", older), (Text(read, "status"), Text(read, "mergedInto")));

        var (apart, back) = await PostAsync(http, DeskUrls.ApiTicketSeparateOf(younger), """{"reason":"Son dos."}""");
        Assert.Equal((HttpStatusCode.OK, "filed", null), (apart, Text(back, "status"), Text(back, "mergedInto")));
    }

    [Fact]
    public async Task Voiding_wants_the_key_of_a_lead_a_kind_and_a_reason()
    {
        using var agent = await desk.ProgramAsync();
        using var lead = await desk.ProgramAsync(Role.Lead);
        var number = (await desk.FileAsync()).Number;
        var address = DeskUrls.ApiTicketVoidOf(number);
        Assert.Equal((HttpStatusCode.Forbidden, "RoleTooLow"), await CodeAsync(agent, address, """{"kind":"void","reason":"x"}"""));
        Assert.Equal((HttpStatusCode.Forbidden, "NotYourTicket"), await CodeAsync(agent, address, """{"kind":"spam","reason":"x"}"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VoidingUnknown"), await CodeAsync(lead, address, """{"reason":"x"}"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ReasonMissing"), await CodeAsync(lead, address, """{"kind":"void"}"""));
        Assert.Equal((HttpStatusCode.BadRequest, null), await CodeAsync(lead, address, """{"kind":"other","reason":"x"}"""));
        var (status, voided) = await PostAsync(lead, address, """{"kind":"void","reason":"Era una prueba."}""");
        Assert.Equal((HttpStatusCode.OK, "voided"), (status, Text(voided, "status")));
        Assert.Equal((HttpStatusCode.Conflict, "TicketNotOpen"), await CodeAsync(lead, address, """{"kind":"void","reason":"x"}"""));
    }

    [Fact]
    public async Task What_is_wrong_is_a_problem_that_names_the_field()
    {
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "SameTicket"), await CodeAsync(http, DeskUrls.ApiTicketMergeOf(number), $$"""{"number":"{{number}}","reason":"x"}"""));
        Assert.Equal((HttpStatusCode.NotFound, "TicketNotFound"), await CodeAsync(http, DeskUrls.ApiTicketLinksOf(number), """{"number":"PQRS-1999-000001"}"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PartsMissing"), await CodeAsync(http, DeskUrls.ApiTicketPartsOf(number), "{}"));
        Assert.Equal((HttpStatusCode.Conflict, "NotMerged"), await CodeAsync(http, DeskUrls.ApiTicketSeparateOf(number), """{"reason":"x"}"""));
        var (status, problem) = await PostAsync(http, DeskUrls.ApiTicketPartsOf(number), """{"parts":[{"kind":"claim","description":"a","areaId":1}]}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "parts[0].Subject"), (status, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name));
        using var stranger = desk.Client();
        foreach (var address in new[] { DeskUrls.ApiTicketVoidOf(number), DeskUrls.ApiTicketLinksOf(number), DeskUrls.ApiTicketPartsOf(number), DeskUrls.ApiTicketMergeOf(number), DeskUrls.ApiTicketSeparateOf(number) })
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(stranger, address, "{}")).Status);
        Assert.Equal(1, (await desk.TicketAsync(number)).Version);
    }

    [Fact]
    public async Task Many_are_called_spam_at_once_and_those_of_others_are_left()
    {
        using var agent = await desk.ProgramAsync();
        using var lead = await desk.ProgramAsync(Role.Lead);
        string[] numbers = [(await desk.FileAsync()).Number, (await desk.FileAsync()).Number];
        await desk.AnswerAsync(numbers[1]);
        var body = JsonSerializer.Serialize(new { numbers, action = "spam", reason = "Publicidad." });
        Assert.Equal(["NotYourTicket", "TicketNotOpen"], (await PostAsync(agent, DeskUrls.ApiTicketsBulk, body)).Body.GetProperty("results").EnumerateArray().Select(item => Text(item, "code")));
        Assert.Equal([true, false], (await PostAsync(lead, DeskUrls.ApiTicketsBulk, body)).Body.GetProperty("results").EnumerateArray().Select(item => item.GetProperty("done").GetBoolean()));
        Assert.Equal(new TicketEvent.Voided(VoidKind.Spam, "Publicidad."), (await desk.LogAsync(numbers[0]))[^1]);
    }

    [Fact]
    public async Task The_description_names_them()
    {
        using var http = await desk.ProgramAsync();
        var paths = (await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in new[] { DeskUrls.ApiTicketVoid, DeskUrls.ApiTicketLinks, DeskUrls.ApiTicketParts, DeskUrls.ApiTicketMerge, DeskUrls.ApiTicketSeparate })
            Assert.True(paths.GetProperty(path).GetProperty("post").GetProperty("responses").TryGetProperty("409", out _), path);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> CodeAsync(HttpClient http, string address, string body)
    {
        var (status, problem) = await PostAsync(http, address, body);
        return (status, problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient http, string address, string body)
    {
        using var answer = await http.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
