using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>The figures of one local day, area and priority.</summary>
public sealed class DayFigures(DateOnly day, int areaId, Priority priority)
{
    public DateOnly Day { get; private set; } = day;
    public int AreaId { get; private set; } = areaId;
    public Priority Priority { get; private set; } = priority;
    public int Received { get; internal set; }
    public int AnsweredInTime { get; internal set; }
    public int AnsweredLate { get; internal set; }
    public int Closed { get; internal set; }
    public int ClosedReopened { get; internal set; }
    public int Ended { get; internal set; }
    public int RepliedInTime { get; internal set; }
    public int RepliedLate { get; internal set; }

    /// <summary>How many more were open and overdue than the day before.</summary>
    public int Overdue { get; internal set; }

    /// <summary>How many more waited for an overdue first reply than the day before.</summary>
    public int OwedReply { get; internal set; }

    public int Answered => AnsweredInTime + AnsweredLate;

    /// <summary>How many more were open than the day before.</summary>
    public int Open => Received - Answered - Ended;

    internal void Add(Figure figure, int count)
    {
        switch (figure)
        {
            case Figure.Received: Received += count; break;
            case Figure.AnsweredInTime: AnsweredInTime += count; break;
            case Figure.AnsweredLate: AnsweredLate += count; break;
            case Figure.Closed: Closed += count; break;
            case Figure.ClosedReopened: ClosedReopened += count; break;
            case Figure.Ended: Ended += count; break;
            case Figure.RepliedInTime: RepliedInTime += count; break;
            case Figure.RepliedLate: RepliedLate += count; break;
            case Figure.Overdue: Overdue += count; break;
            case Figure.OwedReply: OwedReply += count; break;
            case Figure.Kind or Figure.Channel or Figure.Topic or Figure.Wait: throw new ArgumentOutOfRangeException(nameof(figure), figure, "A heading is no figure.");
        }
    }

    internal void Add(DayFigures other)
    {
        Received += other.Received;
        AnsweredInTime += other.AnsweredInTime;
        AnsweredLate += other.AnsweredLate;
        Closed += other.Closed;
        ClosedReopened += other.ClosedReopened;
        Ended += other.Ended;
        RepliedInTime += other.RepliedInTime;
        RepliedLate += other.RepliedLate;
        Overdue += other.Overdue;
        OwedReply += other.OwedReply;
    }
}
