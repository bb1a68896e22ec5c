using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>How values of fields are written: numbers with a point and no more digits than they have, dates as yyyy-MM-dd, what is chosen line by line.</summary>
/// <remarks>As text they are exact on every engine: SQLite has no decimal, and would make 0.10 a fraction of two.</remarks>
public static class FieldValues
{
    public const int TextLimit = 300;
    public const int LongTextLimit = 4_000;

    /// <summary>Letters of a value that it is found by.</summary>
    public const int KeyLimit = 200;
    public const string Yes = "true";
    public const string No = "false";

    /// <summary>Digits before the point: more than any invoice has, and exact in a decimal with four behind it.</summary>
    private const decimal Largest = 999_999_999_999_999m;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Reads what a form or a program sent.</summary>
    /// <param name="kept">What the case has now: a choice that left the list may stay.</param>
    /// <param name="value">Null when it is empty.</param>
    public static Refusal? Read(CustomField field, string? sent, string? kept, out string? value)
    {
        var typed = sent?.Trim().ReplaceLineEndings("\n") ?? "";
        value = null;
        if (typed.Length == 0) return null;
        switch (field.Type)
        {
            case FieldType.Text or FieldType.LongText:
                var limit = field.Type == FieldType.Text ? TextLimit : LongTextLimit;
                if (typed.Length > limit) return new(RefusalCode.TextTooLong, field.Key, limit.ToString(CultureInfo.InvariantCulture));
                if (field.Type == FieldType.Text) typed = typed.Replace('\n', ' ');
                break;
            case FieldType.Number or FieldType.Money:
                if (!decimal.TryParse(typed, Plain, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > Largest) return new(RefusalCode.NumberInvalid, field.Key);
                if (field.Type == FieldType.Money && decimal.Round(number, 2) != number) return new(RefusalCode.MoneyInvalid, field.Key);
                if (decimal.Round(number, 4) != number) return new(RefusalCode.NumberInvalid, field.Key);
                typed = Written(number);
                break;
            case FieldType.Date:
                if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1900 or > 2200) return new(RefusalCode.DateInvalid, field.Key);
                break;
            case FieldType.YesNo:
                if (typed is not (Yes or No)) return new(RefusalCode.ChoiceUnknown, field.Key);
                break;
            case FieldType.OneOf or FieldType.ManyOf:
                var chosen = field.Type == FieldType.OneOf ? [typed] : Choices(typed).Distinct(StringComparer.Ordinal).ToList();
                var before = kept is null ? [] : Choices(kept);
                if (chosen.FirstOrDefault(each => !field.Options.Contains(each) && !before.Contains(each)) is { } unknown) return new(RefusalCode.ChoiceUnknown, field.Key, unknown);
                typed = string.Join('\n', field.Options.Where(chosen.Contains).Concat(chosen.Where(each => !field.Options.Contains(each))));
                break;
            default:
                return new(RefusalCode.ChoiceUnknown, field.Key);
        }

        value = typed;
        return null;
    }

    public static IReadOnlyList<string> Choices(string value) => value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether the value is the one that a condition names, or holds it among others.</summary>
    public static bool Has(FieldType type, string value, string wanted) => type switch
    {
        FieldType.ManyOf => Choices(value).Contains(wanted),
        FieldType.Number or FieldType.Money => NumberOf(type, value) is { } number && NumberOf(type, wanted) == number,
        FieldType.Text or FieldType.LongText => Ticket.Fold(value) == Ticket.Fold(wanted.Trim()),
        FieldType.Date or FieldType.YesNo or FieldType.OneOf => value == wanted,
        _ => false,
    };

    public static decimal? NumberOf(FieldType type, string value) =>
        type is FieldType.Number or FieldType.Money && decimal.TryParse(value, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What somebody looks for, as it would be kept: <c>1250.50</c> is the same amount as <c>1250.5</c>. What no case can say stays as it was written, and finds none.</summary>
    public static string Sought(CustomField field, string typed) => Read(field, typed, typed, out var value) is null && value is not null ? value : typed;

    /// <summary>What a case is found by: whatever case and accents, and one for each choice. What is told at length is searched for by its words.</summary>
    public static IEnumerable<string> KeysOf(FieldType type, string value) => type switch
    {
        FieldType.LongText => [],
        FieldType.ManyOf => Choices(value).Select(KeyOf).Distinct(StringComparer.Ordinal),
        _ => [KeyOf(value)],
    };

    /// <summary>No longer than an index takes, whatever the script.</summary>
    public static string KeyOf(string value) => Texts.Cut(Ticket.Fold(value.Trim()), KeyLimit);

    private static string Written(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
