using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Ui;

/// <summary>What a field of the house says, as a person of that language reads it.</summary>
public static class FieldWords
{
    /// <param name="value">As <see cref="FieldValues"/> writes it.</param>
    public static string Value(this IStringLocalizer<UiTexts> words, FieldType type, string value) => type switch
    {
        FieldType.YesNo => words[value == FieldValues.Yes ? "Yes" : "No"],
        FieldType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString(words["Instant.Date"], CultureInfo.CurrentCulture),
        FieldType.Number when FieldValues.NumberOf(type, value) is { } number => number.ToString("#,0.####", CultureInfo.CurrentCulture),
        FieldType.Money when FieldValues.NumberOf(type, value) is { } money => "$ " + money.ToString(money == decimal.Truncate(money) ? "N0" : "N2", CultureInfo.CurrentCulture),
        FieldType.ManyOf => string.Join(", ", FieldValues.Choices(value)),
        _ => value,
    };
}
