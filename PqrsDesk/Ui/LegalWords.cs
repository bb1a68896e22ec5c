using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Ui;

/// <summary>How long a term of law is, in words.</summary>
public static class LegalWords
{
    private const int MinutesInHour = 60;

    /// <summary><c>15 días hábiles</c>, <c>24 horas de reloj</c>.</summary>
    public static string Term(this IStringLocalizer<UiTexts> texts, DeadlineUnit unit, int amount) => (unit, amount) switch
    {
        (DeadlineUnit.ClockMinutes, MinutesInHour) or (not DeadlineUnit.ClockMinutes, 1) => texts[$"Legal.{unit}.One"],
        (DeadlineUnit.ClockMinutes, _) => texts["Legal.ClockMinutes", (amount / (decimal)MinutesInHour).ToString("0.##", CultureInfo.CurrentCulture)],
        _ => texts[$"Legal.{unit}", amount],
    };

    public static string Silence(this IStringLocalizer<UiTexts> texts, LegalSilence silence) => texts[$"LegalSilence.{silence}"];
}
