namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A program's request that made something other than a ticket: what comes with the same key again is the same one.</summary>
public sealed class SentRequest
{
    /// <summary>Hash of what the program calls its request.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of all that it sent: another content with the same key is a slip.</summary>
    public required string Content { get; init; }

    /// <summary>Of what was made.</summary>
    public required int MadeId { get; init; }

    /// <summary>Until when it may come again.</summary>
    public required DateTimeOffset KeptUntil { get; init; }
}
