using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Tasking;

public sealed class TasksApiTests(WebDesk desk) : IClassFixture<WebDesk>
{
    [Fact]
    public async Task A_program_asks_lists_and_answers_tasks_and_tags()
    {
        using var http = await desk.ProgramAsync();
        var billing = await desk.OpenAreaAsync($"Facturación {Guid.NewGuid():N}");
        var number = (await desk.FileAsync()).Number;

        var (asked, tasks) = await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketTasksOf(number), $$"""{"areaId":{{billing.Id}},"businessDays":3,"question":"¿Cuánto?"}""");
        Assert.Equal((HttpStatusCode.OK, "open", "¿Cuánto?"), (asked, tasks.GetProperty("items")[0].GetProperty("state").GetString(), tasks.GetProperty("items")[0].GetProperty("question").GetString()));
        var (answered, after) = await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketTaskAnswerOf(number, 1), """{"text":"Cien."}""");
        Assert.Equal((HttpStatusCode.OK, "answered", "Cien."), (answered, after.GetProperty("items")[0].GetProperty("state").GetString(), after.GetProperty("items")[0].GetProperty("answer").GetString()));
        Assert.Equal(after.GetRawText(), (await http.GetFromJsonAsync<JsonElement>(DeskUrls.ApiTicketTasksOf(number))).GetRawText());

        var (tagged, ticket) = await SendAsync(http, HttpMethod.Patch, DeskUrls.ApiTicketTagsOf(number), """{"add":["Cobro doble","cobro DOBLE"],"remove":null}""");
        Assert.Equal((HttpStatusCode.OK, """["Cobro doble"]"""), (tagged, ticket.GetProperty("tags").GetRawText()));
        var listed = await http.GetFromJsonAsync<JsonElement>($"{DeskUrls.ApiTickets}?tag=cobro+doble");
        Assert.Equal(number, Assert.Single(listed.GetProperty("items").EnumerateArray()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task A_program_reminds_returns_reopens_and_cancels()
    {
        using var http = await desk.ProgramAsync();
        var billing = await desk.OpenAreaAsync($"Cartera {Guid.NewGuid():N}");
        var number = (await desk.FileAsync()).Number;
        await SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketTasksOf(number), $$"""{"areaId":{{billing.Id}},"businessDays":3,"question":"¿Cuánto?"}""");

        Assert.Equal(HttpStatusCode.OK, (await DoAsync("remind", """{"note":"Hoy, por favor."}""")).Item1);
        Assert.Equal("returned", await StateAsync("return", """{"reason":"No es de esta dependencia."}"""));
        Assert.Equal("open", await StateAsync("reopen", """{"reason":"Sí lo es.","businessDays":2}"""));
        Assert.Equal("cancelled", await StateAsync("cancel", """{"reason":"Ya no hace falta."}"""));
        Assert.Equal(["taskAsked", "taskReminded", "taskReturned", "taskReopened", "taskCancelled"], (await desk.LogAsync(number)).Where(each => each.IsOfTask).Select(each => each.StoredName));

        Assert.Equal((HttpStatusCode.Conflict, nameof(RefusalCode.TaskNotOpen)), await RefusedAsync("cancel", """{"reason":"Otra vez."}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DoAsync("reopen", """{"reason":"Sin fecha."}""")).Item1);
        Assert.Equal(HttpStatusCode.BadRequest, (await DoAsync("remind", """{"nota":"x"}""")).Item1);

        Task<(HttpStatusCode, JsonElement)> DoAsync(string act, string body) => SendAsync(http, HttpMethod.Post, DeskUrls.ApiTicketTaskActOf(number, 1, act), body);
        async Task<string?> StateAsync(string act, string body) => (await DoAsync(act, body)).Item2.GetProperty("items")[0].GetProperty("state").GetString();
        async Task<(HttpStatusCode, string?)> RefusedAsync(string act, string body) => await DoAsync(act, body) is var (status, problem) ? (status, problem.GetProperty("code").GetString()) : default;
    }

    [Theory]
    [InlineData("tasks", """{"areaId":99999,"businessDays":3,"question":"¿Cuánto?"}""", HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.AreaUnknown))]
    [InlineData("tasks", """{"areaId":1,"question":"¿Cuánto?"}""", HttpStatusCode.UnprocessableEntity, nameof(RefusalCode.TaskDueMissing))]
    [InlineData("tasks", """{"areaId":1,"dueOn":"mañana"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("tasks", """{"area":1}""", HttpStatusCode.BadRequest, null)]
    [InlineData("tasks/7/answer", """{"text":"Cien."}""", HttpStatusCode.NotFound, nameof(RefusalCode.TaskUnknown))]
    public async Task What_makes_no_sense_is_a_problem_with_its_name(string path, string body, HttpStatusCode status, string? code)
    {
        using var http = await desk.ProgramAsync();
        var (answered, problem) = await SendAsync(http, HttpMethod.Post, $"{DeskUrls.ApiTicketOf((await desk.FileAsync()).Number)}/{path}", body);
        Assert.Equal(status, answered);
        if (code is not null) Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    private static async Task<(HttpStatusCode, JsonElement)> SendAsync(HttpClient http, HttpMethod method, string address, string body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
