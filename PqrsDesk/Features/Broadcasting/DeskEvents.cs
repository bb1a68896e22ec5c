using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>What every message about a ticket says.</summary>
/// <param name="Id">Of the event: grows over the whole desk in the order of the commits. The last one seen is where to resume.</param>
/// <param name="Version">Sequence of the event within its ticket.</param>
public abstract record DeskEvent(long Id, string Number, int AreaId, int? OwnerId, int Version, DateTimeOffset At);

/// <summary>Something happened on a ticket. Ask the interface for the rest: <c>GET /api/v1/tickets/{number}</c>.</summary>
/// <param name="What">The kind of event by its stored name, such as <c>filed</c>, <c>assigned</c> or <c>answered</c>.</param>
public sealed record TicketChanged(long Id, string Number, int AreaId, int? OwnerId, int Version, DateTimeOffset At, string What)
    : DeskEvent(Id, Number, AreaId, OwnerId, Version, At);

/// <summary>A deadline has used so much of its target.</summary>
public sealed record DeadlineWarning(long Id, string Number, int AreaId, int? OwnerId, int Version, DateTimeOffset At, DeadlineKind Deadline, int Percent)
    : DeskEvent(Id, Number, AreaId, OwnerId, Version, At);

/// <summary>A deadline has passed.</summary>
public sealed record DeadlineBreached(long Id, string Number, int AreaId, int? OwnerId, int Version, DateTimeOffset At, DeadlineKind Deadline)
    : DeskEvent(Id, Number, AreaId, OwnerId, Version, At);

/// <summary>How many open tickets there are now. Of counters only the newest counts: none is sent again.</summary>
public sealed record Counters(int Open, int Unassigned, int Overdue, int WithinTheHour);

/// <summary>What outside programs are told.</summary>
public interface IDeskClient
{
    Task TicketChanged(TicketChanged happened);

    Task DeadlineWarning(DeadlineWarning happened);

    Task DeadlineBreached(DeadlineBreached happened);

    Task Counters(Counters now);
}
