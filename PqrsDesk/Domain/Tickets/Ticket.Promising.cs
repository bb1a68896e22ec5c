using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Other rules for what is still owed: an administrator chose "new and open".
public sealed partial class Ticket
{
    /// <summary>The contract that it stands on, by its number; null: none.</summary>
    public int? ContractId { get; private set; }

    /// <summary>Promises what is still owed by other versions, from the original start. What was missed stays missed.</summary>
    public Decision Promise(int policyVersionId, int legalCalendarVersionId, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;

        // An imported ticket has the instants of its old desk, and none of ours.
        if (PolicyVersionId is null) return RefusalCode.NoPolicyApplies;
        if (policyVersionId == PolicyVersionId && legalCalendarVersionId == LegalCalendar(book)) return Decision.Ok;
        var policy = book.Terms(policyVersionId).Policy;
        return Record(new TicketEvent.Repromised(policyVersionId, legalCalendarVersionId, policy.Definition.Name, policy.Version, policy.Definition.ContractId), now, book);
    }

    /// <summary>
    /// What it is about is another product: where the customer has a contract for that, it promises from now on. Where
    /// none is, the case keeps what it was promised.
    /// </summary>
    private void StandOnContract(SlaBook book, Moment now)
    {
        if (!IsOpen || CustomerId is null || PolicyVersionId is null) return;
        if (book.ChooseOfContract(PolicyFacts.Of(this, null)) is { } terms && terms.Policy.Key != book.Terms(PolicyVersionId.Value).Policy.Key)
            Promise(terms.Policy.Id, LegalCalendar(book), book, now);
    }
}
