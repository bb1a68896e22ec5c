using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary><see cref="DayParts"/> as they are stored.</summary>
public sealed class KeptParts
{
    public required DateOnly Day { get; init; }
    public required int AreaId { get; init; }
    public required Headings Received { get; init; }

    /// <summary>As <see cref="Waits"/> writes them.</summary>
    public required byte[] Waited { get; init; }

    public static KeptParts Of(DayParts parts) => new()
    {
        Day = parts.Day,
        AreaId = parts.AreaId,
        Received = new(
            parts.Kinds.OrderBy(kind => kind.Key).ToDictionary(kind => (int)kind.Key, kind => kind.Value),
            parts.Channels.OrderBy(channel => channel.Key).ToDictionary(channel => (int)channel.Key, channel => channel.Value),
            parts.Topics.OrderBy(topic => topic.Key, StringComparer.Ordinal).ToDictionary(),
            parts.NoTopic),
        Waited = Waits.Write(parts.Waits),
    };

    public sealed record Headings(Dictionary<int, int> Kinds, Dictionary<int, int> Channels, Dictionary<string, int> Topics, int NoTopic)
    {
        public DayParts Of(DateOnly day, int areaId) => new(day, areaId)
        {
            Kinds = Kinds.ToDictionary(kind => (TicketKind)kind.Key, kind => kind.Value),
            Channels = Channels.ToDictionary(channel => (Channel)channel.Key, channel => channel.Value),
            Topics = Topics,
            NoTopic = NoTopic,
        };
    }
}
