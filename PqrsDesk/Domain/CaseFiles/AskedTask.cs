namespace PqrsDesk.Domain.CaseFiles;

/// <summary>A task as lists find it: a row beside the ticket, written from its log.</summary>
public sealed class AskedTask
{
    public required long TicketId { get; init; }

    /// <summary>Counts from 1 within the case.</summary>
    public required int Number { get; init; }
    public required int AreaId { get; init; }
    public required int? PersonId { get; init; }
    public required int? AskedById { get; init; }
    public required string AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Question { get; init; }
    public TaskState State { get; set; }
    public DateOnly DueOn { get; set; }
    public DateTimeOffset DueAt { get; set; }

    /// <summary>See <see cref="CaseTask.NextMarkAt"/>.</summary>
    public DateTimeOffset? NextMarkAt { get; set; }

    public static AskedTask Of(long ticketId, CaseTask task, string question)
    {
        var row = new AskedTask
        {
            TicketId = ticketId,
            Number = task.Number,
            AreaId = task.AreaId,
            PersonId = task.PersonId,
            AskedById = task.AskedById,
            AskedBy = task.AskedBy,
            AskedAt = task.AskedAt,
            Question = question,
        };
        row.Follow(task);
        return row;
    }

    public void Follow(CaseTask task) => (State, DueOn, DueAt, NextMarkAt) = (task.State, task.DueOn, task.DueAt, task.NextMarkAt);
}
