using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Dashboards;

/// <summary>The list of tickets behind each number of a dashboard.</summary>
/// <remarks>Each means in words of the queue what <see cref="Cut"/> means by the number: a test counts them.</remarks>
public sealed class BoardLists(Board board)
{
    private readonly TicketFilter _any = new() { Scope = TicketScope.Any, AreaId = board.AreaId, Order = TicketOrder.Newest };

    public TicketFilter Received => Filed(board.Period);

    public TicketFilter ClosedReopened => Closed(board.Period) with { Reopened = true };

    public TicketFilter Open => OpenAt(board.Period);

    public TicketFilter FirstReplied => _any with { RepliedFrom = board.Cut.Start, RepliedBefore = board.Cut.End };

    public TicketFilter OwedFirstReply => OpenAt(board.Period) with { Unreplied = true, ReplyLate = true };

    public TicketFilter Filed(Period part) => _any with { FiledFrom = part.From, FiledTo = part.To };

    public TicketFilter Answered(Period part) => _any with { AnsweredFrom = part.From, AnsweredTo = part.To };

    public TicketFilter Closed(Period part) => _any with { ClosedFrom = part.From, ClosedTo = part.To };

    /// <summary>Open at the end of a part of the period, or now when that is still to come.</summary>
    public TicketFilter OpenAt(Period part)
    {
        // By deadline only what is open now can be ordered from an index.
        var end = part.End(board.Cut.Zone);
        return end <= board.ReadAt
            ? new TicketFilter { AreaId = board.AreaId, AsOf = end, Order = TicketOrder.Newest }
            : new TicketFilter { AreaId = board.AreaId };
    }

    public TicketFilter InTime(Period part) => Answered(part) with { Late = false };

    public TicketFilter AnsweredLate(Period part) => Answered(part) with { Late = true };

    public TicketFilter Overdue(Period part) => OpenAt(part) with { Late = true };

    public TicketFilter Of(TicketKind kind) => Received with { Kind = kind };

    public TicketFilter Of(Channel channel) => Received with { Channel = channel };

    public TicketFilter Of(Priority priority) => Received with { Priority = priority };

    public TicketFilter OfArea(string name) => Received with { AreaId = board.Areas.First(area => area.Name == name).Id };

    public TicketFilter OfTopic(string? topic) => topic is null ? Received with { NoTopic = true } : Received with { Topic = topic };
}
