using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>One promise on one ticket, as a report counts it: a reply or an answer that was owed from an instant on.</summary>
public sealed record PromiseFact
{
    public required DeadlineKind Kind { get; init; }
    public required string FilingNumber { get; init; }
    public required Priority Priority { get; init; }

    /// <summary>The version of the policy that promised it; null: none that is kept.</summary>
    public int? PolicyVersionId { get; init; }
    public int? CalendarVersionId { get; init; }
    public required DeadlineUnit Unit { get; init; }

    /// <summary>What was promised, in <see cref="Unit"/>.</summary>
    public required int Amount { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The case ended without it: it was neither kept nor missed.</summary>
    public bool IsReleased { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>As <see cref="TicketFact.NextBreachAt"/>.</summary>
    public DateTimeOffset? NextBreachAt { get; init; }
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>The pauses that stop it.</summary>
    public IReadOnlyList<Stretch> Pauses { get; init; } = [];

    /// <summary>When it was missed. Of an answer also before a sweep has recorded it, of a reply only then: so the indicators have it.</summary>
    public DateTimeOffset? MissedAt =>
        BreachedAt ?? (SettledAt is not null || !Kind.IsAnswer() ? null : NextBreachAt > DueAt ? NextBreachAt : DueAt);
}
