namespace PqrsDesk.Domain.Sla;

/// <summary>What one version of a rule of law has otherwise than another, by the names of its fields in camelCase.</summary>
public static class LegalDifference
{
    public static IReadOnlyList<string> Between(LegalDefinition one, LegalDefinition other) => [.. new (string Field, bool Same)[]
    {
        ("name", one.Name == other.Name),
        ("regimeName", one.RegimeName == other.RegimeName),
        ("kinds", one.Kinds.ToHashSet().SetEquals(other.Kinds)),
        ("priorities", one.Priorities.ToHashSet().SetEquals(other.Priorities)),
        ("order", one.Order == other.Order),
        ("amount", one.Amount == other.Amount),
        ("unit", one.Unit == other.Unit),
        ("extension", one.Extension == other.Extension),
        ("completionDays", one.CompletionDays == other.CompletionDays),
        ("completionMonths", one.CompletionMonths == other.CompletionMonths),
        ("transferDays", one.TransferDays == other.TransferDays),
        ("silence", one.Silence == other.Silence),
        ("source", one.Source == other.Source),
        ("isConfirmed", one.IsConfirmed == other.IsConfirmed),
        ("note", one.Note == other.Note),
        ("validFrom", one.ValidFrom == other.ValidFrom),
        ("validTo", one.ValidTo == other.ValidTo),
    }.Where(part => !part.Same).Select(part => part.Field)];
}
