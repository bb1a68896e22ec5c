using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features;

/// <summary>What is wrong with a contract or a plan, and how its amounts, days and times are said.</summary>
public sealed class ContractWords(IStringLocalizer<ContractTexts> texts)
{
    public string Say(ContractProblem problem) => problem switch
    {
        { Overlap: { } overlap } => texts["Problem.Overlaps", overlap.Number, overlap.Product ?? "", Day(overlap.From), Day(overlap.Until)],
        { Code: ContractProblemCode.MoneyTooFine, Detail: { } currency } => texts[Currency.DecimalsOf(currency) == 0 ? "Problem.MoneyTooFine.Whole" : "Problem.MoneyTooFine", currency, Currency.DecimalsOf(currency)],
        { Detail: { } detail } => texts[$"Problem.{problem.Code}", detail],
        _ => texts[$"Problem.{problem.Code}"],
    };

    /// <summary><c>1.250.000 COP</c>, with cents only where there are some.</summary>
    public string Amount(Money money) =>
        $"{money.Amount.ToString(money.Amount == decimal.Truncate(money.Amount) ? "N0" : "N2", CultureInfo.CurrentCulture)} {money.Currency}";

    public string Day(DateOnly day) => day.ToString(texts["Day"], CultureInfo.CurrentCulture);

    /// <summary>Hours with at most two decimals.</summary>
    public string Hours(decimal hours) => texts["Hours", hours.ToString("#,##0.##", CultureInfo.CurrentCulture)];

    /// <summary>Business minutes as hours and minutes.</summary>
    public string Span(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var left) => texts["Span.Minutes", left],
        (var hours, 0) => texts["Span.Hours", hours.ToString("N0", CultureInfo.CurrentCulture)],
        var (hours, left) => texts["Span.Both", hours.ToString("N0", CultureInfo.CurrentCulture), left],
    };

    public string Class(CriticalityClass? criticality) => texts[criticality is { } known ? $"Class.{known}" : "Class.None"];

    public string Phase(ContractPhase phase) => texts[$"Phase.{phase}"];
}
