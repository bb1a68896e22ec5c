using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Sending;

/// <summary>What programs plan: messages that are sent later, and tickets put aside.</summary>
public sealed class PlannedApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private DateTimeOffset InAnHour => desk.Clock.Now.AddHours(1);

    [Fact]
    public async Task A_program_plans_a_question_reads_it_and_sends_it_now()
    {
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync();
        using var another = await desk.ProgramAsync();
        var address = DeskUrls.ApiTicketPlannedOf(number);
        Assert.Equal(JsonValueKind.Null, (await http.GetFromJsonAsync<JsonElement>(address)).GetProperty("planned").ValueKind);
        var body = new { act = "replyAndWait", text = "¿Nos envía la factura?", at = InAnHour, waiting = "La factura", holdsForPetitioner = true, seen = 1 };

        foreach (var _ in (int[])[1, 2]) Assert.Equal((HttpStatusCode.OK, null), await SendAsync(http, HttpMethod.Post, address, body, "p-1"));
        Assert.Equal((HttpStatusCode.Conflict, nameof(RefusalCode.AlreadyPlanned)), await SendAsync(http, HttpMethod.Post, address, new { act = "reply", text = "Otra", at = InAnHour }));

        var planned = (await http.GetFromJsonAsync<JsonElement>(address)).GetProperty("planned");
        Assert.Equal(
            ("replyAndWait", "¿Nos envía la factura?", "La factura", true, JsonValueKind.Null),
            (planned.GetProperty("act").GetString(), planned.GetProperty("text").GetString(), planned.GetProperty("waiting").GetString(), planned.GetProperty("holdsForPetitioner").GetBoolean(), planned.GetProperty("held").ValueKind));
        Assert.Equal(InAnHour, planned.GetProperty("at").GetDateTimeOffset(), TimeSpan.FromSeconds(5));
        Assert.Equal((HttpStatusCode.Forbidden, nameof(RefusalCode.NotYourTicket)), await SendAsync(another, HttpMethod.Delete, address));
        Assert.Equal((HttpStatusCode.Conflict, nameof(RefusalCode.ChangedMeanwhile)), await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketPlannedSendOf(number), new { seen = 1 }));
        Assert.Equal((HttpStatusCode.OK, null), await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketPlannedSendOf(number), new { }));
        Assert.Equal(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(number)).Status);
        Assert.Single(await desk.LogAsync(number), each => each is TicketEvent.Replied { Text: "¿Nos envía la factura?" });
        Assert.Equal((HttpStatusCode.Conflict, nameof(RefusalCode.NothingPlanned)), await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketPlannedSendOf(number), new { }));
    }

    [Fact]
    public async Task It_is_thrown_away_by_who_planned_it_or_a_lead_and_what_holds_it_is_said()
    {
        var (one, two) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        using var http = await desk.ProgramAsync();
        using var lead = await desk.ProgramAsync(Role.Lead);
        foreach (var number in (string[])[one, two])
            Assert.Equal((HttpStatusCode.OK, null), await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketPlannedOf(number), new { act = "reply", text = "Mañana.", at = InAnHour, holdsForPetitioner = true }));
        await desk.ChangeAsync(two, (ticket, book, now) => ticket.Hear("Ya la envié.", book, now));

        Assert.Equal("petitioner", (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketPlannedOf(two))).GetProperty("planned").GetProperty("held").GetString());
        Assert.Equal((HttpStatusCode.OK, null), await SendAsync(http, HttpMethod.Delete, DeskUrls.ApiTicketPlannedOf(one)));
        Assert.Equal((HttpStatusCode.OK, null), await SendAsync(lead, HttpMethod.Delete, DeskUrls.ApiTicketPlannedOf(two)));
        foreach (var number in (string[])[one, two]) Assert.Null((await desk.TicketAsync(number)).CaseFile?.Planned);
    }

    [Fact]
    public async Task What_cannot_be_planned_is_refused_in_words()
    {
        var number = (await desk.FileAsync()).Number;
        using var http = await desk.ProgramAsync();
        var address = DeskUrls.ApiTicketPlannedOf(number);

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, HttpMethod.Post, address, new { text = "Hola", at = InAnHour })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(http, HttpMethod.Post, address, new { act = "tomorrow", text = "Hola", at = InAnHour })).Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.PlanPast)), await SendAsync(http, HttpMethod.Post, address, new { act = "reply", text = "Hola" }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.PlanTooFar)), await SendAsync(http, HttpMethod.Post, address, new { act = "reply", text = "Hola", at = desk.Clock.Now.AddDays(91) }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TextMissing)), await SendAsync(http, HttpMethod.Post, address, new { act = "reply", text = " ", at = InAnHour }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.PauseCauseUnknown)), await SendAsync(http, HttpMethod.Post, address, new { act = "replyAndWait", text = "¿?", at = InAnHour, causeId = 9999 }));
        Assert.Equal((HttpStatusCode.NotFound, nameof(RefusalCode.TicketNotFound)), await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketPlannedOf("PQRS-1999-000001"), new { act = "reply", text = "Hola", at = InAnHour }));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiTicketPlannedOf("PQRS-1999-000001"))).StatusCode);
        using var stranger = desk.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(1, (await desk.TicketAsync(number)).Version);
    }

    [Fact]
    public async Task A_lead_s_key_puts_a_ticket_aside_and_brings_it_back()
    {
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync(Samples.Filing with { Urgency = Urgency.Low, Impact = Impact.Low })).Number;
        await desk.TakeAsync(number, ana);
        await desk.ReplyAsync(number, by: Actor.Staff(ana));
        using var agent = await desk.ProgramAsync();
        using var http = await desk.ProgramAsync(Role.Lead);
        var address = DeskUrls.ApiTicketSnoozeOf(number);
        var version = (await desk.TicketAsync(number)).Version;

        Assert.Equal((HttpStatusCode.Forbidden, nameof(RefusalCode.NotYourTicket)), await SendAsync(agent, HttpMethod.Put, address, new { until = desk.Clock.Now.AddMinutes(10) }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.SnoozePast)), await SendAsync(http, HttpMethod.Put, address, new { reason = "?" }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.SnoozeBeyondDeadline)), await SendAsync(http, HttpMethod.Put, address, new { until = desk.Clock.Now.AddDays(80) }));
        Assert.Equal((HttpStatusCode.Conflict, nameof(RefusalCode.ChangedMeanwhile)), await SendAsync(http, HttpMethod.Put, address, new { until = desk.Clock.Now.AddMinutes(10), seen = version - 1 }));
        var body = new { until = desk.Clock.Now.AddMinutes(10), reason = "Llama a las tres.\0", seen = version };
        foreach (var _ in (int[])[1, 2]) Assert.Equal((HttpStatusCode.OK, null), await SendAsync(http, HttpMethod.Put, address, body, "z-1"));
        var document = await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketOf(number));
        Assert.Equal(body.until, document.GetProperty("snoozedUntil").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        foreach (var _ in (int[])[1, 2]) Assert.Equal((HttpStatusCode.OK, null), await SendAsync(http, HttpMethod.Delete, address));
        Assert.Equal((null, version + 2), ((await desk.TicketAsync(number)).SnoozedUntil, (await desk.TicketAsync(number)).Version));
    }

    private static async Task<(HttpStatusCode Status, string? Code)> SendAsync(HttpClient http, HttpMethod method, string address, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (key is not null) Assert.True(request.Headers.TryAddWithoutValidation("Idempotency-Key", key));
        using var answer = await http.SendAsync(request);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, told.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
