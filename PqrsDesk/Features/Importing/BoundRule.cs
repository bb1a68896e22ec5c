using System.Text;

namespace PqrsDesk.Features.Importing;

/// <summary>A field's rule with its columns found in a header.</summary>
internal sealed class BoundRule(ImportField field, FieldRule rule, IReadOnlyList<string> header)
{
    private const int Literal = -1;

    private readonly (string Text, int Column)[] _parts =
        [.. rule.Template.Parts.Select(part => (part.Text, part.IsColumn ? IndexOf(header, part.Text) : Literal))];
    private readonly IReadOnlyCollection<string>? _choices = field.Choices();

    public string Of(CsvRow row) => rule.Of(Found(row), _choices);

    /// <summary>A template of which every column is blank is blank: its punctuation alone says nothing.</summary>
    private string Found(CsvRow row)
    {
        if (_parts is [{ Column: var only and not Literal }]) return row.Fields[only].Trim();
        if (_parts is [{ Column: Literal } literal]) return literal.Text.Trim();
        var text = new StringBuilder();
        var blank = true;
        foreach (var (literalText, column) in _parts)
        {
            var part = column == Literal ? literalText : row.Fields[column].Trim();
            if (column != Literal && part.Length > 0) blank = false;
            text.Append(part);
        }

        return blank ? "" : text.ToString().Trim();
    }

    private static int IndexOf(IReadOnlyList<string> header, string column)
    {
        for (var i = 0; i < header.Count; i++)
            if (ImportMap.IsColumn(header[i], column)) return i;
        throw new InvalidOperationException($"The header was checked for {column}.");
    }
}
