using System.Text.Json.Serialization;

namespace PqrsDesk.Domain.CaseFiles;

public enum TaskState
{
    Open = 1,
    Answered = 2,

    /// <summary>Given back without an answer: it is not theirs.</summary>
    Returned = 3,
    Cancelled = 4,
}

/// <summary>Tarea: what another area is asked for, so that a case can be answered. It moves none of the case's deadlines.</summary>
/// <param name="Number">Counts from 1 within the case.</param>
/// <param name="PersonId">Null: whoever of the area does it.</param>
/// <param name="DueOn">The local date on which it is due; its last second is <paramref name="DueAt"/>.</param>
public sealed record CaseTask(int Number, int AreaId, string Area, int? PersonId, string? Person, int? AskedById, string AskedBy, DateTimeOffset AskedAt, DateOnly DueOn, DateTimeOffset SoonAt, DateTimeOffset DueAt)
{
    /// <summary>Open at once on one case.</summary>
    public const int MostOpen = 30;
    public const int Most = 200;
    public const int QuestionLimit = 4_000;

    /// <summary>Business days that can be given at most, and days ahead that a date may lie.</summary>
    public const int LongestDays = 250;
    public const int FarthestDays = 400;

    public TaskState State { get; init; } = TaskState.Open;
    public bool SoonTold { get; init; }
    public bool LateTold { get; init; }
    public int Reminders { get; init; }

    public bool IsLate(DateTimeOffset now) => State == TaskState.Open && now > DueAt;

    public bool IsSoon(DateTimeOffset now) => State == TaskState.Open && now >= SoonAt && now <= DueAt;

    /// <summary>When the clock alone has something to say of it; null: nothing any more.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextMarkAt => State != TaskState.Open ? null : SoonTold ? LateTold ? null : DueAt : SoonAt;

    /// <summary>Whether it is for that member of staff.</summary>
    public bool IsFor(int? memberId, int? areaId) => (PersonId is not null && PersonId == memberId) || (areaId is not null && areaId == AreaId);
}
