using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>One local day of one area taken apart: what was received by heading, and how long its answers took.</summary>
public sealed class DayParts(DateOnly day, int areaId)
{
    public DateOnly Day { get; } = day;
    public int AreaId { get; } = areaId;
    public Dictionary<TicketKind, int> Kinds { get; init; } = [];
    public Dictionary<Channel, int> Channels { get; init; } = [];
    public Dictionary<string, int> Topics { get; init; } = [];

    /// <summary>Received, and put under no topic.</summary>
    public int NoTopic { get; set; }

    /// <summary>From filing to answer, in microseconds, in no order.</summary>
    public List<long> Waits { get; init; } = [];

    internal void Add(DayShare share)
    {
        if (share.Figure == Figure.Wait) Waits.Add(share.Value);
        else if (share.Figure == Figure.Kind) One(Kinds, (TicketKind)share.Value);
        else if (share.Figure == Figure.Channel) One(Channels, (Channel)share.Value);
        else if (share.Topic is { } topic) One(Topics, topic);
        else NoTopic++;
    }

    private static void One<T>(Dictionary<T, int> counts, T heading)
        where T : notnull =>
        counts[heading] = counts.GetValueOrDefault(heading) + 1;
}
