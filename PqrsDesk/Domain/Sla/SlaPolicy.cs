namespace PqrsDesk.Domain.Sla;

/// <summary>One version of a policy. A ticket keeps the version it was promised.</summary>
public sealed class SlaPolicy
{
    public const int KeyLimit = 60;

    /// <summary>Given by the store; negative in a book that only tries a change.</summary>
    public int Id { get; internal init; }

    /// <summary>The same for all versions of one policy.</summary>
    public required string Key { get; init; }
    public required int Version { get; init; }

    /// <summary>Policies are tried in this order; the first that matches applies.</summary>
    public required int Order { get; init; }
    public required int CalendarVersionId { get; init; }

    /// <summary>False for versions that only old tickets keep.</summary>
    public required bool IsCurrent { get; set; }
    public required PolicyDefinition Definition { get; init; }

    /// <summary>When it was saved; null for those that the desk began with.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Who saved it, by the name of then.</summary>
    public string? MadeBy { get; init; }
}
