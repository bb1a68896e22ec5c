using PqrsDesk.Domain.CaseFiles;

namespace PqrsDesk.Domain.Tickets;

/// <summary>What one of the house's own fields must say.</summary>
/// <param name="Values">As a person writes or picks them: case and accents do not matter.</param>
public sealed record FieldChoice(int FieldId, Choice<string> Values)
{
    /// <summary>As the cases are found by it.</summary>
    public Choice<string> Keys => Choices.Of(Values.Values.Select(FieldValues.KeyOf), Values.Not)!;
}

/// <summary>What several fields must say, each for itself. A value: the same ones in any order are the same.</summary>
public sealed record FieldChoices
{
    /// <summary>More than these at once no form offers.</summary>
    public const int Most = 10;

    private readonly FieldChoice[] _each;

    private FieldChoices(FieldChoice[] each) => _each = each;

    /// <summary>By their fields, at least one.</summary>
    public IReadOnlyList<FieldChoice> Each => _each;

    /// <returns>Null when there is none.</returns>
    public static FieldChoices? Of(IEnumerable<FieldChoice> choices)
    {
        FieldChoice[] each = [.. choices.DistinctBy(choice => choice.FieldId).OrderBy(choice => choice.FieldId).Take(Most)];
        return each.Length == 0 ? null : new(each);
    }

    public Choice<string>? Of(int fieldId) => Array.Find(_each, choice => choice.FieldId == fieldId)?.Values;

    /// <param name="values">Null: it may say anything.</param>
    public static FieldChoices? With(FieldChoices? choices, int fieldId, Choice<string>? values) =>
        Of((choices?.Each ?? []).Where(choice => choice.FieldId != fieldId).Concat(values is null ? [] : [new FieldChoice(fieldId, values)]));

    public bool Equals(FieldChoices? other) => other is not null && _each.AsSpan().SequenceEqual(other._each);

    public override int GetHashCode() => _each.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join("; ", _each.Select(choice => $"{choice.FieldId}: {choice.Values}"));
}
