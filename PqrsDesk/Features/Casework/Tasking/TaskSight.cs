using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework.Tasking;

/// <summary>A task as its case shows it: what was asked, and what came of it.</summary>
public sealed record TaskSight(CaseTask Task, string Question, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt)
{
    /// <summary>The open ones first, those that are due soonest at the top, then the others, the newest first.</summary>
    public static IReadOnlyList<TaskSight> Of(CaseFile? file, IReadOnlyList<TimelineLine> timeline)
    {
        if (file is null || file.Tasks.Count == 0) return [];
        var told = timeline.Where(line => line.Event.IsOfTask).ToLookup(line => line.Event.TaskNumber);
        return
        [
            .. file.Tasks.Select(task =>
            {
                var lines = told[task.Number].ToList();
                var last = task.State is TaskState.Answered or TaskState.Returned or TaskState.Cancelled ? lines.FindLast(line => Said(line.Event) is not null) : null;
                var question = lines.Select(line => line.Event).OfType<TicketEvent.TaskAsked>().FirstOrDefault()?.Question ?? "";
                return new TaskSight(task, question, last is null ? null : Said(last.Event), last?.ByName, last?.At);
            }).OrderBy(each => each.Task.State != TaskState.Open).ThenBy(each => each.Task.State == TaskState.Open ? each.Task.DueAt.UtcTicks : -each.Task.Number),
        ];
    }

    private static string? Said(TicketEvent happened) => happened switch
    {
        TicketEvent.TaskAnswered answer => answer.Text,
        TicketEvent.TaskReturned back => back.Reason,
        TicketEvent.TaskCancelled cancelled => cancelled.Reason,
        _ => null,
    };
}
