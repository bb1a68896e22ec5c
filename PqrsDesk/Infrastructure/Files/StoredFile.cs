namespace PqrsDesk.Infrastructure.Files;

/// <summary>What a scanner has said of a file.</summary>
public enum FileScan
{
    /// <summary>Nobody was asked: no scanner was set when it came.</summary>
    None = 0,
    Waiting = 1,
    Clean = 2,

    /// <summary>Something was found in it, and it is handed to nobody.</summary>
    Quarantined = 3,

    /// <summary>The scanner could not look through it yet; it is asked again.</summary>
    Failed = 4,
}

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
    public FileScan Scan { get; set; }

    /// <summary>What was found in it, as the scanner calls it; null when it did not say.</summary>
    public string? Threat { get; set; }

    /// <summary>How often the scanner could not look through it.</summary>
    public int ScanFailures { get; set; }

    /// <summary>When there is something to do about it; null: nothing.</summary>
    public DateTimeOffset? NextScanAt { get; set; }
}
