namespace PqrsDesk.Infrastructure.Files;

/// <summary>An attachment: its facts here, its bytes in the file store under <see cref="Id"/>.</summary>
public sealed class StoredFile
{
    public required Guid Id { get; init; }
    public long TicketId { get; set; }
    public required string Name { get; init; }

    /// <summary>As its own first bytes say; it is never served inline.</summary>
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the content, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public required DateTimeOffset StoredAt { get; init; }
}
