using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Views of the queue that a house would soon have: two for all, and one for an area.</summary>
internal static class DemoViews
{
    public static void Add(DeskDb db, IReadOnlyList<Area> areas, IReadOnlyList<StaffMember> staff)
    {
        var billing = areas[2].Id;
        var lead = staff.First(member => member.Role == Role.Lead).Id;
        var urgent = new TicketFilter { Kind = Choices.Of<TicketKind>([TicketKind.Complaint, TicketKind.Claim]), Priority = Priority.High };
        db.SavedViews.AddRange(
            View("Quejas y reclamos urgentes", 1, urgent, QueueLayout.Usual),
            View("Toda la cola por plazo", 2, new TicketFilter(), QueueLayout.Usual with { Grouping = QueueGrouping.Due }),
            View("Facturación por responsable", 3, new TicketFilter { AreaId = billing }, QueueLayout.Usual with { Grouping = QueueGrouping.Owner, Density = QueueDensity.Compact }, billing));

        SavedView View(string name, int place, TicketFilter filter, QueueLayout layout, int? area = null) => new()
        {
            MakerId = lead,
            Name = name,
            Reach = area is null ? ViewReach.All : ViewReach.Area,
            AreaId = area,
            Place = place,
            Address = DeskUrls.QueueWith([.. FilterAddress.Parameters(filter), .. LayoutAddress.Parameters(layout)]),
        };
    }
}
