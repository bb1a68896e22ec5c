using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Outages;

public sealed class OutagesApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_monitor_says_down_and_up_however_often_it_says_so()
    {
        var (product, id) = (await desk.PlatformAsync($"Pagos {Guid.NewGuid():N}"), $"kuma-{Guid.NewGuid():N}");
        using var http = await MonitorAsync();
        var at = desk.Clock.Now.AddHours(-2);

        var first = await SayAsync(http, new { externalId = id, status = "down", product = product.Name.ToUpperInvariant(), at, summary = "timeout", monitor = new { name = "more" } });
        Assert.Equal((HttpStatusCode.Created, "opened"), (first.Status, first.Fate));
        Assert.Equal((HttpStatusCode.OK, "known", first.Id), await AgainAsync("down", at));
        Assert.Equal((HttpStatusCode.OK, "closed", first.Id), await AgainAsync("up", at.AddMinutes(10)));
        Assert.Equal((HttpStatusCode.OK, "known", first.Id), await AgainAsync("up", at.AddMinutes(10)));

        // What was delivered late is known too.
        Assert.Equal((HttpStatusCode.OK, "known", first.Id), await AgainAsync("down", at));
        Assert.Equal((HttpStatusCode.OK, "continued", first.Id), await AgainAsync("firing", at.AddMinutes(14)));

        // It failed again since: whoever says that it worked before that says nothing new, and nothing ends.
        Assert.Equal((HttpStatusCode.OK, "known", first.Id), await AgainAsync("up", at.AddMinutes(10)));
        Assert.Equal((HttpStatusCode.OK, "closed", first.Id), await AgainAsync("resolved", at.AddMinutes(20)));
        var second = await AgainAsync("down", at.AddMinutes(26));
        Assert.Equal((HttpStatusCode.Created, "opened"), (second.Status, second.Fate));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([20, null], (await desk.ReadAsync(db => db.Outages.Where(outage => outage.ExternalId == id).OrderBy(outage => outage.From).ToListAsync())).Select(outage => (outage.Until - outage.From)?.TotalMinutes));

        async Task<(HttpStatusCode Status, string Fate, int Id)> AgainAsync(string status, DateTimeOffset when)
        {
            var said = await SayAsync(http, new { externalId = id, status, productId = product.Id, at = when });
            return (said.Status, said.Fate!, said.Id);
        }
    }

    [Fact]
    public async Task What_makes_no_sense_is_told_in_words()
    {
        var product = await desk.PlatformAsync($"Portal {Guid.NewGuid():N}");
        using var http = await MonitorAsync();
        var id = $"alert-{Guid.NewGuid():N}";
        Assert.Equal((HttpStatusCode.NotFound, "ExternalUnknown"), await RefusedAsync(new { externalId = id, status = "up" }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ProductUnknown"), await RefusedAsync(new { externalId = id, status = "down", product = "Nada" }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "StatusUnknown"), await RefusedAsync(new { externalId = id, status = "maybe", product = product.Name }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ExternalMissing"), await RefusedAsync(new { status = "down", product = product.Name }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "TextTooLong"), await RefusedAsync(new { externalId = new string('x', 100_000 / 2), status = "down", product = product.Name }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "StartFuture"), await RefusedAsync(new { externalId = id, status = "down", product = product.Name, at = desk.Clock.Now.AddHours(1) }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "PercentInvalid"), await RefusedAsync(new { externalId = id, status = "down", product = product.Name, percent = 0 }));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(DeskUrls.ApiOutages, new StringContent("{", null, "application/json"))).StatusCode);

        var down = await SayAsync(http, new { externalId = id, status = "down", product = product.Name, percent = 30, summary = "\0<b>" + new string('é', 300) });
        Assert.Equal(HttpStatusCode.Created, down.Status);
        Assert.Equal((HttpStatusCode.Conflict, "UpBeforeDown"), await RefusedAsync(new { externalId = id, status = "up", at = desk.Clock.Now.AddHours(-1) }));
        var kept = await desk.OutageAsync(down.Id);
        Assert.Equal((OutageReach.Partial, 30, 200), (kept.Reach, kept.Percent, kept.Summary.Length));

        async Task<(HttpStatusCode, string?)> RefusedAsync(object body)
        {
            var answer = await http.PostAsJsonAsync(DeskUrls.ApiOutages, body);
            return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_monitors_key_opens_nothing_else()
    {
        using var http = await MonitorAsync();
        foreach (var address in new[] { DeskUrls.ApiTickets, DeskUrls.ApiOutages, DeskUrls.ApiTags, DeskUrls.ApiAvailabilityOf(1, "2026-03") })
            Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(address)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await http.GetAsync(DeskUrls.Availability)).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync(DeskUrls.ApiOutages, new { })).StatusCode);
    }

    [Fact]
    public async Task Programs_read_a_month_and_the_list()
    {
        var product = await desk.PlatformAsync($"Avisos {Guid.NewGuid():N}");
        using var http = await desk.ProgramAsync();
        Assert.Equal(HttpStatusCode.Created, (await SayAsync(http, new { externalId = Guid.NewGuid(), status = "down", productId = product.Id, at = desk.Clock.Now.AddMinutes(-90) })).Status);
        Assert.Contains((await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiOutages)).GetProperty("items").EnumerateArray(), item => item.GetProperty("productId").GetInt32() == product.Id);
        var month = await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiAvailabilityOf(product.Id, ""));
        Assert.True(month.GetProperty("downMinutes").GetDouble() is > 0 and < 120);
        Assert.True(month.GetProperty("underWay").GetBoolean());
        Assert.Empty(month.GetProperty("excluded").EnumerateArray());
        var work = new PlannedDowntime { ProductId = product.Id, From = desk.Clock.Now.AddMinutes(-30), Until = desk.Clock.Now.AddMinutes(-20), AnnouncedAt = desk.Clock.Now.AddDays(-1), Reason = "Copias", By = "Ana" };
        Assert.Null(await desk.Get<KeepPlanned>().AnnounceAsync(work, Samples.Someone(), CancellationToken.None));
        Assert.Null(await desk.Get<KeepPlanned>().ApproveAsync(work.Id, "Correo del lunes.", Samples.Someone(Domain.People.Role.Lead, name: "Luz"), CancellationToken.None));
        var excluded = Assert.Single((await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiAvailabilityOf(product.Id, ""))).GetProperty("excluded").EnumerateArray());
        Assert.Equal((10.0, "Copias", "Luz", "Correo del lunes."), (Math.Round(excluded.GetProperty("minutes").GetDouble(), 3), excluded.GetProperty("reason").GetString(), excluded.GetProperty("approvedBy").GetString(), excluded.GetProperty("approvalReason").GetString()));
        Assert.Equal(JsonValueKind.Null, (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiAvailabilityOf(product.Id, "2099-01"))).GetProperty("percent").ValueKind);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.GetAsync(DeskUrls.ApiAvailabilityOf(product.Id, "2026-13"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiAvailabilityOf(999_999, "2026-03"))).StatusCode);
    }

    private Task<bool> ChangeAsync(int id, Func<Outage, AvailabilityRefusal?> change) => desk.Get<DeskWriter>().RunAsync(
        async db => change(await db.Outages.Include(outage => outage.Updates).SingleAsync(outage => outage.Id == id)) is null, CancellationToken.None);

    [Fact]
    public async Task What_a_person_said_of_an_outage_stands_whatever_the_monitor_goes_on_saying()
    {
        var (product, id) = (await desk.PlatformAsync($"Firma {Guid.NewGuid():N}"), $"kuma-{Guid.NewGuid():N}");
        using var http = await MonitorAsync();
        var at = desk.Clock.Now.AddHours(-3);
        async Task<string> SaidAsync(string status, DateTimeOffset when) => (await SayAsync(http, new { externalId = id, status, productId = product.Id, at = when, summary = new string('x', 198) + "🙂🙂" })).Fate!;
        Assert.Equal(["opened", "closed", "opened", "closed"], [await SaidAsync("down", at), await SaidAsync("up", at.AddMinutes(1)), await SaidAsync("down", at.AddMinutes(30)), await SaidAsync("up", at.AddMinutes(31))]);

        // Somebody opens the older one again: that is the one that goes on.
        var older = await desk.ReadAsync(db => db.Outages.Where(outage => outage.ExternalId == id).OrderBy(outage => outage.From).Select(outage => new { outage.Id, outage.Version }).FirstAsync());
        await ChangeAsync(older.Id, outage => outage.Reopen("Volvió", "Ana", desk.Clock.Now));
        Assert.Equal(["known", "closed"], [await SaidAsync("down", at.AddMinutes(40)), await SaidAsync("up", at.AddMinutes(50))]);

        // And a false alarm stays one.
        Assert.Equal("opened", await SaidAsync("down", at.AddMinutes(90)));
        var alarm = await desk.ReadAsync(db => db.Outages.Where(outage => outage.ExternalId == id && outage.Until == null).Select(outage => outage.Id).SingleAsync());
        await ChangeAsync(alarm, outage => outage.Void("Prueba", "Ana", desk.Clock.Now));
        Assert.Equal("known", await SaidAsync("down", at.AddMinutes(90)));
    }

    private async Task<HttpClient> MonitorAsync()
    {
        var (kept, shown) = ApiKey.Create($"monitor {Guid.NewGuid():N}", Role.Agent, desk.Clock.Now, KeyScope.Monitor);
        await desk.AddAsync(kept);
        return desk.ClientWith(shown);
    }

    private static async Task<(HttpStatusCode Status, string? Fate, int Id)> SayAsync(HttpClient http, object body)
    {
        var answer = await http.PostAsJsonAsync(DeskUrls.ApiOutages, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, said.TryGetProperty("fate", out var fate) ? fate.GetString() : said.ToString(), said.TryGetProperty("id", out var id) ? id.GetInt32() : 0);
    }
}
