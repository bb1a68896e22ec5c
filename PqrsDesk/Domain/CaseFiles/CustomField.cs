using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.CaseFiles;

/// <summary>What kind of thing a field of the house holds.</summary>
public enum FieldType
{
    Text = 1,
    LongText = 2,
    Number = 3,
    Date = 4,

    /// <summary>Colombian pesos, with cents where there are any.</summary>
    Money = 5,
    YesNo = 6,
    OneOf = 7,
    ManyOf = 8,
}

/// <summary>When a field must have a value, where it is shown.</summary>
public enum FieldNeed
{
    Never = 1,

    /// <summary>Whenever the fields of a case are saved, and before the two that follow.</summary>
    Always = 2,
    BeforeAnswering = 3,
    BeforeClosing = 4,
}

/// <summary>When a field is shown: another one has one of these values, or a number within these bounds, both included. Without either: any value.</summary>
/// <param name="Field">Key of the other.</param>
public sealed record FieldCondition(string Field, IReadOnlyList<string> Values, decimal? From = null, decimal? To = null)
{
    public bool Holds(FieldType type, string? value)
    {
        if (value is null) return false;
        if (From is null && To is null) return Values.Count == 0 || Values.Any(wanted => FieldValues.Has(type, value, wanted));
        return FieldValues.NumberOf(type, value) is { } number && (From is null || number >= From) && (To is null || number <= To);
    }
}

/// <summary>A field that the house asks of its cases, beside those that every desk has.</summary>
public sealed class CustomField
{
    public const int NameLimit = 80;
    public const int HelpLimit = 300;
    public const int KeyLimit = 60;
    public const int OptionLimit = 120;
    public const int MostOptions = 100;

    /// <summary>In use at once.</summary>
    public const int Most = 60;

    public int Id { get; private set; }

    /// <summary>What programs and conditions call it. It stays when the name changes.</summary>
    public required string Key { get; init; }
    public required string Name { get; set; }
    public string? Help { get; set; }

    /// <summary>It stays too: values are kept as it says.</summary>
    public required FieldType Type { get; init; }

    /// <summary>What there is to choose, where something is chosen. What was chosen stays also when it leaves this list.</summary>
    public IReadOnlyList<string> Options { get; set; } = [];

    /// <summary>Of which kinds it is asked; none: of all.</summary>
    public IReadOnlyList<TicketKind> Kinds { get; set; } = [];

    /// <summary>Only of cases under that topic, or one below it.</summary>
    public string? Topic { get; set; }
    public string? Product { get; set; }
    public FieldCondition? When { get; set; }
    public FieldNeed Need { get; set; } = FieldNeed.Never;

    /// <summary>Citizens are asked for it too, when they file by the portal.</summary>
    public bool Public { get; set; }
    public int Order { get; set; }

    /// <summary>A field that is retired is asked for no more; what it says on cases stays to be seen.</summary>
    public bool Active { get; set; } = true;

    public bool Chooses => Type is FieldType.OneOf or FieldType.ManyOf;

    public bool IsOf(TicketKind kind, string? topic, string? product) =>
        (Kinds.Count == 0 || Kinds.Contains(kind))
        && (Topic is null || topic == Topic || topic?.StartsWith(Topic + Routing.Topic.Between, StringComparison.Ordinal) == true)
        && (Product is null || product == Product);
}
