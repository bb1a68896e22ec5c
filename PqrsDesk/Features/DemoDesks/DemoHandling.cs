using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.DemoDesks;

/// <summary>Some cases that their owners have put aside, and what a few people can do.</summary>
internal static class DemoHandling
{
    private const int Aside = 3;

    /// <param name="tickets">In the order of their filing.</param>
    public static void PutAside(IReadOnlyList<Ticket> tickets, IReadOnlyList<StaffMember> staff, SlaBook book, DateTimeOffset now)
    {
        var until = SnoozeTimes.From(now, book.Hours)[^1].At;
        foreach (var ticket in tickets.Where(ticket => ticket is { Status: TicketStatus.InProgress, MergedCount: 0 } && ticket.NextDueAt > until && ticket.NextMarkAt > until).Take(Aside))
        {
            var owner = staff.First(member => member.Id == ticket.OwnerId);
            ticket.Snooze(until, "Cartera responde ese día.", book, Moment.Of(now, book.Zone, Actor.Staff(owner)));
        }
    }

    /// <summary>One answer that waits for the next morning.</summary>
    public static void PlanOne(IReadOnlyList<Ticket> tickets, IReadOnlyList<StaffMember> staff, SlaBook book, DateTimeOffset now)
    {
        var at = SendTimes.From(now, book.Hours)[0].At;
        if (tickets.LastOrDefault(ticket => ticket is { Status: TicketStatus.InProgress, MergedCount: 0, SnoozedUntil: null } && ticket.NextDueAt > at) is not { } ticket) return;
        var owner = staff.First(member => member.Id == ticket.OwnerId);
        var text = "Revisamos su caso con el área encargada. **Mañana** recibirá el soporte del ajuste:\n\n- el valor corregido,\n- la fecha en que se aplica.";
        ticket.Plan(new(PlannedAct.Reply, text, at) { HoldsForPetitioner = true }, book, Moment.Of(now, book.Zone, Actor.Staff(owner)));
    }

    public static void AddSkills(DeskDb db, IReadOnlyList<StaffMember> staff)
    {
        var agents = staff.Where(member => member.Role == Role.Agent).Take(3).ToList();
        for (var at = 0; at < agents.Count; at++)
        {
            db.AgentSkills.Add(new AgentSkill { StaffId = agents[at].Id, Kind = SkillKind.Language, Value = "es", Level = SkillLevel.Expert });
            if (at == 0) db.AgentSkills.Add(new AgentSkill { StaffId = agents[at].Id, Kind = SkillKind.Language, Value = "en", Level = SkillLevel.Able });
        }
    }
}
