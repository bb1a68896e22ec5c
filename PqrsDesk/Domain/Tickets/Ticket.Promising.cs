using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Other rules for what is still owed: an administrator chose "new and open".
public sealed partial class Ticket
{
    /// <summary>Promises what is still owed by other versions, from the original start. What was missed stays missed.</summary>
    public Decision Promise(int policyVersionId, int legalCalendarVersionId, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;

        // An imported ticket has the instants of its old desk, and none of ours.
        if (PolicyVersionId is null) return RefusalCode.NoPolicyApplies;
        if (policyVersionId == PolicyVersionId && legalCalendarVersionId == LegalCalendar(book)) return Decision.Ok;
        var policy = book.Terms(policyVersionId).Policy;
        return Record(new TicketEvent.Repromised(policyVersionId, legalCalendarVersionId, policy.Definition.Name, policy.Version), now, book);
    }
}
