using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Who is told of a line of the log, and as what, whether they follow the case or not.</summary>
internal static class CaseNotices
{
    /// <summary>Whoever works on the case, and who leads them.</summary>
    private static readonly EscalationAct[] Everybody = [EscalationAct.NotifyOwner, EscalationAct.NotifyLeads];

    /// <param name="leads">All of the desk.</param>
    /// <returns>Of one member the first counts.</returns>
    public static IEnumerable<(int Member, NoticeKind Kind)> Told(Ticket ticket, LoggedEvent line, List<StaffMember> leads) => line.Event switch
    {
        TicketEvent.Noted note => (note.Mentions ?? []).Select(called => (called.StaffId, NoticeKind.Mention)),
        TicketEvent.Assigned given => IsToldAnyway(ticket) ? [] : [(given.OwnerId, NoticeKind.Assignment)],
        TicketEvent.PetitionerResponded or TicketEvent.HeardThrough or TicketEvent.SolutionJudged => Owner(ticket, NoticeKind.PetitionerReply),
        TicketEvent.Reopened when line.ByKind == ActorKind.Petitioner => Owner(ticket, NoticeKind.PetitionerReply),

        // What brought it back is news by itself.
        TicketEvent.Woken { Cause: WakeCause.Petitioner } => [],
        TicketEvent.Woken => Owner(ticket, NoticeKind.Other),
        TicketEvent.ReturnedToQueue back => Told(ticket, [EscalationAct.NotifyLeads], leads).Prepend(back.OwnerId).As(NoticeKind.Other),
        TicketEvent.HandedOver handed => [(handed.OwnerId, NoticeKind.HandOver)],

        // Whoever relied on its being sent, and whoever has the case.
        TicketEvent.SendHeld => ((int?[])[ticket.CaseFile?.Planned?.ById, ticket.OwnerId]).OfType<int>().As(NoticeKind.Other),
        TicketEvent.Escalated escalated => Told(ticket, escalated.Acts, leads).As(NoticeKind.Clock),
        TicketEvent.FileQuarantined => Told(ticket, Everybody, leads).As(NoticeKind.Other),
        TicketEvent.AnswerProposed or TicketEvent.AnswerRevised or TicketEvent.AnswerReturned or TicketEvent.AnswerReviewed or TicketEvent.AnswerApproved =>
            ReviewNotices.Told(ticket, line, [.. LeadsOf(ticket, leads)]).As(NoticeKind.Review),
        _ => [],
    };

    /// <summary>Whoever asked for a task, or has the case, hears of it as of a task.</summary>
    public static bool HearsOtherwise(Ticket ticket, LoggedEvent line, int member) => line.Event.TaskNumber is { } number
        && (ticket.OwnerId == member || ticket.CaseFile?.Tasks.Any(task => task.Number == number && task.AskedById == member) == true);

    /// <summary>The level that gave it to them is told to them as such.</summary>
    private static bool IsToldAnyway(Ticket ticket) => ticket.Events.Any(each => each.Event is TicketEvent.Escalated { Acts: var acts } && acts.Contains(EscalationAct.Assign));

    private static IEnumerable<(int Member, NoticeKind Kind)> Owner(Ticket ticket, NoticeKind kind) => ticket.OwnerId is { } owner ? [(owner, kind)] : [];

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

    private static IEnumerable<(int Member, NoticeKind Kind)> As(this IEnumerable<int> members, NoticeKind kind) => members.Select(member => (member, kind));
}
