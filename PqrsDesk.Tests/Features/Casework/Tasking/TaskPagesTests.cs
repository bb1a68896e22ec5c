using Bunit;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Tasking;

/// <summary>Tasks as people ask for them and answer them.</summary>
public sealed class TaskPagesTests : PageTest
{
    [Fact]
    public async Task A_task_is_asked_on_the_case_and_its_answer_appears_there()
    {
        var billing = await Desk.OpenAreaAsync();
        var rosa = await Desk.HireAsync("Rosa Gil", areaId: billing.Id);
        var number = (await Desk.FileAsync()).Number;
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find("[aria-labelledby=tareas]"));

        await page.InvokeAsync(() => page.Find("[data-key=task]").ClickAsync(new()));
        See(page, () => page.Find("#tarea-area option:nth-child(2)"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("área", page.Find("dialog .field-error").TextContent, StringComparison.OrdinalIgnoreCase));
        await page.InvokeAsync(() => page.Find("#tarea-area").ChangeAsync(Number(billing.Id)));
        await page.InvokeAsync(() => page.Find("#tarea-persona").ChangeAsync(Number(rosa.Id)));
        await page.InvokeAsync(() => page.Find("#tarea-dias").InputAsync("200"));
        See(page, () => Assert.Contains("después del término legal", Words(page.Find("dialog [role=status]")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#tarea-dias").InputAsync("2"));
        await page.InvokeAsync(() => page.Find("#tarea-texto").InputAsync($"¿Se cobró dos veces? {Hostile}"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        See(page, () => Assert.Contains("1. Rosa Gil", Words(page.Find(".case-task")), StringComparison.Ordinal));
        AssertHarmless(page);

        await Desk.Get<WorkTask>().RunAsync(number, new TaskAct.Answer(1, "Sí, dos veces."), Actor.Staff(rosa), CancellationToken.None);
        Await(page, () => Assert.Contains("Sí, dos veces.", Words(page.Find(".turn.note:last-of-type")), StringComparison.Ordinal));
        Assert.Contains("Respondida", Words(page.Find(".case-task")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_tasks_are_listed_and_answered_and_the_list_follows()
    {
        var billing = await Desk.OpenAreaAsync();
        var rosa = await Desk.HireAsync("Rosa Gil", areaId: billing.Id);
        var number = (await Desk.FileAsync()).Number;
        SignIn(rosa);
        var page = Render<TasksPage>();
        See(page, () => Assert.Contains("No tiene tareas pendientes.", page.Markup, StringComparison.Ordinal));
        await Desk.Get<WorkTask>().RunAsync(number, new TaskAct.Ask(billing.Id, null, null, 2, $"¿Cuánto? {Hostile}"), Actor.Staff(Me), CancellationToken.None);
        Await(page, () => Assert.Contains(number, Words(page.Find(".task-list li")), StringComparison.Ordinal));
        AssertHarmless(page);

        await page.InvokeAsync(() => page.Find($"[aria-label='Responder la tarea 1 de {number}']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#tarea-texto").InputAsync("Cien mil."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal($"Se respondió la tarea 1 de {number}.", page.Find("p[role=status]").TextContent));
        Await(page, () => Assert.Empty(page.FindAll(".task-list li")));
        Assert.Contains(new TicketEvent.TaskAnswered(1, "Cien mil."), await Desk.LogAsync(number));
    }

    [Fact]
    public async Task Closing_over_an_open_task_has_to_be_ticked()
    {
        var billing = await Desk.OpenAreaAsync();
        var number = (await Desk.FileAsync()).Number;
        await Desk.Get<WorkTask>().RunAsync(number, new TaskAct.Ask(billing.Id, null, null, 2, "¿Cuánto?"), Actor.Staff(Me), CancellationToken.None);
        await Desk.AnswerAsync(number);
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".ticket"));
        await page.InvokeAsync(() => page.FindAll("[aria-labelledby=estado] button").Single(button => Words(button) == "Cerrar").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Quedan 1 tareas sin responder.", Words(page.Find("dialog")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("dialog input[type=checkbox]").ChangeAsync(true));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(TicketStatus.Closed, (await Desk.TicketAsync(number)).Status);
    }
}
