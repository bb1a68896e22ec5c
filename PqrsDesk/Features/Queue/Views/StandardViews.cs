using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue.Views;

/// <summary>A view that every desk has.</summary>
/// <param name="Name">Of its text: <c>Standard.Overdue</c>.</param>
public sealed record StandardView(string Name, TicketFilter Filter);

/// <summary>The views of a fresh desk, beside "my cases" which the side bar has anyway. Nobody can change or delete them.</summary>
public static class StandardViews
{
    public static IReadOnlyList<StandardView> All { get; } =
    [
        new("Unassigned", new TicketFilter { Unassigned = true }),
        new("Overdue", new TicketFilter { Due = DueFilter.Overdue }),
        new("Today", new TicketFilter { Due = DueFilter.Today }),
        new("Awaiting", new TicketFilter { Status = TicketStatus.AwaitingPetitioner }),
    ];
}
