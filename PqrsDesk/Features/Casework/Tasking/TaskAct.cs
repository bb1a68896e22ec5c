using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework.Tasking;

/// <summary>What a person does about a task. A closed union.</summary>
public abstract record TaskAct
{
    private TaskAct()
    {
    }

    /// <param name="DueOn">The last day, or else <paramref name="Days"/> business days from today.</param>
    /// <param name="Files">On disk, and nobody's yet.</param>
    public sealed record Ask(int AreaId, int? PersonId, DateOnly? DueOn, int? Days, string? Question, IReadOnlyList<StoredFile>? Files = null) : TaskAct;

    public sealed record Answer(int Number, string? Text, IReadOnlyList<StoredFile>? Files = null) : TaskAct;

    public sealed record Return(int Number, string? Reason) : TaskAct;

    public sealed record Cancel(int Number, string? Reason) : TaskAct;

    public sealed record Reopen(int Number, string? Reason, DateOnly? DueOn, int? Days) : TaskAct;

    public sealed record Remind(int Number, string? Note) : TaskAct;
}
