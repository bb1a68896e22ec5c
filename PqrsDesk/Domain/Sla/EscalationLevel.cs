namespace PqrsDesk.Domain.Sla;

/// <summary>What is done by itself when a deadline has used a share of its target.</summary>
public enum EscalationAct
{
    NotifyOwner = 1,
    NotifyLeads = 2,

    /// <summary>Gives the case to a member of staff whom the level names.</summary>
    Assign = 3,

    /// <summary>One step, as far as there is one.</summary>
    RaisePriority = 4,

    /// <summary>Puts the case on the lead's list, until a lead has looked at it.</summary>
    Flag = 5,
}

/// <summary>One level of a policy's escalation.</summary>
/// <param name="Percent">One of the policy's thresholds.</param>
/// <param name="Deadlines">Of which deadlines. Empty: of any that the desk owes.</param>
/// <param name="Acts">In the order in which they are done; at least one.</param>
/// <param name="AssignTo">The member of staff; only with <see cref="EscalationAct.Assign"/>.</param>
public sealed record EscalationLevel(int Percent, IReadOnlyList<DeadlineKind> Deadlines, IReadOnlyList<EscalationAct> Acts, int? AssignTo = null)
{
    public bool Answers(DeadlineKind kind, int percent) => percent == Percent && (Deadlines.Count == 0 || Deadlines.Contains(kind));
}
