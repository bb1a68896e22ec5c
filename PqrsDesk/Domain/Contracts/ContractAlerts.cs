namespace PqrsDesk.Domain.Contracts;

/// <summary>Something of a contract that the house is told of.</summary>
/// <param name="Mark">Percent that was used, or the days that were left.</param>
/// <param name="From">The first day of the span that is used, or the last of the contract.</param>
/// <param name="Day">The day that the words name: the last of the span, or of the contract.</param>
/// <param name="IsSilent">Passed by together with one that says more: it is marked, and not told.</param>
public sealed record ContractAlert(ContractNews Kind, int Mark, DateOnly From, DateOnly Day, bool IsSilent = false);

public static class ContractAlerts
{
    /// <summary>Percent of what is included.</summary>
    public static IReadOnlyList<int> Marks { get; } = [80, 100];

    /// <summary>All that has come to be by a day, each with the mark by which it is told once.</summary>
    /// <param name="used">Null: nothing is counted.</param>
    /// <param name="renewed">Its successor is signed: nobody has to see to its end.</param>
    public static IEnumerable<ContractAlert> Of(Contract contract, Consumption? used, DateOnly today, bool renewed)
    {
        var said = new List<ContractAlert>();
        if (used is not null)
        {
            said.AddRange(Used(ContractNews.Hours, used.HoursPercent, used.Span));
            said.AddRange(Used(ContractNews.Cases, used.CasesPercent, used.Span));
        }

        var left = contract.EndsOn.DayNumber - today.DayNumber;
        if (renewed || left < 0) return said;
        var passed = contract.ReminderDays.Where(days => days >= left).ToList();
        said.AddRange(passed.Select(days => new ContractAlert(ContractNews.Ending, days, contract.EndsOn, contract.EndsOn, days != passed.Min())));
        return said;
    }

    private static IEnumerable<ContractAlert> Used(ContractNews kind, int? percent, IncludedSpan span)
    {
        var passed = Marks.Where(mark => percent >= mark).ToList();
        return passed.Select(mark => new ContractAlert(kind, mark, span.From, span.Until, mark != passed.Max()));
    }
}
