using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Me;

/// <summary>The list of cases behind each of a person's numbers.</summary>
/// <remarks>Each means in words of the queue what <see cref="PersonResults"/> means by the number: a test counts them.</remarks>
public sealed class MyLists(Cut cut)
{
    private static readonly TicketFilter Mine = new() { Scope = TicketScope.Any, OwnerId = TicketFilter.Me, Order = TicketOrder.Newest };

    public TicketFilter Answered => Mine with { AnsweredFrom = cut.Period.From, AnsweredTo = cut.Period.To };

    public TicketFilter AnsweredInTime => Answered with { Late = false };

    public TicketFilter AnsweredLate => Answered with { Late = true };

    public TicketFilter OpenOverdue { get; } = new() { OwnerId = TicketFilter.Me, Late = true };

    public TicketFilter Replied => Mine with { RepliedFrom = cut.Start, RepliedBefore = cut.End };

    public TicketFilter RepliedInTime => Replied with { ReplyLate = false };

    public TicketFilter RepliedLate => Replied with { ReplyLate = true };

    public TicketFilter OwedReply { get; } = new() { OwnerId = TicketFilter.Me, Unreplied = true, ReplyLate = true };

    public TicketFilter Closed => Mine with { ClosedFrom = cut.Period.From, ClosedTo = cut.Period.To };

    public TicketFilter ClosedReopened => Closed with { Reopened = true };

    // What lies before a person, however far back the results look.
    public static TicketFilter OnDesk { get; } = new() { Mine = true };

    public static TicketFilter Overdue { get; } = OnDesk with { Due = DueFilter.Overdue };

    public static TicketFilter DueToday { get; } = OnDesk with { Due = DueFilter.Today };

    public static TicketFilter Aside { get; } = OnDesk with { Snoozed = true };
}
