using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A reader of the log: keeps the rows by which tags, fields, time and tasks are found, and writes down who is to be told of a task, in the same transaction.</summary>
public sealed class CaseFileInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is not DeskDb db) return result;
        foreach (var (ticket, lines) in Changed(db))
        {
            if (lines.Exists(line => line.Event is TicketEvent.TagsChanged)) await TagAsync(db, ticket, cancel);
            if (lines.Exists(line => line.Event is TicketEvent.FieldsChanged)) await FillAsync(db, ticket, cancel);
            if (lines.Exists(line => line.Event is TicketEvent.TimeSpent or TicketEvent.TimeCorrected)) await TimeAsync(db, ticket, cancel);
            foreach (var line in lines.Where(line => line.Event is TicketEvent.IncidentJoined or TicketEvent.IncidentLeft)) await GatherAsync(db, ticket, line, cancel);
            foreach (var line in lines.Where(line => line.Event.IsOfTask))
            {
                await FollowAsync(db, ticket, line.Event, cancel);
                await TellAsync(db, ticket, line, cancel);
            }
        }

        return result;
    }

    // As with the words that are searched: nothing of the desk is saved without waiting for it.
    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result) =>
        save.Context is DeskDb db && Changed(db).Count > 0 ? throw new InvalidOperationException("Tickets are saved with SaveChangesAsync.") : result;

    private static List<(Ticket Ticket, List<LoggedEvent> Lines)> Changed(DeskDb db) =>
    [
        .. from ticket in db.ChangeTracker.Entries<Ticket>()
           where ticket.State == EntityState.Modified
           let lines = ticket.Entity.Events.Where(line => (line.Event is TicketEvent.TagsChanged or TicketEvent.FieldsChanged or TicketEvent.TimeSpent or TicketEvent.TimeCorrected or TicketEvent.IncidentJoined or TicketEvent.IncidentLeft || line.Event.IsOfTask) && db.Entry(line).State == EntityState.Added).ToList()
           where lines.Count > 0
           select (ticket.Entity, lines),
    ];

    private static async Task TagAsync(DeskDb db, Ticket ticket, CancellationToken cancel)
    {
        // Saved twice in one transaction, they are tracked already.
        var rows = await db.CaseTags.Where(row => row.TicketId == ticket.Id).ToListAsync(cancel);
        var tags = (ticket.CaseFile ?? CaseFile.Empty).Tags;
        db.CaseTags.RemoveRange(rows.Where(row => !tags.Any(tag => Tag.KeyOf(tag) == row.Key && tag == row.Name)));
        foreach (var tag in tags.Where(tag => !rows.Exists(row => row.Key == Tag.KeyOf(tag) && row.Name == tag)))
            db.CaseTags.Add(new() { TicketId = ticket.Id, Key = Tag.KeyOf(tag), Name = tag });
    }

    private static async Task FillAsync(DeskDb db, Ticket ticket, CancellationToken cancel)
    {
        var rows = await db.CaseFields.Where(row => row.TicketId == ticket.Id).ToListAsync(cancel);
        var wanted = CaseField.Of(ticket.Id, ticket.CaseFile).ToList();
        db.CaseFields.RemoveRange(rows.Where(row => !wanted.Exists(each => each.FieldId == row.FieldId && each.Value == row.Value)));
        db.CaseFields.AddRange(wanted.Where(each => !rows.Exists(row => row.FieldId == each.FieldId && row.Value == each.Value)));
    }

    private static async Task TimeAsync(DeskDb db, Ticket ticket, CancellationToken cancel)
    {
        var rows = await db.SpentTimes.Where(row => row.TicketId == ticket.Id).ToDictionaryAsync(row => row.Number, cancel);
        foreach (var entry in SpentTime.Of(ticket.Id, ticket.CaseFile))
        {
            if (!rows.TryGetValue(entry.Number, out var row)) db.SpentTimes.Add(entry);
            else (row.Minutes, row.Corrected) = (entry.Minutes, entry.Corrected);
        }
    }

    private static async Task GatherAsync(DeskDb db, Ticket ticket, LoggedEvent line, CancellationToken cancel)
    {
        var outage = line.Event is TicketEvent.IncidentJoined joined ? joined.OutageId : ((TicketEvent.IncidentLeft)line.Event).OutageId;
        var row = await db.OutageCases.FindAsync([outage, ticket.Id], cancel);
        if (row is null) db.OutageCases.Add(row = new OutageCase { OutageId = outage, TicketId = ticket.Id, JoinedAt = line.At });
        if (line.Event is TicketEvent.IncidentJoined) (row.JoinedAt, row.LeftAt) = (line.At, null);
        else row.LeftAt = line.At;
    }

    private static async Task FollowAsync(DeskDb db, Ticket ticket, TicketEvent happened, CancellationToken cancel)
    {
        var task = ticket.CaseFile!.Tasks.Single(each => each.Number == happened.TaskNumber);
        if (happened is TicketEvent.TaskAsked asked) db.AskedTasks.Add(AskedTask.Of(ticket.Id, task, asked.Question));
        else if (await db.AskedTasks.FindAsync([ticket.Id, task.Number], cancel) is { } row) row.Follow(task);
    }

    private static async Task TellAsync(DeskDb db, Ticket ticket, LoggedEvent line, CancellationToken cancel)
    {
        var task = ticket.CaseFile!.Tasks.Single(each => each.Number == line.Event.TaskNumber);
        var told = line.Event switch
        {
            TicketEvent.TaskAsked or TicketEvent.TaskReopened or TicketEvent.TaskCancelled or TicketEvent.TaskReminded => await HoldersAsync(db, task, cancel),
            TicketEvent.TaskDue => [.. await HoldersAsync(db, task, cancel), .. Askers(ticket, task)],
            _ => Askers(ticket, task),
        };
        foreach (var member in told.Distinct().Where(member => member != line.ByStaffId))
            db.Notices.Add(new Notice { StaffId = member, TicketId = ticket.Id, Sequence = line.Sequence, Kind = NoticeKind.Task, At = line.At });
    }

    private static async Task<List<int>> HoldersAsync(DeskDb db, CaseTask task, CancellationToken cancel) => task.PersonId is { } person
        ? [person]
        : await db.Staff.Where(member => member.Active && member.AreaId == task.AreaId).Select(member => member.Id).ToListAsync(cancel);

    private static List<int> Askers(Ticket ticket, CaseTask task) => [.. new[] { task.AskedById, ticket.OwnerId }.OfType<int>()];
}
