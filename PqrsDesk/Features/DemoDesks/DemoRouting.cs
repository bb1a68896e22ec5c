using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>How the demo desk routes: a few rules, two queues, who answers for each area, and one person who is away.</summary>
internal sealed class DemoRouting(IReadOnlyList<Area> areas, IReadOnlyList<StaffMember> staff, DateTimeOffset now)
{
    private const string Charges = "Cobro no reconocido";

    private Area Attention => areas[0];
    private Area Billing => areas[2];

    public async Task LayAsync(DeskDb db, CancellationToken cancel)
    {
        var admin = staff.First(member => member.Role == Role.Admin).Name;
        var critical = new WorkQueue { Name = "Clientes críticos", AreaId = Attention.Id };
        var charges = new WorkQueue { Name = "Cobros dobles", AreaId = Billing.Id };
        db.WorkQueues.AddRange(critical, charges);
        var topic = await db.Topics.SingleAsync(each => each.ParentId != null && each.Name == Charges, cancel);
        foreach (var area in areas) Answer(db, area);
        DemoHandling.AddSkills(db, staff);
        await db.SaveChangesAsync(cancel);
        RoutingDefinition[] rules =
        [
            new("Denuncias a la coordinación") { Kinds = [TicketKind.Report], AreaId = Attention.Id, Hand = RoutingHand.Responsible, Priority = Priority.High },
            new("Clientes críticos") { ServiceLevels = [ServiceLevel.Critical], AreaId = Attention.Id, QueueId = critical.Id, Hand = RoutingHand.LeastLoaded, Priority = Priority.High },
            new("Cobros") { Topics = [topic.Id], AreaId = Billing.Id, QueueId = charges.Id, Hand = RoutingHand.Responsible },
            new("Redes y chat, por turno") { Channels = [Channel.SocialNetwork, Channel.Chat], AreaId = Attention.Id, Hand = RoutingHand.LeastLoaded },
        ];
        for (var at = 0; at < rules.Length; at++)
            db.RoutingRules.Add(new RoutingRule { Order = at + 1, Definition = rules[at], ChangedAt = now, ChangedBy = admin });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The area's lead where there is one, then its first agents. Whoever answers for billing is away this week.</summary>
    private void Answer(DeskDb db, Area area)
    {
        var people = staff.Where(member => member.AreaId == area.Id).OrderByDescending(member => member.Role == Role.Lead).ThenBy(member => member.Id).Take(2).ToList();
        for (var at = 0; at < people.Count; at++) db.AreaResponsibles.Add(new AreaResponsible { AreaId = area.Id, StaffId = people[at].Id, Place = at + 1 });
        if (area != Billing || people is not [var away, ..]) return;
        var standIn = staff.First(member => member.AreaId == area.Id && member.Id != away.Id && member.Id != people[^1].Id);
        db.Absences.Add(new Absence
        {
            StaffId = away.Id,
            From = now.AddDays(-2),
            To = now.AddDays(7),
            Reason = "Vacaciones",
            SubstituteId = standIn.Id,
            MadeBy = away.Name,
        });
    }
}
