using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>Which tasks a list shows.</summary>
public enum TaskView
{
    /// <summary>Of a person, and of their area while nobody is named.</summary>
    Mine = 1,

    /// <summary>All of their area.</summary>
    Area = 2,

    /// <summary>What they asked others for.</summary>
    Asked = 3,

    /// <summary>What is late, of all that is theirs or they asked for; for a lead, of the whole desk.</summary>
    Overdue = 4,
}

/// <summary>An open task, with its case.</summary>
public sealed record TaskRow(string Radicado, string Subject, TicketStatus Status, int Number, string Area, string? Person, string AskedBy, DateTimeOffset AskedAt, string Question, DateOnly DueOn, DateTimeOffset DueAt)
{
    /// <summary>The task alone, as the case knows it.</summary>
    public CaseTask Task => new(Number, 0, Area, null, Person, null, AskedBy, AskedAt, DueOn, DueAt.AddDays(-1).AddSeconds(1), DueAt);
}

/// <param name="Count">Of all, also those beyond what is listed.</param>
public sealed record TaskBoard(IReadOnlyList<TaskRow> Rows, int Count);

/// <summary>How many wait for a person, and how many of them are late.</summary>
public sealed record TaskCount(int Open, int Late);

/// <summary>Reads the open tasks of a person, the soonest due first.</summary>
public sealed class ReadTasks(TimeProvider clock)
{
    public const int Listed = 100;

    /// <summary>A task becomes late by the clock alone.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public LiveQuestion<TaskBoard> Question(TaskView view, int member, bool all) => new(new BoardOf(view, member, all), (db, cancel) => RunAsync(db, view, member, all, cancel))
    {
        Every = Fresh,
        Concerns = change => change.Happened.Any(each => each.IsOfTask),
    };

    public LiveQuestion<TaskCount> Count(int member) => new(new CountOf(member), async (db, cancel) =>
    {
        var now = clock.GetUtcNow();
        var mine = await MatchingAsync(db, TaskView.Mine, member, false, now, cancel);
        return new TaskCount(await mine.CountAsync(cancel), await mine.CountAsync(task => task.DueAt < now, cancel));
    })
    {
        Every = Fresh,
        Concerns = change => change.Happened.Any(each => each.IsOfTask),
    };

    private async Task<TaskBoard> RunAsync(DeskDb db, TaskView view, int member, bool all, CancellationToken cancel)
    {
        var tasks = await MatchingAsync(db, view, member, all, clock.GetUtcNow(), cancel);
        var rows = await tasks.OrderBy(task => task.DueAt).ThenBy(task => task.TicketId).ThenBy(task => task.Number).Take(Listed)
            .Join(db.Tickets, task => task.TicketId, t => t.Id, (task, t) => new { Task = task, t.Number, t.Subject, t.Status })
            .Select(row => new TaskRow(
                row.Number, row.Subject, row.Status, row.Task.Number, db.Areas.Where(area => area.Id == row.Task.AreaId).Select(area => area.Name).First(),
                db.Staff.Where(person => person.Id == row.Task.PersonId).Select(person => person.Name).FirstOrDefault(), row.Task.AskedBy, row.Task.AskedAt, row.Task.Question, row.Task.DueOn, row.Task.DueAt))
            .ToListAsync(cancel);
        return new([.. rows.OrderBy(row => row.DueAt).ThenBy(row => row.Radicado, StringComparer.Ordinal).ThenBy(row => row.Number)], rows.Count < Listed ? rows.Count : await tasks.CountAsync(cancel));
    }

    private static async Task<IQueryable<AskedTask>> MatchingAsync(DeskDb db, TaskView view, int member, bool all, DateTimeOffset now, CancellationToken cancel)
    {
        var area = await db.Staff.Where(person => person.Id == member).Select(person => person.AreaId).SingleOrDefaultAsync(cancel) ?? 0;
        var open = db.AskedTasks.Where(task => task.State == TaskState.Open);
        return view switch
        {
            TaskView.Mine => open.Where(task => task.PersonId == member || (task.PersonId == null && task.AreaId == area)),
            TaskView.Area => open.Where(task => task.AreaId == area),
            TaskView.Asked => open.Where(task => task.AskedById == member),
            TaskView.Overdue when all => open.Where(task => task.DueAt < now),
            _ => open.Where(task => task.DueAt < now && (task.PersonId == member || task.AreaId == area || task.AskedById == member)),
        };
    }

    private sealed record BoardOf(TaskView View, int Member, bool All);

    private sealed record CountOf(int Member);
}
