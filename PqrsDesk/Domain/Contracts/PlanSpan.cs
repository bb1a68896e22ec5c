namespace PqrsDesk.Domain.Contracts;

/// <summary>Days of a contract that are judged by one version of its plan. Both belong to it.</summary>
public readonly record struct PlanSpan(int PlanId, DateOnly From, DateOnly Until);

public static class PlanSpans
{
    /// <summary>What is promised of a month is judged by the plan that the month began with: who takes over another in the middle rewrites nothing.</summary>
    /// <param name="contract">With the steps in which its plan became another.</param>
    /// <param name="dateOf">The desk's date of an instant.</param>
    public static IEnumerable<PlanSpan> PlansByMonth(this Contract contract, Func<DateTimeOffset, DateOnly> dateOf)
    {
        var from = contract.From;
        foreach (var moved in contract.Steps.Where(step => step.Kind == ContractStepKind.PlanMoved && step.At > contract.SignedAt).OrderBy(step => step.Id))
        {
            if (moved.PlanId is not { } had) continue;
            var day = dateOf(moved.At);
            var next = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            if (day < contract.From || next <= from) continue;
            if (next > contract.EndsOn)
            {
                yield return new(had, from, contract.EndsOn);
                yield break;
            }

            yield return new(had, from, next.AddDays(-1));
            from = next;
        }

        yield return new(contract.PlanId, from, contract.EndsOn);
    }
}
