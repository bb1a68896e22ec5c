using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Me;

/// <summary>A case that a person has, with its next clock.</summary>
/// <param name="NextDueAt">The nearest deadline that is owed and running; null when none is.</param>
/// <param name="SnoozedUntil">Null: it is before them.</param>
public sealed record DeskCase(
    string Number, TicketKind Kind, string Subject, TicketStatus Status, Priority Priority, DateTimeOffset FiledAt,
    DateTimeOffset? NextDueAt, DeadlineKind? NextDueKind, DateTimeOffset? SnoozedUntil)
{
    public DateTimeOffset? AtRiskFrom => AtRisk.From(FiledAt, NextDueAt);
}

/// <summary>A text that was begun and not sent.</summary>
/// <param name="Radicado">Of the case it is for; null: it is for none.</param>
public sealed record BegunText(string Key, string? Radicado, string? Subject, DateTimeOffset ChangedAt);

/// <summary>What lies before a person today, and what they did of it.</summary>
/// <param name="Cases">The nearest deadline first; the list may have been cut.</param>
/// <param name="Open">All that are before them, the overdue and those of today among them.</param>
/// <param name="Returning">Set aside, and back before midnight.</param>
public sealed record MyDay(
    DateOnly On, IReadOnlyList<DeskCase> Cases, int Open, int Overdue, int DueToday,
    IReadOnlyList<DeskCase> Returning, IReadOnlyList<BegunText> Begun, DoneToday Done)
{
    public bool IsEmpty => Open == 0 && Returning.Count == 0;
}
