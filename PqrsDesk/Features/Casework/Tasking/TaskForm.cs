using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework.Tasking;

public enum TaskActKind
{
    Ask,
    Answer,
    Return,
    Cancel,
    Reopen,
    Remind,
}

/// <summary>A form about a task, as it is being filled in.</summary>
/// <param name="Task">Null: one that is to be asked.</param>
public sealed record TaskForm(TaskActKind Kind, CaseTask? Task)
{
    public string Area { get; set; } = "";
    public string Person { get; set; } = "";

    /// <summary>Business days, or, where it is empty, the date.</summary>
    public string Days { get; set; } = "3";
    public string Date { get; set; } = "";
    public string Text { get; set; } = "";

    public bool IsDated => Kind is TaskActKind.Ask or TaskActKind.Reopen;

    public bool HasFiles => Kind is TaskActKind.Ask or TaskActKind.Answer;

    public bool TextOptional => Kind == TaskActKind.Remind;

    public bool IsLong => HasFiles;

    public int? WholeDays => Date.Length > 0 ? null : int.TryParse(Days, NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) ? days : Days.Trim().Length > 0 ? 0 : null;

    public DateOnly? DueOn => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public TaskAct ToAct(IReadOnlyList<StoredFile> files) => Kind switch
    {
        TaskActKind.Ask => new TaskAct.Ask(Number(Area) ?? 0, Number(Person), DueOn, WholeDays, Text, files),
        TaskActKind.Answer => new TaskAct.Answer(Task!.Number, Text, files),
        TaskActKind.Return => new TaskAct.Return(Task!.Number, Text),
        TaskActKind.Cancel => new TaskAct.Cancel(Task!.Number, Text),
        TaskActKind.Reopen => new TaskAct.Reopen(Task!.Number, Text, DueOn, WholeDays),
        TaskActKind.Remind => new TaskAct.Remind(Task!.Number, Text),
    };

    private static int? Number(string chosen) => int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
