using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>What a desk begins with, until an administrator says otherwise.</summary>
public static class ShippedCare
{
    private static readonly StepDue Today = new(StepDueUnit.BusinessHours, 8);
    private static readonly StepDue Halfway = new(StepDueUnit.PercentOfTerm, 50);
    private static readonly StepDue NearTheEnd = new(StepDueUnit.PercentOfTerm, 80);

    private static readonly Dictionary<CareStep, StepRule> Usual = new()
    {
        [CareStep.Acknowledge] = new(StepDemand.Advised, Today),
        [CareStep.Understand] = new(StepDemand.Advised),
        [CareStep.Thank] = new(StepDemand.Advised),
        [CareStep.Answer] = new(StepDemand.Advised, NearTheEnd),
        [CareStep.Confirm] = new(StepDemand.Advised),
    };

    /// <summary>Somebody says that something went wrong: what happened is found out before it is answered.</summary>
    private static readonly Dictionary<CareStep, StepRule> OfGrievances = new(Usual) { [CareStep.Investigate] = new(StepDemand.Required, Halfway) };

    private static readonly Dictionary<CareStep, StepRule> OfReports = new(Usual) { [CareStep.Investigate] = new(StepDemand.Advised, Halfway) };

    /// <summary>A compliment asks for nothing but thanks.</summary>
    private static readonly Dictionary<CareStep, StepRule> OfCompliments = new()
    {
        [CareStep.Thank] = new(StepDemand.Advised),
        [CareStep.Answer] = new(StepDemand.Advised),
    };

    public static IReadOnlyDictionary<CareStep, StepRule> Of(TicketKind kind) => kind switch
    {
        TicketKind.Complaint or TicketKind.Claim => OfGrievances,
        TicketKind.Report => OfReports,
        TicketKind.Compliment => OfCompliments,
        TicketKind.Petition or TicketKind.Suggestion or TicketKind.Inquiry or TicketKind.DocumentRequest => Usual,
        _ => Usual,
    };
}
