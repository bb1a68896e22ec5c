using System.Globalization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Casework.Fields;

/// <summary>A field of the house, as an administrator writes it down.</summary>
public sealed class FieldForm
{
    /// <summary>Null: a new one.</summary>
    public int? Id { get; init; }
    public string Name { get; set; } = "";
    public string Help { get; set; } = "";
    public FieldType Type { get; set; } = FieldType.Text;

    /// <summary>One a line.</summary>
    public string Options { get; set; } = "";
    public HashSet<TicketKind> Kinds { get; init; } = [];
    public string Topic { get; set; } = "";
    public string Product { get; set; } = "";

    /// <summary>Key of the field that it waits for; empty: none.</summary>
    public string When { get; set; } = "";

    /// <summary>One a line; none: any value.</summary>
    public string Values { get; set; } = "";
    public string From { get; set; } = "";
    public string To { get; set; } = "";
    public FieldNeed Need { get; set; } = FieldNeed.Never;
    public bool Public { get; set; }

    public IReadOnlyList<string> OptionLines => Lines(Options);

    public IReadOnlyList<string> ValueLines => Lines(Values);

    public static FieldForm Of(CustomField field) => new()
    {
        Id = field.Id,
        Name = field.Name,
        Help = field.Help ?? "",
        Type = field.Type,
        Options = string.Join('\n', field.Options),
        Kinds = [.. field.Kinds],
        Topic = field.Topic ?? "",
        Product = field.Product ?? "",
        When = field.When?.Field ?? "",
        Values = string.Join('\n', field.When?.Values ?? []),
        From = field.When?.From?.ToString(CultureInfo.InvariantCulture) ?? "",
        To = field.When?.To?.ToString(CultureInfo.InvariantCulture) ?? "",
        Need = field.Need,
        Public = field.Public,
    };

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
