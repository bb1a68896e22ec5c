using System.Globalization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue.Grouping;

/// <summary>One value that tickets are put together by.</summary>
/// <param name="Key">Its code name, or its number.</param>
/// <param name="Name">As <see cref="QueueGroup.Name"/>.</param>
/// <param name="Asks">The filter that lets this value through, for the attribute alone.</param>
/// <param name="Suits">Whether a filter lets it through that all attributes must suit.</param>
internal sealed record GroupKey(string Key, string? Name, Func<TicketFilter, TicketFilter> Asks, Func<TicketFilter, bool> Suits)
{
    public static GroupKey Of(DueFilter band) => new(band.ToString(), null, filter => filter with { Due = band }, _ => true);

    public static GroupKey Of(TicketStatus status) => new(status.ToString(), null, filter => filter with { Status = status }, filter => filter.Status?.Holds(status) != false);

    public static GroupKey Of(Priority priority) => new(priority.ToString(), null, filter => filter with { Priority = priority }, filter => filter.Priority?.Holds(priority) != false);

    public static GroupKey Of(TicketKind kind) => new(kind.ToString(), null, filter => filter with { Kind = kind }, filter => filter.Kind?.Holds(kind) != false);

    public static GroupKey OfArea(int id, string name) =>
        new(id.ToString(CultureInfo.InvariantCulture), name, filter => filter with { AreaId = id }, filter => filter.AreaId?.Holds(id) != false);

    /// <param name="id"><see cref="TicketFilter.Nobody"/>: those without an owner.</param>
    public static GroupKey OfOwner(int id, string? name) =>
        new(id.ToString(CultureInfo.InvariantCulture), name, filter => filter with { OwnerId = id }, filter => filter.OwnerId?.Holds(id) != false);

    public static GroupKey OfTopic(string? topic) => topic is null
        ? new("", null, filter => filter with { NoTopic = true }, filter => filter.Topic?.Not != false)
        : new(topic, topic, filter => filter with { Topic = topic }, filter => filter.Topic?.Holds(topic) != false && !filter.NoTopic);

    /// <summary>Whether the list can have any of it: what it cannot have is not asked for.</summary>
    public bool MayHold(TicketFilter list) => list.Match == FilterMatch.Any || Suits(list);

    /// <summary>Those of the list that have this value, whatever the list asks of the attribute itself.</summary>
    public IQueryable<Ticket> Among(IQueryable<Ticket> list, DateTimeOffset now, DateTimeOffset midnight) =>
        list.Matching(Asks(new TicketFilter { Scope = TicketScope.Any }), now, midnight);

    /// <summary>The list of this value alone; null where the list takes any of several attributes, of which this would only be one more.</summary>
    public TicketFilter? Only(TicketFilter list) => list.Match == FilterMatch.Any ? null : Asks(list);
}
