using System.Text;

namespace PqrsDesk.Features.Importing;

/// <summary>How the columns of a file become tickets; read from JSON by <see cref="MapReader"/>.</summary>
public sealed record ImportMap
{
    // What the columns of a ticket hold.
    public const int SourceLimit = 60;
    public const int ExternalIdLimit = 80;

    /// <summary>The system that the rows come from; with the external id it tells whether a row is there already.</summary>
    public required string Source { get; init; }
    public required char Delimiter { get; init; }

    /// <summary>Throws at bytes that are not of it, rather than write question marks.</summary>
    public required Encoding Encoding { get; init; }
    public required DateReader Dates { get; init; }
    public required IReadOnlyDictionary<ImportField, FieldRule> Fields { get; init; }

    /// <summary>What a file's header lacks of the columns that are named here, or has twice.</summary>
    public IEnumerable<Said> Check(IReadOnlyList<string> header)
    {
        foreach (var (field, rule) in Fields)
        {
            foreach (var column in rule.Template.Columns.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                var found = header.Count(name => IsColumn(name, column));
                if (found == 0) yield return new Said("Map.ColumnUnknown", $"fields.{field.Word()}", column, header);
                else if (found > 1) yield return new Said("Map.ColumnTwice", $"fields.{field.Word()}", column);
            }
        }
    }

    public static bool IsColumn(string inHeader, string named) => inHeader.Trim().Equals(named, StringComparison.OrdinalIgnoreCase);
}
