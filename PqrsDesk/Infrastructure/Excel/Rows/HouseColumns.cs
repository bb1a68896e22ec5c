using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Rows;

/// <summary>The columns of the house's own fields, behind all others.</summary>
internal static class HouseColumns
{
    /// <summary>Of earlier dates a spreadsheet counts the days wrong.</summary>
    private static readonly DateOnly FirstSafeDate = new(1900, 3, 1);

    /// <param name="taken">Headers that are there already: no two columns of a table are called alike.</param>
    public static IEnumerable<FactColumn> Of(IReadOnlyList<CustomField> fields, Words words, IEnumerable<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            var name = string.Join(' ', SafeText.Clean(field.Name).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            var header = name.Length == 0 ? field.Key : name;
            for (var number = 2; !used.Add(header); number++) header = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
            yield return new(field.Key, KindOf(field.Type), field.Type == FieldType.LongText ? 48 : 22, fact => Read(fact, field, words)) { Header = header };
        }
    }

    private static CellKind KindOf(FieldType type) => type switch
    {
        FieldType.Number => CellKind.Number,
        FieldType.Money => CellKind.Money,
        FieldType.Date => CellKind.Date,
        FieldType.Text or FieldType.LongText or FieldType.YesNo or FieldType.OneOf or FieldType.ManyOf => CellKind.Text,
        _ => CellKind.Text,
    };

    private static FactCell Read(TicketFact fact, CustomField field, Words words)
    {
        if (fact.CaseFile?.Fields.FirstOrDefault(entry => entry.FieldId == field.Id)?.Value is not { } value) return FactCell.Of((string?)null);
        return field.Type switch
        {
            // A number that a spreadsheet would round stays as it was written.
            FieldType.Number or FieldType.Money when FieldValues.NumberOf(field.Type, value) is { } number && (decimal)(double)number == number => FactCell.Of((double)number),
            FieldType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstSafeDate => FactCell.Of(SerialDate.Of(day)),
            FieldType.YesNo => FactCell.Of(words.YesNo(value == FieldValues.Yes)),
            FieldType.ManyOf => FactCell.Of(string.Join(", ", FieldValues.Choices(value))),
            _ => FactCell.Of(value),
        };
    }
}
