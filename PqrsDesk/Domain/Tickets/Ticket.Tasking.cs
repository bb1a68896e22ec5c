using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

/// <summary>A task as it is asked.</summary>
/// <param name="Person">Null: whoever of the area does it.</param>
/// <param name="DueOn">The local date, or else <paramref name="Days"/> business days of the desk's calendar from today.</param>
public sealed record TaskWish(Area? Area, StaffMember? Person, DateOnly? DueOn, int? Days, string? Question, IReadOnlyList<SentFile>? Files = null);

// Tareas: what other areas are asked for. None of them moves a deadline of the case.
public sealed partial class Ticket
{
    public Decision AskTask(TaskWish wish, SlaBook book, Moment now)
    {
        if (IsOver) return RefusalCode.TicketClosed;
        if (FileNow.OpenTasks.Count() >= CaseTask.MostOpen || FileNow.Tasks.Count >= CaseTask.Most)
            return new Refusal(RefusalCode.TooManyTasks, null, CaseTask.MostOpen.ToString(CultureInfo.InvariantCulture));
        if (wish.Area is not { Active: true } area) return new Refusal(RefusalCode.AreaUnknown, "AreaId");
        if (wish.Person is { } person && (!person.Active || person.AreaId != area.Id)) return new Refusal(RefusalCode.PersonElsewhere, "PersonId", person.Name);
        if (string.IsNullOrWhiteSpace(wish.Question)) return new Refusal(RefusalCode.TextMissing, "Question");
        if (Texts.TooLong(wish.Question, CaseTask.QuestionLimit, "Question") is { } tooLong) return tooLong;
        if (DueOf(wish.DueOn, wish.Days, book, now, out var due) is { } undated) return undated;
        if (AttachToTask(wish.Files, book, now) is { } unfit) return unfit;
        return Record(new TicketEvent.TaskAsked(
            FileNow.Tasks.Count + 1, area.Id, area.Name, wish.Person?.Id, wish.Person?.Name, due.On, due.SoonAt, due.At, Tidy(wish.Question), IdsOf(wish.Files)), now, book);
    }

    /// <summary>The addressee answers: for the colleagues who work the case, not for the petitioner. Also when the case has ended meanwhile.</summary>
    /// <param name="me">Who answers; null: a program.</param>
    public Decision AnswerTask(int number, string? text, StaffMember? me, SlaBook book, Moment now, IReadOnlyList<SentFile>? files = null)
    {
        if (Open(number, out var task) is { } notOpen) return notOpen;
        if (!Holds(task, me, now.By)) return new Refusal(RefusalCode.NotYourTask, null, task.Area);
        if (Texts.Message(text, "Text") is { } refusal) return refusal;
        return AttachToTask(files, book, now) ?? Record(new TicketEvent.TaskAnswered(number, Tidy(text), IdsOf(files)), now, book);
    }

    /// <summary>The addressee gives it back: it is not theirs, or cannot be answered as it is asked.</summary>
    public Decision ReturnTask(int number, string? reason, StaffMember? me, SlaBook book, Moment now)
    {
        if (Open(number, out var task) is { } notOpen) return notOpen;
        if (!Holds(task, me, now.By)) return new Refusal(RefusalCode.NotYourTask, null, task.Area);
        return Texts.Reason(reason) is { } refusal ? refusal : Record(new TicketEvent.TaskReturned(number, Tidy(reason)), now, book);
    }

    public Decision CancelTask(int number, string? reason, SlaBook book, Moment now)
    {
        if (Open(number, out var task) is { } notOpen) return notOpen;
        if (!Asks(task, now.By)) return new Refusal(RefusalCode.NotYourTask, null, task.AskedBy);
        return Texts.Reason(reason) is { } refusal ? refusal : Record(new TicketEvent.TaskCancelled(number, Tidy(reason)), now, book);
    }

    /// <summary>Asks again what was answered short, given back or cancelled, by a new date.</summary>
    public Decision ReopenTask(int number, string? reason, DateOnly? dueOn, int? days, SlaBook book, Moment now)
    {
        if (FileNow.Tasks.FirstOrDefault(each => each.Number == number) is not { } task) return RefusalCode.TaskUnknown;
        if (IsOver) return RefusalCode.TicketClosed;
        if (task.State == TaskState.Open) return RefusalCode.TaskOpen;
        if (!Asks(task, now.By)) return new Refusal(RefusalCode.NotYourTask, null, task.AskedBy);
        if (FileNow.OpenTasks.Count() >= CaseTask.MostOpen) return new Refusal(RefusalCode.TooManyTasks, null, CaseTask.MostOpen.ToString(CultureInfo.InvariantCulture));
        if (Texts.Reason(reason) is { } refusal) return refusal;
        if (DueOf(dueOn, days, book, now, out var due) is { } undated) return undated;
        return Record(new TicketEvent.TaskReopened(number, due.On, due.SoonAt, due.At, Tidy(reason)), now, book);
    }

    /// <summary>Whoever has it is told again.</summary>
    public Decision RemindTask(int number, string? note, SlaBook book, Moment now)
    {
        if (Open(number, out var task) is { } notOpen) return notOpen;
        if (!Asks(task, now.By)) return new Refusal(RefusalCode.NotYourTask, null, task.AskedBy);
        return Texts.TooLong(note, Filing.ReasonLimit, "Note") is { } tooLong ? tooLong : Record(new TicketEvent.TaskReminded(number, NullIfBlank(note)), now, book);
    }

    /// <summary>Records of each open task that it is due soon, or late, once. That it is late is said alone where both passed unnoticed.</summary>
    public void MarkTasks(SlaBook book, Moment now)
    {
        foreach (var task in FileNow.OpenTasks.ToList())
        {
            if (task.IsLate(now.At) && !task.LateTold) Record(new TicketEvent.TaskDue(task.Number, true), now, book);
            else if (task.IsSoon(now.At) && !task.SoonTold) Record(new TicketEvent.TaskDue(task.Number, false), now, book);
        }
    }

    /// <summary>Not while others still owe something for it, unless whoever closes it knows.</summary>
    private Refusal? RefuseWithTasks() =>
        !IsOver && FileNow.OpenTasks.Count() is > 0 and var open ? new(RefusalCode.TasksOpen, "Tasks", open.ToString(CultureInfo.InvariantCulture)) : null;

    private Refusal? Open(int number, out CaseTask task)
    {
        task = FileNow.Tasks.FirstOrDefault(each => each.Number == number)!;
        return task is null ? RefusalCode.TaskUnknown : task.State == TaskState.Open ? null : (Refusal)RefusalCode.TaskNotOpen;
    }

    private static bool Holds(CaseTask task, StaffMember? me, Actor by) => by.Kind == ActorKind.Program || by.Is(Role.Lead) || (me is not null && task.IsFor(me.Id, me.AreaId));

    private bool Asks(CaseTask task, Actor by) =>
        by.Kind == ActorKind.Program || by.Is(Role.Lead) || (by.StaffId is { } me && (me == task.AskedById || me == OwnerId));

    private static Refusal? DueOf(DateOnly? on, int? days, SlaBook book, Moment now, out (DateOnly On, DateTimeOffset SoonAt, DateTimeOffset At) due)
    {
        due = default;
        var calendar = book.Calendar(book.LegalCalendarVersionId);
        if (on is null && days is null) return new(RefusalCode.TaskDueMissing, "DueOn");
        if (days is < 1 or > CaseTask.LongestDays) return new(RefusalCode.TaskDaysInvalid, "DueOn", CaseTask.LongestDays.ToString(CultureInfo.InvariantCulture));
        var day = on ?? calendar.AddBusinessDays(now.On, days!.Value);
        if (day < now.On) return new(RefusalCode.TaskDuePast, "DueOn");
        if (day > now.On.AddDays(CaseTask.FarthestDays)) return new(RefusalCode.TaskDueFar, "DueOn");
        due = (day, calendar.StartOf(day), calendar.EndOf(day));
        return null;
    }

    /// <returns>Why not; null when all of them are on the ticket.</returns>
    private Decision? AttachToTask(IReadOnlyList<SentFile>? files, SlaBook book, Moment now)
    {
        foreach (var file in files ?? [])
            if (Attach(file.Id, file.Name, file.Bytes, book, now) is { Succeeded: false } refused) return refused;
        return null;
    }

    private CaseFile Tasked(LoggedEvent line, TicketEvent.TaskAsked asked) => CaseFile = FileNow.With(
        new(asked.Task, asked.AreaId, asked.AreaName, asked.PersonId, asked.PersonName, line.ByStaffId, line.ByName, line.At, asked.DueOn, asked.SoonAt, asked.DueAt)
        {
            // Asked on its last day: who reads it knows.
            SoonTold = line.At >= asked.SoonAt,
        });

    private CaseFile Tasked(LoggedEvent line, TicketEvent.TaskReopened again) => CaseFile = FileNow.Changed(again.Task, task => task with
    {
        State = TaskState.Open,
        DueOn = again.DueOn,
        SoonAt = again.SoonAt,
        DueAt = again.DueAt,
        SoonTold = line.At >= again.SoonAt,
        LateTold = false,
    });

    private CaseFile Tasked(int number, Func<CaseTask, CaseTask> change) => CaseFile = FileNow.Changed(number, change);
}
