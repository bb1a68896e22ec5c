using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A reader of the log: writes down who is to be told of an escalation, of a file in quarantine, of an answer that waits for them, or of a case that came back or changed hands by itself, in the same transaction.</summary>
/// <remarks>A ticket that comes in with a past (an import, the demo desk) is no news.</remarks>
public sealed class NoticeInterceptor : SaveChangesInterceptor
{
    /// <summary>Whoever works on the case, and who leads them.</summary>
    private static readonly EscalationAct[] Everybody = [EscalationAct.NotifyOwner, EscalationAct.NotifyLeads];

    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result)
    {
        if (save.Context is DeskDb db && Told(db) is { Count: > 0 } told) Add(db, told, Leads(db).ToList());
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is DeskDb db && Told(db) is { Count: > 0 } told) Add(db, told, await Leads(db).ToListAsync(cancel));
        return result;
    }

    private static List<(Ticket Ticket, LoggedEvent Line)> Told(DeskDb db) =>
    [
        .. from ticket in db.ChangeTracker.Entries<Ticket>()
           where ticket.State == EntityState.Modified
           from line in ticket.Entity.Events
           where line.Event is { IsNews: true, IsOfTask: false } && db.Entry(line).State == EntityState.Added
           select (ticket.Entity, line),
    ];

    private static IQueryable<StaffMember> Leads(DeskDb db) => db.Staff.AsNoTracking().Where(member => member.Active && member.Role == Role.Lead);

    private static void Add(DeskDb db, List<(Ticket Ticket, LoggedEvent Line)> told, List<StaffMember> leads)
    {
        foreach (var (ticket, line) in told)
        {
            foreach (var member in Told(ticket, line, leads).Distinct())
                db.Notices.Add(new Notice { StaffId = member, TicketId = ticket.Id, Sequence = line.Sequence });
        }
    }

    private static IEnumerable<int> Told(Ticket ticket, LoggedEvent line, List<StaffMember> leads) => line.Event switch
    {
        // Who did it knows.
        TicketEvent.Woken => ticket.OwnerId is { } owner && owner != line.ByStaffId ? [owner] : [],
        TicketEvent.ReturnedToQueue back => Told(ticket, [EscalationAct.NotifyLeads], leads).Prepend(back.OwnerId),
        TicketEvent.HandedOver handed => [handed.OwnerId],

        // Whoever relied on its being sent, and whoever has the case.
        TicketEvent.SendHeld => ((int?[])[ticket.CaseFile?.Planned?.ById, ticket.OwnerId]).OfType<int>(),
        TicketEvent.Escalated escalated => Told(ticket, escalated.Acts, leads),
        TicketEvent.FileQuarantined => Told(ticket, Everybody, leads),
        _ => ReviewNotices.Told(ticket, line, [.. LeadsOf(ticket, leads)]),
    };

    private static IEnumerable<int> Told(Ticket ticket, IReadOnlyList<EscalationAct> acts, List<StaffMember> leads)
    {
        // Whom it was given to by the same level is the owner by now, and has to know too.
        if (ticket.OwnerId is { } owner && (acts.Contains(EscalationAct.NotifyOwner) || acts.Contains(EscalationAct.Assign))) yield return owner;
        if (!acts.Contains(EscalationAct.NotifyLeads) && !acts.Contains(EscalationAct.Flag)) yield break;
        foreach (var lead in LeadsOf(ticket, leads)) yield return lead;
    }

    /// <summary>An area without a lead of its own is everybody's.</summary>
    private static IEnumerable<int> LeadsOf(Ticket ticket, List<StaffMember> leads)
    {
        var own = leads.FindAll(lead => lead.AreaId is null || lead.AreaId == ticket.AreaId);
        return (own.Count > 0 ? own : leads).Select(lead => lead.Id);
    }
}
