namespace PqrsDesk.Features.Importing;

/// <summary>How one field is filled.</summary>
/// <param name="Values">What to write for what is found. Case does not matter.</param>
/// <param name="Default">For what is blank or not listed.</param>
public sealed record FieldRule(FieldTemplate Template, IReadOnlyDictionary<string, string> Values, string? Default)
{
    /// <param name="found">What the row says, trimmed.</param>
    /// <param name="choices">The words that the field takes; null when it takes any text.</param>
    /// <returns>What the field gets; for a field with choices perhaps a word that is none.</returns>
    public string Of(string found, IReadOnlyCollection<string>? choices)
    {
        if (Values.TryGetValue(found, out var value)) return value;
        if (found.Length == 0) return Default ?? "";
        var stands = choices is null ? Values.Count == 0 : choices.Contains(found, StringComparer.OrdinalIgnoreCase);
        return stands ? found : Default ?? found;
    }
}
