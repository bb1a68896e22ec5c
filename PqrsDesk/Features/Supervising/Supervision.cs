using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Supervising;

/// <summary>An open case that waits for a lead to look at it.</summary>
public sealed record FlaggedCase(string Number, string Subject, TicketStatus Status, Priority Priority, string Area, string? Owner, DateTimeOffset FlaggedAt, DateTimeOffset? NextDueAt);

/// <summary>A pause that a lead should look at.</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="UsedPercent">Of the resolution's target, when it began.</param>
/// <param name="PetitionerWaited">The petitioner had written last.</param>
public sealed record DoubtfulPause(
    string Number, string Subject, PauseReason Reason, string? Cause, string? By, DateTimeOffset From, DateTimeOffset? To, int? UsedPercent, bool PetitionerWaited);

/// <summary>What waits for a lead: the first of each list, and how many there are.</summary>
public sealed record Supervision(IReadOnlyList<FlaggedCase> Flagged, int FlaggedCount, IReadOnlyList<DoubtfulPause> Pauses, int PauseCount);
