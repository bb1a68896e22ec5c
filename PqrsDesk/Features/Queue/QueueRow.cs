using System.Text.Json.Serialization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>One line of the queue, as the store gives it; also one item of the list that programs read.</summary>
/// <param name="PetitionerName">Null: anonymous.</param>
/// <param name="NextDueAt">The nearest deadline that is owed and running; null when none is.</param>
/// <param name="Breached">Whether the answer that was owed was late, or is.</param>
/// <param name="Promised">Whether anything was promised at all.</param>
/// <param name="Version">Sequence of the last event, which a change names to say what it had seen.</param>
/// <param name="QueueAt">What the queue is ordered and paged by.</param>
public sealed record QueueRow(
    [property: JsonIgnore] long Id,
    string Number,
    TicketKind Kind,
    string Subject,
    string? PetitionerName,
    string? Topic,
    Channel Channel,
    int AreaId,
    string Area,
    int? OwnerId,
    string? Owner,
    Priority Priority,
    TicketStatus Status,
    DateTimeOffset FiledAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? NextDueAt,
    DeadlineKind? NextDueKind,
    bool Breached,
    bool Promised,
    int Version,
    [property: JsonIgnore] DateTimeOffset QueueAt)
{
    /// <summary>There is a petitioner, who is kept from those who work the case.</summary>
    public bool ReservedIdentity { get; init; }

    /// <summary>Until when it is set aside; null: it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>When its planned message is sent; null: it has none that is.</summary>
    public DateTimeOffset? SendAt { get; init; }
    /// <summary>The queue of its area that it is in.</summary>
    public string? WorkQueue { get; init; }
    public string? Product { get; init; }

    /// <summary>What the house keeps with it; null: nothing, or nobody asked.</summary>
    [JsonIgnore]
    public CaseFile? CaseFile { get; init; }

    /// <summary>What one of the house's own fields says; null: nothing.</summary>
    public FieldEntry? FieldOf(int id) => CaseFile?.Fields.FirstOrDefault(entry => entry.FieldId == id);

    /// <summary>Of the last thing that happened to it.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>From when the nearest deadline is at risk, of the time since the filing.</summary>
    [JsonIgnore]
    public DateTimeOffset? AtRiskFrom => AtRisk.From(FiledAt, NextDueAt);

    // The same line, not the same contents: lists keep a row's element, its focus and its place by this.
    public bool Equals(QueueRow? other) => other?.Number == Number;

    public override int GetHashCode() => Number.GetHashCode(StringComparison.Ordinal);
}
