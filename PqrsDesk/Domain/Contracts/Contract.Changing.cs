using System.Globalization;

namespace PqrsDesk.Domain.Contracts;

// What can be done to a contract. Each refuses with a value, or does it and keeps who did it and when.
public sealed partial class Contract
{
    /// <summary>A new one, out of a draft that was held against everything.</summary>
    public static Contract Draft(ContractDraft draft, string number, DateTimeOffset at, string by)
    {
        var contract = new Contract
        {
            Number = number,
            CustomerId = draft.CustomerId,
            PlanId = draft.PlanId,
            State = ContractState.Draft,
            From = draft.From,
            Until = draft.Until,
            Price = draft.Price,
            Surcharge = draft.Surcharge,
            QuoteNumber = draft.QuoteNumber,
            SucceedsId = draft.SucceedsId,
        };
        contract.Say(draft);
        contract.Keep(ContractStepKind.Drafted, at, by, draft.QuoteNumber, draft.PlanId);
        return contract;
    }

    /// <summary>It says something else from now on. Of one that is signed the same is kept as of any other change.</summary>
    /// <param name="seen">The version that was before the eyes of whoever changes it.</param>
    /// <param name="plan">The version of the plan that it is to have.</param>
    public ContractProblem? Change(ContractDraft draft, int seen, SupportPlan plan, DateTimeOffset at, string by)
    {
        if (seen != Version) return ContractProblemCode.ChangedMeanwhile;
        if (State == ContractState.Terminated) return ContractProblemCode.NotSigned;
        if (Same(draft, ToDraft())) return ContractProblemCode.NothingChanged;
        if (PlanId != plan.Id) Keep(ContractStepKind.PlanMoved, at, by, string.Create(CultureInfo.InvariantCulture, $"{plan.Definition.Name}, v{plan.Version}"), plan.Id);
        if (!Same(draft with { PlanId = PlanId }, ToDraft())) Keep(ContractStepKind.Changed, at, by, null);
        Say(draft);
        Version++;
        return null;
    }

    public ContractProblem? Sign(int seen, DateTimeOffset at, string by)
    {
        if (seen != Version) return ContractProblemCode.ChangedMeanwhile;
        if (State != ContractState.Draft) return ContractProblemCode.NotADraft;
        (State, SignedAt, SignedBy) = (ContractState.Agreed, at, by);
        Keep(ContractStepKind.Agreed, at, by, null);
        Version++;
        return null;
    }

    /// <summary>Its end is brought forward. What was filed until then keeps what it was promised.</summary>
    /// <param name="lastDay">On which it still holds.</param>
    public ContractProblem? Terminate(DateOnly lastDay, string? reason, int seen, DateTimeOffset at, string by)
    {
        if (seen != Version) return ContractProblemCode.ChangedMeanwhile;
        if (State != ContractState.Agreed) return ContractProblemCode.NotSigned;
        if (string.IsNullOrWhiteSpace(reason)) return new ContractProblem(ContractProblemCode.ReasonMissing, "reason");
        if (reason.Trim().Length > ReasonLimit) return new ContractProblem(ContractProblemCode.ReasonTooLong, "reason", ReasonLimit.ToString(CultureInfo.InvariantCulture));
        if (lastDay < From || lastDay > Until) return new ContractProblem(ContractProblemCode.EndOutside, "lastDay");
        (State, TerminatedOn, TerminationReason) = (ContractState.Terminated, lastDay, reason.Trim());
        Keep(ContractStepKind.Terminated, at, by, TerminationReason);
        Version++;
        return null;
    }

    /// <summary>The draft of its successor: the same for as long again, from the day after its last.</summary>
    public ContractDraft Successor()
    {
        var from = EndsOn.AddDays(1);
        return ToDraft() with { Number = null, QuoteNumber = null, SucceedsId = Id, From = from, Until = EndOf(from) };
    }

    public void Keep(ContractStepKind kind, DateTimeOffset at, string by, string? detail, int? planId = null) => Steps.Add(new()
    {
        ContractId = Id,
        Kind = kind,
        At = at,
        By = by,
        Detail = detail,
        PlanId = planId,
    });

    /// <summary>Whole months stay whole months: a year from 1 March ends on 28 or 29 February.</summary>
    private DateOnly EndOf(DateOnly from)
    {
        var months = (Until.AddDays(1).Year - From.Year) * 12 + Until.AddDays(1).Month - From.Month;
        return months > 0 && From.AddMonths(months) == Until.AddDays(1) ? from.AddMonths(months).AddDays(-1) : from.AddDays(Until.DayNumber - From.DayNumber);
    }

    private void Say(ContractDraft draft)
    {
        (PlanId, From, Until) = (draft.PlanId, draft.From, draft.Until);
        (IncludedHours, IncludedCases, IncludedPer) = (draft.IncludedHours, draft.IncludedCases, draft.IncludedPer);
        (Price, Surcharge, CaseSurcharge) = (draft.Price, draft.Surcharge, draft.CaseSurcharge ?? draft.Price with { Amount = 0 });
        (Notes, ReminderDays) = (draft.Notes, draft.ReminderDays);
        Number = draft.Number ?? Number;
        Products.RemoveAll(product => !draft.Products.Contains(product.ProductId));
        Products.AddRange(draft.Products.Where(id => Products.TrueForAll(product => product.ProductId != id)).Select(id => new ContractProduct { ContractId = Id, ProductId = id }));
    }

    /// <summary>Whom it is with and what it comes from cannot be changed, and is not compared.</summary>
    private static bool Same(ContractDraft one, ContractDraft other) =>
        (one.PlanId, one.From, one.Until, one.IncludedHours, one.IncludedCases, one.IncludedPer) == (other.PlanId, other.From, other.Until, other.IncludedHours, other.IncludedCases, other.IncludedPer)
        && (one.Price, one.Surcharge, one.CaseSurcharge, one.Notes) == (other.Price, other.Surcharge, other.CaseSurcharge, other.Notes)
        && (one.Number ?? other.Number) == other.Number && one.Products.SequenceEqual(other.Products) && one.ReminderDays.SequenceEqual(other.ReminderDays);
}
