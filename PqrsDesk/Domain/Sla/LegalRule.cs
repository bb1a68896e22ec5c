namespace PqrsDesk.Domain.Sla;

/// <summary>One version of a rule of law. A row is never written over: a correction is another row that replaces it.</summary>
public sealed class LegalRule
{
    public const int CodeLimit = 60;

    /// <summary>Given by the store.</summary>
    public int Id { get; init; }

    /// <summary>Of regime and matter, such as <c>ley1755.peticion</c>: the same for all that were in force one after another.</summary>
    public required string Code { get; init; }

    /// <summary>From 1 within the code.</summary>
    public required int Version { get; init; }

    /// <summary>The version whose place it takes; null for a rule that stands beside the others of its code, in another time.</summary>
    public int? Replaces { get; init; }
    public required LegalDefinition Definition { get; init; }

    /// <summary>When it was saved; null for what comes with the product.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Who saved it, by the name of then; null for what comes with the product.</summary>
    public string? MadeBy { get; init; }

    public bool IsValidOn(DateOnly filedOn) => Definition.ValidFrom <= filedOn && (Definition.ValidTo is not { } end || filedOn <= end);
}
