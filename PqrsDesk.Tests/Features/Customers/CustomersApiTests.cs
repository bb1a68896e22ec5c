using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Customers;

public sealed class CustomersApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_makes_reads_lists_and_changes_and_a_lost_update_is_told()
    {
        using var http = await ProgramAsync(Role.Lead);
        var name = $"Aguas {Guid.NewGuid():N}";
        var made = await SendAsync(http, HttpMethod.Post, DeskUrls.ApiCustomers, new { name, category = "critical", points = new object[] { new { kind = "email", value = "pqrs@aguas.example" }, new { kind = "address", value = "Cra 7", municipality = "Tunja" } } }, HttpStatusCode.Created);
        var id = made.GetProperty("id").GetInt32();
        Assert.Equal((1, "critical", true), (made.GetProperty("version").GetInt32(), made.GetProperty("category").GetString(), made.GetProperty("points")[0].GetProperty("preferred").GetBoolean()));

        var changed = await SendAsync(http, HttpMethod.Put, DeskUrls.ApiCustomerOf(id), new { name = name + " S.A.", version = 1 }, HttpStatusCode.OK);
        Assert.Equal((2, "standard", 0), (changed.GetProperty("version").GetInt32(), changed.GetProperty("category").GetString(), changed.GetProperty("points").GetArrayLength()));
        var lost = await SendAsync(http, HttpMethod.Put, DeskUrls.ApiCustomerOf(id), new { name, version = 1 }, HttpStatusCode.Conflict);
        Assert.Equal("PartyChanged", lost.GetProperty("code").GetString());
        Assert.Equal("VersionMissing", (await SendAsync(http, HttpMethod.Put, DeskUrls.ApiCustomerOf(id), new { name }, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        Assert.Equal(name + " S.A.", (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiCustomerOf(id))).GetProperty("name").GetString());
        Assert.Contains(id, (await ListAsync(http, DeskUrls.ApiCustomers, "q=aguas")).Select(item => item.GetProperty("id").GetInt32()));

        var refused = await SendAsync(http, HttpMethod.Post, DeskUrls.ApiContacts, new { name = "Rosa", points = new[] { new { kind = "email", value = "no" } } }, HttpStatusCode.UnprocessableEntity);
        Assert.True(refused.GetProperty("errors").TryGetProperty("points[0]", out _));
        await SendAsync(http, HttpMethod.Post, DeskUrls.ApiContacts, new { name = "Rosa", strange = 1 }, HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiContactOf(999_999))).StatusCode);
        using var agent = await ProgramAsync(Role.Agent);
        await SendAsync(agent, HttpMethod.Post, DeskUrls.ApiCustomers, new { name = "Otra" }, HttpStatusCode.Forbidden);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(DeskUrls.ApiContacts)).StatusCode);
    }

    [Fact]
    public async Task The_same_request_makes_somebody_once_also_at_once_and_pages_follow_one_another()
    {
        using var http = await ProgramAsync(Role.Agent);
        var (key, document) = (Guid.NewGuid().ToString(), $"CC {Random.Shared.Next(10_000_000, 99_999_999)}");
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await SendAsync(http, HttpMethod.Post, DeskUrls.ApiContacts, new { name = "Rosa Cortés", document }, HttpStatusCode.Created, key)).GetProperty("id").GetInt32()));

        Assert.Single(ids.Distinct());
        await SendAsync(http, HttpMethod.Post, DeskUrls.ApiContacts, new { name = "Rosa Cortés", document, active = false }, HttpStatusCode.UnprocessableEntity, key);
        for (var at = 0; at < 4; at++) await SendAsync(http, HttpMethod.Post, DeskUrls.ApiContacts, new { name = $"Persona {at}" }, HttpStatusCode.Created);
        var seen = new List<int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiContacts}?limit=2&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32()));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(await desk.ReadAsync(db => db.Contacts.Where(contact => !contact.Reserved).OrderByDescending(contact => contact.Id).Select(contact => contact.Id).ToListAsync()), seen);
    }

    [Fact]
    public async Task Files_have_what_the_filter_shows_without_formulas_and_without_who_is_reserved()
    {
        var mark = Guid.NewGuid().ToString("N")[..10];
        await desk.PersonAsync($"=cmd() {mark}", null, House.Email("uno@example.org"), House.Email("dos@example.org"), House.Telephone("+57 300 1234567"));
        await desk.PersonAsync("Nadie más", null);
        await desk.AddAsync(new Contact { Name = $"Oculta {mark}", Reserved = true });
        await desk.OrganisationAsync($"@{mark} S.A.", null);
        using var http = await desk.StaffAsync();

        var csv = await http.GetStringAsync(DeskUrls.PartiesWith(DeskUrls.PeopleCsv, (DeskUrls.SearchParameter, mark)));

        Assert.Equal(2, csv.Trim().Split('\n').Length);
        Assert.Contains($"'=cmd() {mark}", csv, StringComparison.Ordinal);
        Assert.Contains("'+57 300 1234567", csv, StringComparison.Ordinal);
        Assert.Contains("dos@example.org", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Oculta", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Oculta", await http.GetStringAsync(DeskUrls.PartiesWith(DeskUrls.PeopleCsv, (DeskUrls.ActiveParameter, "todos"))), StringComparison.Ordinal);
        await using var workbook = await http.GetStreamAsync(DeskUrls.PartiesWith(DeskUrls.CustomersWorkbook, (DeskUrls.SearchParameter, mark)));
        using var kept = new MemoryStream();
        await workbook.CopyToAsync(kept);
        var rows = Infrastructure.Excel.SheetReader.Rows(kept).ToList();
        Assert.Equal(["", $"@{mark} S.A."], rows[1].Cells.Take(2));
        using var stranger = desk.Client();
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(DeskUrls.PeopleCsv)).StatusCode);
    }

    private static async Task<List<JsonElement>> ListAsync(HttpClient http, string address, string query) =>
        [.. (await http.GetFromJsonAsync<JsonElement>($"{address}?{query}")).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> SendAsync(HttpClient http, HttpMethod method, string address, object body, HttpStatusCode status, string? key = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpClient> ProgramAsync(Role role)
    {
        var (kept, shown) = ApiKey.Create($"Prueba {Guid.NewGuid():N}", role, desk.Clock.Now);
        await desk.AddAsync(kept);
        var http = desk.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return http;
    }
}
