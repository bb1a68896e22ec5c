using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>What another area is asked for. The case is filed on Tuesday the third of March at ten.</summary>
public sealed class CaseTaskTests
{
    private static readonly Actor Stranger = new(ActorKind.Staff, 999, "Nadie", Role.Agent);

    [Fact]
    public async Task It_is_asked_by_a_date_or_by_business_days_and_moves_no_deadline()
    {
        var it = await Case.FiledAsync();
        var before = it.Ticket.Deadlines.Select(deadline => (deadline.Kind, deadline.DueAt)).ToList();
        it.Do(Ask(it, days: 3)).Do(Ask(it, on: Case.Day("03-04")));

        var (first, second) = (it.Ticket.CaseFile!.Tasks[0], it.Ticket.CaseFile.Tasks[1]);
        Assert.Equal((1, Case.Day("03-06"), Case.Local("03-06 23:59:59"), Case.Local("03-06 00:00")), (first.Number, first.DueOn, first.DueAt, first.SoonAt));
        Assert.Equal((2, Case.Day("03-04"), TaskState.Open), (second.Number, second.DueOn, second.State));
        Assert.Equal(before, it.Ticket.Deadlines.Select(deadline => (deadline.Kind, deadline.DueAt)));

        // The weekend is not counted, nor the Monday of San José.
        it.At("03-20 09:00").Do(Ask(it, days: 1));
        Assert.Equal(Case.Day("03-24"), it.Ticket.CaseFile.Tasks[2].DueOn);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_in_words()
    {
        var it = await Case.FiledAsync();
        Assert.Equal(new Refusal(RefusalCode.AreaUnknown, "AreaId"), it.Try((ticket, now) => ticket.AskTask(new(null, null, null, 1, "¿Qué?"), it.Book, now)));
        Assert.Equal(new Refusal(RefusalCode.AreaUnknown, "AreaId"), it.Try((ticket, now) => ticket.AskTask(new(it.Cast.Shut, null, null, 1, "¿Qué?"), it.Book, now)));
        Assert.Equal(new Refusal(RefusalCode.PersonElsewhere, "PersonId", "Ana Restrepo"), it.Try((ticket, now) => ticket.AskTask(new(it.Cast.Other, it.Cast.Ana, null, 1, "¿Qué?"), it.Book, now)));
        Assert.Equal(new Refusal(RefusalCode.TextMissing, "Question"), it.Try((ticket, now) => ticket.AskTask(new(it.Cast.Other, null, null, 1, " "), it.Book, now)));
        Assert.Equal(new Refusal(RefusalCode.TextTooLong, "Question", "4000"), it.Try((ticket, now) => ticket.AskTask(new(it.Cast.Other, null, null, 1, new('a', 4001)), it.Book, now)));
        Assert.Equal(RefusalCode.TaskDueMissing, Code(it.Try(Ask(it))));
        Assert.Equal(RefusalCode.TaskDuePast, Code(it.Try(Ask(it, on: Case.Day("03-02")))));
        Assert.Equal(RefusalCode.TaskDueFar, Code(it.Try(Ask(it, on: Case.Day("03-03").AddDays(401)))));
        Assert.Equal(RefusalCode.TaskDaysInvalid, Code(it.Try(Ask(it, days: 0))));
        Assert.Equal(RefusalCode.TaskDaysInvalid, Code(it.Try(Ask(it, days: int.MaxValue))));
        Assert.Null(it.Ticket.CaseFile);
        for (var number = 0; number < CaseTask.MostOpen; number++) it.Do(Ask(it, days: 1));
        Assert.Equal(RefusalCode.TooManyTasks, Code(it.Try(Ask(it, days: 1))));
        it.Answer().Do((ticket, now) => ticket.Close(null, it.Book, now, despiteTasks: true));
        Assert.Equal(RefusalCode.TicketClosed, it.Try(Ask(it, days: 1)));
    }

    [Fact]
    public async Task Whoever_it_is_for_answers_it_or_gives_it_back_and_whoever_asked_takes_it_back()
    {
        var it = await Case.FiledAsync();
        var theirs = new StaffMember { Name = "Rosa Gil", Email = "rosa@example.org", Role = Role.Agent, AreaId = it.Cast.Other.Id };
        var ana = Actor.Staff(it.Cast.Ana);
        it.Do(Ask(it, days: 2), ana).Do(Ask(it, days: 2), ana).Do(Ask(it, days: 2), ana);

        Assert.Equal(RefusalCode.NotYourTask, Code(it.Try((ticket, now) => ticket.AnswerTask(1, "Sí.", it.Cast.Beto, it.Book, now), Actor.Staff(it.Cast.Beto))));
        Assert.Equal(RefusalCode.NotYourTask, Code(it.Try((ticket, now) => ticket.CancelTask(1, "Ya no.", it.Book, now), Stranger)));
        Assert.Equal(RefusalCode.TaskUnknown, it.Try((ticket, now) => ticket.AnswerTask(9, "Sí.", theirs, it.Book, now)));
        it.Do((ticket, now) => ticket.AnswerTask(1, "Sí, dos veces.", theirs, it.Book, now, [new(Guid.NewGuid(), "corte.pdf", 12)]), Stranger);
        it.Do((ticket, now) => ticket.ReturnTask(2, "Es de Tesorería.", theirs, it.Book, now), Stranger);
        it.Do((ticket, now) => ticket.CancelTask(3, "Ya no hace falta.", it.Book, now), ana);

        Assert.Equal([TaskState.Answered, TaskState.Returned, TaskState.Cancelled], it.Ticket.CaseFile!.Tasks.Select(task => task.State));
        Assert.Contains(it.Ticket.Events, line => line.Event is TicketEvent.FileAttached { Name: "corte.pdf", ForPetitioner: false });
        Assert.Equal(RefusalCode.TaskNotOpen, it.Try((ticket, now) => ticket.AnswerTask(1, "Otra vez.", theirs, it.Book, now)));
        Assert.Equal(RefusalCode.TaskNotOpen, it.Try((ticket, now) => ticket.RemindTask(1, null, it.Book, now), ana));
        it.Do((ticket, now) => ticket.ReopenTask(1, "Falta la fecha.", null, 1, it.Book, now), ana);
        Assert.Equal(RefusalCode.TaskOpen, it.Try((ticket, now) => ticket.ReopenTask(1, "Falta.", null, 1, it.Book, now), ana));
        it.Do((ticket, now) => ticket.RemindTask(1, "Es urgente.", it.Book, now), ana);
        Assert.Equal((TaskState.Open, 1, Case.Day("03-04")), it.Ticket.CaseFile.Tasks[0] is var task ? (task.State, task.Reminders, task.DueOn) : default);
        Assert.Equal(TicketWords.Of(it.Ticket), TicketWords.Of(Ticket.Rebuild(it.Ticket.Events, it.Book)));
    }

    [Fact]
    public async Task That_it_is_due_is_said_once_and_that_it_is_late_once()
    {
        var it = await Case.FiledAsync();
        it.Do(Ask(it, on: Case.Day("03-05"))).Do(Ask(it, on: Case.Day("03-03")));
        Assert.Equal(Case.Local("03-03 23:59:59"), it.Ticket.CaseFile!.Tasks[1].NextMarkAt);
        Assert.Equal(["1 False", "2 True"], Marks(it.At("03-05 00:00")));
        Assert.Empty(Marks(it.At("03-05 23:59:59")));
        Assert.Equal(["1 True"], Marks(it.At("03-06 00:00")));
        Assert.Empty(Marks(it.At("03-09 10:00")));
        Assert.All(it.Ticket.CaseFile.Tasks, task => Assert.Null(task.NextMarkAt));

        // Asked again, it is said again.
        it.Do((ticket, now) => ticket.CancelTask(1, "No.", it.Book, now), Actor.Staff(it.Cast.Lead)).Do((ticket, now) => ticket.ReopenTask(1, "Sí.", null, 1, it.Book, now), Actor.Staff(it.Cast.Lead));
        Assert.Equal(["1 True"], Marks(it.At("03-11 00:00")));
    }

    [Fact]
    public async Task A_case_with_open_tasks_asks_before_it_is_closed()
    {
        var it = await Case.FiledAsync();
        it.Do(Ask(it, days: 2)).Answer();
        Assert.Equal(new Refusal(RefusalCode.TasksOpen, "Tasks", "1"), it.Try((ticket, now) => ticket.Close(null, it.Book, now)));

        // The answer of a task that comes afterwards is kept all the same.
        it.Do((ticket, now) => ticket.Close(null, it.Book, now, despiteTasks: true)).Do((ticket, now) => ticket.AnswerTask(1, "Sí.", null, it.Book, now), Actor.Staff(it.Cast.Lead));
        Assert.True(it.Ticket.IsOver);
        it.Reopen().Answer().Close();
    }

    private static List<string> Marks(Case it)
    {
        var before = it.Ticket.Version;
        it.Do((ticket, now) =>
        {
            ticket.MarkTasks(it.Book, now);
            return Decision.Ok;
        });
        return [.. it.Ticket.Events.Where(line => line.Sequence > before).Select(line => line.Event).OfType<TicketEvent.TaskDue>().Select(due => $"{due.Task} {due.Late}")];
    }

    private static Func<Ticket, Moment, Decision> Ask(Case it, DateOnly? on = null, int? days = null) =>
        (ticket, now) => ticket.AskTask(new(it.Cast.Other, null, on, days, "¿Se cobró dos veces?"), it.Book, now);

    private static RefusalCode? Code(Decision decision) => (decision as Decision.Refused)?.Refusal.Code;
}
