using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Features.Quoting;

/// <summary>Says amounts, lines and refusals in the reader's language.</summary>
public sealed class QuotingWords(IStringLocalizer<QuotingTexts> texts)
{
    public string Say(PriceProblem problem) => texts[$"Problem.{problem.Code}", Detail(problem)];

    public string Say(Money money) => $"{Digits(money.Amount, Currency.DecimalsOf(money.Currency))} {money.Currency}";

    /// <summary>An amount with its unit.</summary>
    public string Say(decimal value, PriceUnit unit, string currency) => unit switch
    {
        PriceUnit.Money => Say(new Money(value, currency)),
        PriceUnit.MoneyPerMonth or PriceUnit.MoneyPerHour => texts[$"Amount.{unit}", Say(new Money(value, currency))],
        PriceUnit.Count => Plain(value),
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

    public static string Plain(decimal value) => value.ToString("#,##0.####", CultureInfo.CurrentCulture);

    private static string Digits(decimal value, int decimals) => value.ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", CultureInfo.CurrentCulture);

    /// <summary>Bounds are said as numbers are.</summary>
    private static string Detail(PriceProblem problem) =>
        decimal.TryParse(problem.Detail, NumberStyles.Number, CultureInfo.InvariantCulture, out var bound) ? bound.ToString("#,##0.######", CultureInfo.CurrentCulture) : problem.Detail ?? "";
}
