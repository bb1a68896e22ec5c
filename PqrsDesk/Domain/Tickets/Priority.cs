namespace PqrsDesk.Domain.Tickets;

/// <summary>How soon a ticket must be served. Higher numbers are sooner, so that sorting descends.</summary>
public enum Priority
{
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>How long the petitioner can wait.</summary>
public enum Urgency
{
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>How many, or how much, is affected.</summary>
public enum Impact
{
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>The priority that follows from urgency and impact.</summary>
/// <remarks>
/// The 3 × 3 matrix of IT service management (ITIL 4, incident management practice): the sum of both decides.
/// Two rules come before it: what touches security is high at once, and a suggestion is low until somebody says
/// otherwise, with a reason.
/// </remarks>
public static class PriorityMatrix
{
    public static Priority Of(Urgency urgency, Impact impact) => ((int)urgency + (int)impact) switch
    {
        >= 5 => Priority.High,
        4 => Priority.Medium,
        _ => Priority.Low,
    };

    public static Priority Of(TicketKind kind, Urgency urgency, Impact impact, bool touchesSecurity) =>
        touchesSecurity ? Priority.High
        : kind is TicketKind.Suggestion or TicketKind.Compliment ? Priority.Low
        : Of(urgency, impact);
}
