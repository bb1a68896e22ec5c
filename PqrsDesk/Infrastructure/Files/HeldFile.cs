namespace PqrsDesk.Infrastructure.Files;

/// <summary>A file that came with a form that was refused: on disk, for the same form to be sent again with it.</summary>
public sealed class HeldFile
{
    public const int KeyLimit = 64;

    /// <summary>Of the file; its bytes are in the file store under it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Hash of the form's own word: only who has the form has its files.</summary>
    public required string Form { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset StoredAt { get; init; }
    public required DateTimeOffset KeptUntil { get; init; }
}
