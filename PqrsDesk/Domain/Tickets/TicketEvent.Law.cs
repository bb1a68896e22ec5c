using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// What the law knows, and what time does.
public abstract partial record TicketEvent
{
    /// <summary>Prórroga of the legal term, announced to the petitioner with its reason and the date of the answer (Ley 1755 of 2015, art. 14, par.).</summary>
    /// <param name="Days">Business days added to the first term.</param>
    public sealed record Extended(int Days, DateOnly AnswerBy, string Reason) : TicketEvent;

    /// <summary>Requerimiento de completar (art. 17): the petitioner has a month, and the legal term stands still.</summary>
    public sealed record CompletionRequested(string Text) : TicketEvent;

    /// <summary>Desistimiento: express (art. 18), or tacit when the month to complete has ended (art. 17).</summary>
    public sealed record Withdrawn(WithdrawalKind Kind, string Reason) : TicketEvent;

    /// <summary>Traslado por competencia (art. 21): the other authority's own term begins when it receives.</summary>
    /// <param name="OnTime">Whether the five business days that the law gives for it had not passed.</param>
    public sealed record Transferred(string Authority, string Reason, bool OnTime) : TicketEvent;

    /// <summary>The event's own instant is that of the breach, however late it was noticed.</summary>
    public sealed record DeadlineBreached(DeadlineKind Deadline) : TicketEvent;

    /// <summary>A deadline has used a share of its target. As with a breach, the event's own instant is that of it.</summary>
    public sealed record ThresholdReached(DeadlineKind Deadline, int Percent) : TicketEvent;

    /// <summary>What the policy does about it. Changes of owner and of priority follow as events of their own.</summary>
    public sealed record Escalated(DeadlineKind Deadline, int Percent, IReadOnlyList<EscalationAct> Acts) : TicketEvent;

    /// <summary>An administrator applied new rules to the open tickets: what is still owed is promised by them from now on.</summary>
    /// <param name="PolicyName">With its version, as they were then.</param>
    public sealed record Repromised(int PolicyVersionId, int LegalCalendarVersionId, string PolicyName, int PolicyVersion, int? ContractId = null) : TicketEvent;
}
