using System.Globalization;

namespace PqrsDesk.Domain.Assessments;

/// <summary>What a level means, in both languages.</summary>
public sealed record LevelText(string Spanish, string English)
{
    public const int Limit = 300;

    public bool IsWhole => !string.IsNullOrWhiteSpace(Spanish) && !string.IsNullOrWhiteSpace(English);

    public bool IsTooLong => Spanish.Length > Limit || English.Length > Limit;

    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Spanish;
}
