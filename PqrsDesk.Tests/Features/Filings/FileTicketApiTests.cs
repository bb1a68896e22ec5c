using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Filings;

/// <summary>What programs file and read back, over HTTP.</summary>
public sealed class FileTicketApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private const string Least = """{"kind":"claim","subject":"Cobro doble","description":"Dos veces.","petitioner":{"anonymous":true}}""";

    [Fact]
    public async Task A_ticket_is_filed_and_can_be_read_where_the_answer_says()
    {
        using var http = await ProgramAsync();
        using var response = await http.PostAsJsonAsync(DeskUrls.ApiTickets, new
        {
            kind = "documentRequest",
            subject = "Copia del contrato",
            description = "Pido copia.\nGracias.",
            channel = "email",
            area = "Atención al ciudadano",
            urgency = "high",
            impact = "high",
            topic = "Contratos",
            petitioner = new { name = "José Núñez", document = "CC 77", email = "jose@example.org" },
        });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var filed = await response.Content.ReadFromJsonAsync<JsonElement>();
        var number = filed.GetProperty("number").GetString()!;
        Assert.Equal(DeskUrls.ApiTicketOf(number), response.Headers.Location!.ToString());
        Assert.Equal(("documentRequest", "email", "high", "filed"),
            (Text(filed, "kind"), Text(filed, "channel"), Text(filed, "priority"), Text(filed, "status")));
        Assert.Equal("Pido copia.\nGracias.", Text(filed, "description"));
        Assert.Equal("José Núñez", Text(filed.GetProperty("petitioner"), "name"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$", Text(filed, "filedAt"));
        Assert.Equal(["firstResponse", "resolution", "legalAnswer"], filed.GetProperty("deadlines").EnumerateArray().Select(deadline => Text(deadline, "kind")));
        Assert.Equal((10, "businessDays", "running"), Of(filed.GetProperty("deadlines")[2]));
        Assert.Equal(ActorKind.Program, (await desk.TicketAsync(number)).Events[0].ByKind);

        var read = await http.GetFromJsonAsync<JsonElement>(response.Headers.Location);

        // The code is told here and never again.
        var told = System.Text.Json.Nodes.JsonNode.Parse(filed.GetRawText())!.AsObject();
        var code = told["trackingCode"]!.GetValue<string>();
        Assert.True(TrackingCode.Fits(TrackingCode.Read(code), await desk.ReadAsync(db => Task.FromResult(db.TrackingHashes.Single(hash => hash.TicketId == db.Tickets.Single(t => t.Number == number).Id).Hash))));
        told.Remove("trackingCode");
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(told, System.Text.Json.Nodes.JsonNode.Parse(read.GetRawText())));
    }

    [Fact]
    public async Task A_ticket_says_its_regime_and_effective_date_and_an_unoffered_regime_is_refused()
    {
        var (_, filed) = await PostAsync(Least);
        var on = (await desk.BookAsync()).DateOf(filed.GetProperty("filedAt").GetDateTimeOffset());
        Assert.Equal(("ley1755", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (Text(filed, "regime"), Text(filed, "effectiveFiledOn")));

        var (status, problem) = await PostAsync(Least[..^1] + ""","regime":"crc"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.RegimeUnknown)), (status, Text(problem, "code")));
        Assert.True(problem.GetProperty("errors").TryGetProperty("regime", out _));
    }

    [Fact]
    public async Task The_least_there_must_be_goes_to_the_first_area_by_the_channel_of_programs()
    {
        var (status, filed) = await PostAsync(Least);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("api", Samples.FirstArea, JsonValueKind.Null),
            (Text(filed, "channel"), filed.GetProperty("areaId").GetInt32(), filed.GetProperty("petitioner").ValueKind));
    }

    [Theory]
    [InlineData("""{}""", nameof(RefusalCode.PetitionerNameMissing), "petitioner.name")]
    [InlineData("""{"petitioner":{"anonymous":true}}""", nameof(RefusalCode.KindUnknown), "kind")]
    [InlineData("""{"kind":"claim","petitioner":{"anonymous":true}}""", nameof(RefusalCode.SubjectMissing), "subject")]
    [InlineData("""{"kind":"claim","subject":"a","petitioner":{"anonymous":true}}""", nameof(RefusalCode.TextMissing), "description")]
    [InlineData("""{"kind":"claim","subject":"a","description":"b","priority":"high","petitioner":{"anonymous":true}}""", nameof(RefusalCode.PriorityReasonMissing), "priorityReason")]
    [InlineData("""{"kind":"claim","subject":"a","description":"b","area":999,"petitioner":{"anonymous":true}}""", nameof(RefusalCode.AreaUnknown), "area")]
    [InlineData("""{"kind":"claim","subject":"a","description":"b","area":"Ninguna","petitioner":{"anonymous":true}}""", nameof(RefusalCode.AreaUnknown), "area")]
    [InlineData("""{"kind":"claim","subject":"a","description":"b","area":[1],"petitioner":{"anonymous":true}}""", nameof(RefusalCode.AreaUnknown), "area")]
    [InlineData("""{"kind":"claim","subject":"a","description":"b","customerId":999,"petitioner":{"anonymous":true}}""", nameof(RefusalCode.CustomerUnknown), "customerId")]
    [InlineData("""{"kind":"claim","subject":"a","description":"b","petitioner":{"name":"J","email":"x"}}""", nameof(RefusalCode.EmailInvalid), "petitioner.email")]
    public async Task Each_refusal_is_a_problem_that_names_the_field(string body, string code, string field)
    {
        var (status, problem) = await PostAsync(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(code, Text(problem, "code"));
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        Assert.False(string.IsNullOrWhiteSpace(Text(problem, "detail")));
    }

    [Theory]
    [InlineData(Filing.SubjectLimit, "subject")]
    [InlineData(Filing.DescriptionLimit, "description")]
    [InlineData(Filing.TopicLimit, "topic")]
    [InlineData(Filing.ReasonLimit, "priorityReason")]
    public async Task The_limits_are_those_of_the_form(int limit, string field)
    {
        var body = JsonSerializer.Deserialize<Dictionary<string, object>>(Least)!;
        if (field == "priorityReason") body["priority"] = "high";
        body[field] = new string('ñ', limit);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(JsonSerializer.Serialize(body))).Status);

        body[field] = new string('ñ', limit + 1);
        var (status, problem) = await PostAsync(JsonSerializer.Serialize(body));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TextTooLong)), (status, Text(problem, "code")));
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData("""{"kind":"claim",""", null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("""{"kind":"reclamo"}""", "kind")]
    [InlineData("""{"kind":3}""", "kind")]
    [InlineData("""{"kind":"claim","urgency":"9"}""", "urgency")]
    [InlineData("""{"kind":"claim","channel":"fax"}""", "channel")]
    [InlineData("""{"kind":"claim","subject":7}""", "subject")]
    [InlineData("""{"kind":"claim","asunto":"a"}""", "asunto")]
    [InlineData("""{"petitioner":{"nombre":"a"}}""", "petitioner.nombre")]
    public async Task A_body_that_cannot_be_read_is_a_bad_request_that_names_the_place(string body, string? field)
    {
        var (status, problem) = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(field is not null, problem.TryGetProperty("errors", out var errors));
        if (field is not null) Assert.Equal(field, Assert.Single(errors.EnumerateObject()).Name);
    }

    [Fact]
    public async Task Thirty_two_programs_at_once_are_each_answered_with_a_number_of_their_own()
    {
        using var http = await ProgramAsync();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 32).Select(async _ =>
        {
            using var response = await http.PostAsync(DeskUrls.ApiTickets, new StringContent(Least, Encoding.UTF8, "application/json"));
            return Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "number")!;
        }));
        var sequences = numbers.Select(number => int.Parse(number[^6..], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(sequences[0], 32), sequences);
    }

    [Fact]
    public async Task Only_JSON_is_read_and_not_without_end()
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(Least, "text/plain")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync($$"""{"subject":"{{new string('a', 2_000_000)}}"}""")).Status);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_filed_or_read()
    {
        using var http = desk.Client();
        using var filed = await http.PostAsync(DeskUrls.ApiTickets, new StringContent(Least, Encoding.UTF8, "application/json"));
        using var read = await http.GetAsync(DeskUrls.ApiTicketOf("PQRS-2026-000001"));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (filed.StatusCode, read.StatusCode));
    }

    [Fact]
    public async Task An_unknown_number_is_a_problem_of_its_own()
    {
        using var http = await ProgramAsync();
        using var response = await http.GetAsync(DeskUrls.ApiTicketOf("PQRS-1999-000001"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(nameof(RefusalCode.TicketNotFound), Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "code"));
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string body, string type = "application/json")
    {
        using var http = await ProgramAsync();
        using var response = await http.PostAsync(DeskUrls.ApiTickets, new StringContent(body, Encoding.UTF8, type));
        if (!response.IsSuccessStatusCode) Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<HttpClient> ProgramAsync()
    {
        var (kept, shown) = ApiKey.Create($"prueba {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now);
        await desk.AddAsync(kept);
        var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return http;
    }

    private static (int, string?, string?) Of(JsonElement deadline) => (deadline.GetProperty("amount").GetInt32(), Text(deadline, "unit"), Text(deadline, "state"));

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
