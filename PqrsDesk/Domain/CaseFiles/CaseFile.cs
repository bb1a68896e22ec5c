using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>
/// What the house keeps with a case beside its status and clocks: tags, tasks to other areas, fields of its own and time
/// spent. A part of the ticket's state that its log adds up to, without the long texts, which only the log holds.
/// </summary>
public sealed record CaseFile
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CaseFile Empty { get; } = new();

    /// <summary>As they are written, in the order in which they were added.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<CaseTask> Tasks { get; init; } = [];
    public IReadOnlyList<FieldEntry> Fields { get; init; } = [];
    public IReadOnlyList<TimeEntry> Times { get; init; } = [];

    /// <summary>Outages that gathered it.</summary>
    public IReadOnlyList<int> Incidents { get; init; } = [];

    /// <summary>The message that is sent later, or is held; null: none is.</summary>
    public PlannedMessage? Planned { get; init; }

    /// <summary>All that was spent, after corrections.</summary>
    [JsonIgnore]
    public int Minutes => Times.Sum(entry => entry.Minutes);

    [JsonIgnore]
    public IEnumerable<CaseTask> OpenTasks => Tasks.Where(task => task.State == TaskState.Open);

    /// <summary>All of it: what two of them are compared by, where a list would only say that it is one.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Readable);

    internal CaseFile With(CaseTask changed) =>
        this with { Tasks = [.. Tasks.Where(task => task.Number != changed.Number).Append(changed).OrderBy(task => task.Number)] };

    internal CaseFile Changed(int task, Func<CaseTask, CaseTask> change) => With(change(Tasks.Single(each => each.Number == task)));
}
