using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Filings;

/// <summary>A program that may send its request again, over HTTP.</summary>
public sealed class IdempotencyKeyTests(WebDesk desk) : IClassFixture<WebDesk>
{
    private const string Body = """{"kind":"claim","subject":"Cobro doble","description":"Dos veces.","petitioner":{"name":"Rosa Cortés","email":"rosa@example.org"}}""";

    [Fact]
    public async Task The_same_key_and_body_are_answered_alike_to_the_last_letter_whatever_happened_since()
    {
        using var http = await desk.ProgramAsync();
        var first = await PostAsync(http, "pedido-1", Body);
        var number = Number(first);
        await desk.TakeAsync(number, await desk.HireAsync());

        var again = await PostAsync(http, "pedido-1", Body);
        Assert.Equal((HttpStatusCode.Created, first.Text, first.Location), again);
        var written = await PostAsync(http, "pedido-1", Body.Replace("\":", "\" : ", StringComparison.Ordinal));
        Assert.Equal(first, written);
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Number == number)));

        // The code is told again, and is the ticket's.
        var code = JsonDocument.Parse(again.Text).RootElement.GetProperty("trackingCode").GetString();
        var id = (await desk.TicketAsync(number)).Id;
        Assert.True(TrackingCode.Fits(TrackingCode.Read(code), await desk.ReadAsync(db => db.TrackingHashes.Where(hash => hash.TicketId == id).Select(hash => hash.Hash).SingleAsync())));
        Assert.DoesNotContain(code!, await desk.ReadAsync(db => db.SentForms.Where(form => form.TicketId == id).Select(form => form.Answer).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_body_with_the_key_is_refused_and_another_key_or_program_files_anew()
    {
        using var http = await desk.ProgramAsync();
        using var other = await desk.ProgramAsync();
        var first = await PostAsync(http, "pedido-1", Body);

        var changed = await PostAsync(http, "pedido-1", Body.Replace("Dos veces", "Tres veces", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("Idempotency-Key", JsonDocument.Parse(changed.Text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(Number(first), Number(await PostAsync(http, "pedido-2", Body)));
        Assert.NotEqual(Number(first), Number(await PostAsync(other, "pedido-1", Body)));
        Assert.NotEqual(Number(await PostAsync(http, null, Body)), Number(await PostAsync(http, null, Body)));
    }

    [Fact]
    public async Task A_request_that_was_refused_is_free_to_be_mended_with_the_same_key()
    {
        using var http = await desk.ProgramAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(http, "k", Body.Replace("Cobro doble", "", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(http, "k", Body)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dos llaves")]
    [InlineData("larga")]
    public async Task A_key_that_is_none_is_a_bad_request(string key)
    {
        using var http = await desk.ProgramAsync();
        var (status, text, _) = await PostAsync(http, key == "larga" ? new string('k', 201) : key, Body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Idempotency-Key", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(http, new string('k', 200), Body)).Status);
    }

    [SkippableTheory, Engines]
    public async Task Forty_at_the_same_instant_over_two_nodes_are_one_filing_and_one_answer(Engine engine)
    {
        await using var one = await WebDesk.StartAsync(new() { Engine = engine });
        await using var two = await one.AnotherNodeAsync();
        var (kept, key) = ApiKey.Create("reintenta", Role.Agent, one.Clock.Now);
        await one.AddAsync(kept);
        using var first = one.ClientWith(key);
        using var second = two.ClientWith(key);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => PostAsync(turn % 2 == 0 ? first : second, "pedido-1", Body)));

        Assert.Equal(HttpStatusCode.Created, Assert.Single(answers.Distinct()).Status);
        Assert.Equal(1, await one.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.EndsWith("000002", Number(await PostAsync(second, "pedido-2", Body)), StringComparison.Ordinal);
    }

    [SkippableTheory, Engines]
    public async Task Keys_are_kept_for_a_day_and_forms_of_the_portal_for_good(Engine engine)
    {
        await using var own = await WebDesk.StartAsync(new() { Engine = engine });
        using var http = await own.ProgramAsync();
        var number = Number(await PostAsync(http, "pedido-1", Body));
        var ticket = await own.TicketAsync(number);
        await own.AddAsync(new Infrastructure.Persistence.SentForm { Key = "formulario", TicketId = ticket.Id, SentAt = ticket.FiledAt.AddDays(-30) });

        Assert.Equal(0, await own.Get<ForgetRequests>().RunAsync(ticket.FiledAt.AddHours(23), CancellationToken.None));
        Assert.Equal(number, Number(await PostAsync(http, "pedido-1", Body)));
        Assert.Equal(1, await own.Get<ForgetRequests>().RunAsync(ticket.FiledAt.AddHours(24).AddMinutes(1), CancellationToken.None));
        Assert.Equal("formulario", await own.ReadAsync(db => db.SentForms.Select(form => form.Key).SingleAsync()));
        Assert.NotEqual(number, Number(await PostAsync(http, "pedido-1", Body)));
    }

    private static async Task<(HttpStatusCode Status, string Text, string? Location)> PostAsync(HttpClient http, string? key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, DeskUrls.ApiTickets) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) Assert.True(request.Headers.TryAddWithoutValidation("Idempotency-Key", key));
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
    }

    private static string Number((HttpStatusCode Status, string Text, string? Location) answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("number").GetString()!;
}
