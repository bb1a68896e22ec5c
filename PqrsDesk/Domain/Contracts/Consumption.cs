using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Domain.Contracts;

/// <summary>The days over which what is included is counted. Both belong to it.</summary>
public readonly record struct IncludedSpan(DateOnly From, DateOnly Until)
{
    public bool Holds(DateOnly day) => From <= day && day <= Until;
}

/// <summary>What was used of a contract in one span, and what it costs beyond what is included.</summary>
/// <param name="UsedMinutes">Time spent on its cases, by the day on which it was spent; what was spent after the last day is of the last span.</param>
/// <param name="UsedCases">Cases filed in the span: neither voided nor merged into another.</param>
public sealed record Consumption(IncludedSpan Span, decimal? IncludedHours, int? IncludedCases, int UsedMinutes, int UsedCases, Money Surcharge, Money CaseSurcharge)
{
    /// <summary>Of the used minutes, those that were spent after the contract's last day, on cases that stand on it.</summary>
    public int LaterMinutes { get; init; }

    public decimal UsedHours => UsedMinutes / 60m;

    /// <summary>Whole percent, never more than is used; null: hours are not counted. Of nothing included, what is used at all is all of it.</summary>
    public int? HoursPercent => IncludedHours is { } hours ? Percent(UsedMinutes, hours * 60) : null;
    public int? CasesPercent => IncludedCases is { } cases ? Percent(UsedCases, cases) : null;

    /// <summary>Minutes beyond those included. Parts of a minute that are included count for the customer.</summary>
    public int ExtraMinutes => IncludedHours is { } hours ? Math.Max(0, UsedMinutes - (int)Math.Ceiling(hours * 60)) : 0;

    public int ExtraCases => IncludedCases is { } cases ? Math.Max(0, UsedCases - cases) : 0;

    public decimal? HoursLeft => IncludedHours is { } hours ? Math.Max(0, hours - UsedHours) : null;

    public int? CasesLeft => IncludedCases is { } cases ? Math.Max(0, cases - UsedCases) : null;

    /// <summary>Rounded as its currency is.</summary>
    public Money HoursAmount => (Surcharge with { Amount = ExtraMinutes * Surcharge.Amount / 60 }).Round();

    public Money CasesAmount => (CaseSurcharge * ExtraCases).Round();

    public Money Amount => Surcharge with { Amount = HoursAmount.Amount + CasesAmount.Amount };

    private static int Percent(decimal used, decimal of) => of > 0 ? (int)Math.Min(int.MaxValue, decimal.Floor(used * 100 / of)) : used > 0 ? 100 : 0;
}

public static class IncludedSpans
{
    /// <summary>The spans of a contract, oldest first: its months by the calendar, each with all that is included in a month, or its whole term.</summary>
    public static IEnumerable<IncludedSpan> Spans(this Contract contract)
    {
        if (contract.IncludedPer == IncludedPer.Term)
        {
            yield return new(contract.From, contract.EndsOn);
            yield break;
        }

        for (var from = contract.From; from <= contract.EndsOn;)
        {
            var last = new DateOnly(from.Year, from.Month, DateTime.DaysInMonth(from.Year, from.Month));
            yield return new(from, last < contract.EndsOn ? last : contract.EndsOn);
            from = last.AddDays(1);
        }
    }

    /// <summary>Whose time and cases count in a span. What stands on a contract and comes after its last day counts in its last span: else it would count in none.</summary>
    public static IncludedSpan CountedIn(this Contract contract, IncludedSpan span) => span.Until < contract.EndsOn ? span : span with { Until = DateOnly.MaxValue };

    /// <summary>The span of a day; before its first day the first, after its last the last.</summary>
    public static IncludedSpan SpanOn(this Contract contract, DateOnly day)
    {
        day = day < contract.From ? contract.From : day > contract.EndsOn ? contract.EndsOn : day;
        if (contract.IncludedPer == IncludedPer.Term) return new(contract.From, contract.EndsOn);
        var (first, last) = (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));
        return new(first > contract.From ? first : contract.From, last < contract.EndsOn ? last : contract.EndsOn);
    }
}
