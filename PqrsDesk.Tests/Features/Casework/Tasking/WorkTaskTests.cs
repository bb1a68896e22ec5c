using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.Tasking;

public sealed class WorkTaskTests
{
    [SkippableTheory, Engines]
    public async Task Another_area_is_asked_told_reminded_of_the_clock_and_answers(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var billing = await desk.OpenAreaAsync();
        var (ana, rosa, luis) = (await desk.HireAsync("Ana"), await desk.HireAsync("Rosa", areaId: billing.Id), await desk.HireAsync("Luis", areaId: billing.Id));
        var number = (await desk.FileAsync()).Number;
        var file = await desk.StoreAsync("corte.pdf");

        await MustAsync(desk, number, new TaskAct.Ask(billing.Id, null, null, 1, "¿Se cobró dos veces?", [file]), ana);
        var row = await desk.ReadAsync(db => db.AskedTasks.AsNoTracking().SingleAsync());
        Assert.Equal((1, billing.Id, ana.Id, TaskState.Open, "¿Se cobró dos veces?"), (row.Number, row.AreaId, row.AskedById, row.State, row.Question));
        Assert.Equal([rosa.Id, luis.Id], await ToldAsync<TicketEvent.TaskAsked>(desk));
        Assert.Equal(number, await desk.ReadAsync(db => db.Tickets.Where(t => t.Id == db.Files.Single(each => each.Id == file.Id).TicketId).Select(t => t.Number).SingleAsync()));

        // Each has it, until somebody answers; who asked has none.
        Assert.Equal((1, 1, 0), (await CountAsync(desk, rosa), await CountAsync(desk, luis), await CountAsync(desk, ana)));
        var sweep = desk.Get<SweepTasks>();
        Assert.Equal(0, await sweep.RunAsync(desk.Clock.GetUtcNow(), CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await sweep.RunAsync(desk.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal(0, await sweep.RunAsync(desk.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal([ana.Id, rosa.Id, luis.Id], await ToldAsync<TicketEvent.TaskDue>(desk));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await sweep.RunAsync(desk.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal([false, true], (await desk.LogAsync(number)).OfType<TicketEvent.TaskDue>().Select(due => due.Late));
        Assert.Equal(1, (await BoardAsync(desk, TaskView.Overdue, ana)).Count);

        await MustAsync(desk, number, new TaskAct.Answer(1, "Sí: se devuelve."), rosa);
        Assert.Equal([ana.Id], await ToldAsync<TicketEvent.TaskAnswered>(desk));
        Assert.Equal((0, 0), (await CountAsync(desk, rosa), await CountAsync(desk, luis)));
        Assert.Equal((TaskState.Answered, null), await desk.ReadAsync(db => db.AskedTasks.AsNoTracking().SingleAsync()) is var done ? (done.State, done.NextMarkAt) : default);
        var stored = await desk.TicketAsync(number);
        Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
    }

    [SkippableTheory, Engines]
    public async Task Each_list_holds_its_own_the_soonest_due_first(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var billing = await desk.OpenAreaAsync();
        var (ana, rosa, luis) = (await desk.HireAsync("Ana"), await desk.HireAsync("Rosa", areaId: billing.Id), await desk.HireAsync("Luis", areaId: billing.Id));
        var (one, two) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await MustAsync(desk, one, new TaskAct.Ask(billing.Id, null, null, 5, "de todos"), ana);
        await MustAsync(desk, one, new TaskAct.Ask(billing.Id, luis.Id, null, 2, "de Luis"), ana);
        await MustAsync(desk, two, new TaskAct.Ask(billing.Id, rosa.Id, null, 3, "de Rosa"), ana);
        await MustAsync(desk, two, new TaskAct.Ask(Samples.FirstArea, null, null, 3, "de vuelta"), rosa);

        Assert.Equal(["de Rosa", "de todos"], await QuestionsAsync(desk, TaskView.Mine, rosa));
        Assert.Equal(["de Luis", "de Rosa", "de todos"], await QuestionsAsync(desk, TaskView.Area, rosa));
        Assert.Equal(["de vuelta"], await QuestionsAsync(desk, TaskView.Asked, rosa));
        Assert.Equal(["de vuelta"], await QuestionsAsync(desk, TaskView.Mine, ana));
        Assert.Empty(await QuestionsAsync(desk, TaskView.Overdue, rosa));
        await MustAsync(desk, one, new TaskAct.Cancel(2, "Ya no."), ana);
        await MustAsync(desk, two, new TaskAct.Return(1, "No es nuestra."), rosa);
        Assert.Equal(["de todos"], await QuestionsAsync(desk, TaskView.Area, rosa));
        await MustAsync(desk, two, new TaskAct.Reopen(1, "Sí es.", null, 1), ana);
        Assert.Equal(["de Rosa", "de todos"], await QuestionsAsync(desk, TaskView.Area, luis));
    }

    [Fact]
    public async Task A_case_is_not_closed_over_open_tasks_unless_whoever_closes_it_says_so()
    {
        await using var desk = await TestDesk.StartAsync();
        var billing = await desk.OpenAreaAsync();
        var ana = await desk.HireAsync("Ana");
        var number = (await desk.FileAsync()).Number;
        await MustAsync(desk, number, new TaskAct.Ask(billing.Id, null, null, 2, "¿Sí?"), ana);
        await desk.AnswerAsync(number);
        Task<Decision> CloseAsync(bool despite) => desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.Close(null, despite), Actor.Staff(ana), CancellationToken.None);

        Assert.Equal(new Refusal(RefusalCode.TasksOpen, "Tasks", "1"), await CloseAsync(false));
        Assert.Equal(Decision.Ok, await CloseAsync(true));
    }

    private static async Task MustAsync(TestDesk desk, string number, TaskAct act, StaffMember by) =>
        Assert.Equal(Decision.Ok, await desk.Get<WorkTask>().RunAsync(number, act, Actor.Staff(by), CancellationToken.None));

    private static async Task<List<int>> ToldAsync<T>(TestDesk desk) where T : TicketEvent
    {
        var told = await desk.ReadAsync(db => db.Notices.Join(db.Events, notice => new { notice.TicketId, notice.Sequence }, line => new { TicketId = (long?)line.TicketId, line.Sequence }, (notice, line) => new { notice.StaffId, line.Event }).ToListAsync());
        return [.. told.Where(each => each.Event is T).Select(each => each.StaffId).Distinct().Order()];
    }

    private static async Task<int> CountAsync(TestDesk desk, StaffMember of) => (await AskAsync(desk, desk.Get<ReadTasks>().Count(of.Id))).Open;

    private static Task<TaskBoard> BoardAsync(TestDesk desk, TaskView view, StaffMember of) => AskAsync(desk, desk.Get<ReadTasks>().Question(view, of.Id, false));

    private static async Task<List<string>> QuestionsAsync(TestDesk desk, TaskView view, StaffMember of) => [.. (await BoardAsync(desk, view, of)).Rows.Select(row => row.Question)];

    private static Task<T> AskAsync<T>(TestDesk desk, LiveQuestion<T> question) where T : class => desk.ReadAsync(db => question.Read(db, CancellationToken.None));
}
