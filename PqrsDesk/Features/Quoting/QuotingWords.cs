using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features.Quoting;

/// <summary>Says amounts, lines and refusals in the reader's language.</summary>
public sealed class QuotingWords(IStringLocalizer<QuotingTexts> texts)
{
    /// <summary>Of a level with its name and what of it is wrong.</summary>
    public string Say(PriceProblem problem) => problem switch
    {
        { Level: { } level, Quantity: { } quantity } => texts["Problem.OfLevel", level, texts[$"Row.{quantity}"], Bare(problem)],
        { Level: { Length: > 0 } level, Code: PriceProblemCode.ResultTooLarge } => texts["Problem.OfLevel.Whole", level, Bare(problem)],
        _ => Bare(problem),
    };

    public string Say(Money money) => $"{Digits(money.Amount, Currency.DecimalsOf(money.Currency))} {money.Currency}";

    /// <summary>An amount with its unit.</summary>
    public string Say(decimal value, PriceUnit unit, string currency) => unit switch
    {
        PriceUnit.Money => Say(new Money(value, currency)),
        PriceUnit.MoneyPerMonth or PriceUnit.MoneyPerHour => texts[$"Amount.{unit}", Say(new Money(value, currency))],
        PriceUnit.Count => Plain(value),
        PriceUnit.Days or PriceUnit.DaysPerYear or PriceUnit.DaysPerWeek or PriceUnit.CasesPerMonth or PriceUnit.People => Count($"Amount.{unit}", value),
        _ => texts[$"Amount.{unit}", Plain(value)],
    };

    public string Say(PriceLine line, string currency) => Say(line.Value, line.Unit, currency);

    /// <summary>With the hours in which it is promised, where these were kept.</summary>
    public string Availability(PriceSheet sheet) => sheet.Offer switch
    {
        { AvailabilityPercent: { } promised, AvailabilityHours: { } hours } => texts["Availability.Over", Say(promised, PriceUnit.Percent, sheet.Currency), hours],
        { AvailabilityPercent: { } promised } => Say(promised, PriceUnit.Percent, sheet.Currency),
        _ => texts["None"],
    };

    /// <summary>By how much something moved, with its sign.</summary>
    public string Moved(decimal by, PriceUnit unit, string currency) => (by < 0 ? "−" : "+") + Say(Math.Abs(by), unit, currency);

    /// <summary>So many of something, by a text that has one for a single one.</summary>
    public string Count(string key, decimal value) => value == 1 ? texts[$"{key}.One"] : texts[key, Plain(value)];

    /// <summary>To how many decimals amounts of a currency are rounded.</summary>
    public string Decimals(string currency) => Currency.DecimalsOf(currency) is var decimals and not 0 ? texts["Decimals", decimals] : texts["Decimals.None"];

    /// <summary>With its numbers; no line ends before a percent sign.</summary>
    public static string Say(Formula formula) => formula.Say(CultureInfo.CurrentCulture).Replace(" %", "\u00a0%", StringComparison.Ordinal);

    public static string Plain(decimal value) => value.ToString("#,##0.####", CultureInfo.CurrentCulture);

    private static string Digits(decimal value, int decimals) => value.ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", CultureInfo.CurrentCulture);

    private string Bare(PriceProblem problem) => problem.Code == PriceProblemCode.TooFine
        ? texts[Currency.DecimalsOf(problem.Detail!) == 0 ? "Problem.TooFine.Whole" : "Problem.TooFine", problem.Detail!, Currency.DecimalsOf(problem.Detail!)]
        : texts[$"Problem.{problem.Code}", Detail(problem)];

    /// <summary>Bounds are said as numbers are.</summary>
    private static string Detail(PriceProblem problem) =>
        decimal.TryParse(problem.Detail, NumberStyles.Number, CultureInfo.InvariantCulture, out var bound) ? bound.ToString("#,##0.######", CultureInfo.CurrentCulture) : problem.Detail ?? "";
}
