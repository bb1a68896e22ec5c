using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>Steps and reviews by programs.</summary>
public sealed class CareApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_does_a_step_and_reads_the_checklist()
    {
        await desk.CareAsync(new CareDefinition { Reviews = [new() { Priorities = [Domain.Tickets.Priority.High] }] });
        using var http = await desk.ProgramAsync();
        var number = (await desk.FileAsync()).Number;
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FindingsMissing"), await PostAsync(http, DeskUrls.ApiTicketProtocolStepOf(number, "investigate"), """{"action":"done"}"""));
        Assert.Equal((HttpStatusCode.Forbidden, "StepForLead"), await PostAsync(http, DeskUrls.ApiTicketProtocolStepOf(number, "investigate"), """{"action":"skip","text":"x"}"""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "StepUnknown"), await PostAsync(http, DeskUrls.ApiTicketProtocolStepOf(number, "4"), """{"action":"done"}"""));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync(http, DeskUrls.ApiTicketProtocolStepOf(number, "investigate"), """{"action":"done","findings":"Hubo dos cobros.","cause":"Un cargue."}"""));
        var steps = (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketProtocolOf(number))).GetProperty("steps").EnumerateArray().ToDictionary(step => step.GetProperty("step").GetString()!);
        Assert.Equal(("done", "required", "Hubo dos cobros."), (steps["investigate"].GetProperty("state").GetString(), steps["investigate"].GetProperty("demand").GetString(), steps["investigate"].GetProperty("found").GetProperty("findings").GetString()));
        Assert.Equal("open", steps["answer"].GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(DeskUrls.ApiTicketProtocolOf("NO-1"))).StatusCode);
    }

    [Fact]
    public async Task An_answer_is_proposed_approved_and_sent_by_two_keys_and_a_person()
    {
        await desk.CareAsync(CareHouse.Reviewed());
        using var agent = await desk.ProgramAsync();
        using var lead = await desk.ProgramAsync(Role.Lead);
        var (number, person) = ((await desk.FileAsync()).Number, await desk.HireAsync("Ana Restrepo"));
        var address = DeskUrls.ApiTicketReviewOf(number);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, null), await PostAsync(agent, address, "{}"));
        Assert.Equal((HttpStatusCode.Conflict, "NoProposal"), await PostAsync(lead, address, """{"action":"approve"}"""));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync(agent, address, """{"action":"propose","text":"Por programa."}"""));
        Assert.Equal((HttpStatusCode.Forbidden, "OwnProposal"), await PostAsync(lead, address, """{"action":"approve"}"""));
        await desk.ProposeAsync(number, person);
        var review = await agent.GetFromJsonAsync<JsonElement>(address);
        Assert.Equal((true, "proposed", CareHouse.Text), (review.GetProperty("required").GetBoolean(), review.GetProperty("stage").GetString(), review.GetProperty("text").GetString()));
        Assert.Equal((HttpStatusCode.Forbidden, "NotReviewer"), await PostAsync(agent, address, """{"action":"approve"}"""));
        Assert.Equal((HttpStatusCode.Conflict, "ProposalChanged"), await PostAsync(lead, address, """{"action":"approve","proposal":"abc"}"""));
        Assert.Equal((HttpStatusCode.Conflict, "AnswerNotApproved"), await PostAsync(agent, address, """{"action":"send"}"""));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync(lead, address, $$"""{"action":"approve","proposal":"{{review.GetProperty("proposal").GetString()}}"}"""));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync(agent, address, """{"action":"send"}"""));
        Assert.Equal("answered", (await agent.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketOf(number))).GetProperty("status").GetString());
    }

    private static async Task<(HttpStatusCode Status, string? Code)> PostAsync(HttpClient http, string address, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(address, content);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (answer.StatusCode, said.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
