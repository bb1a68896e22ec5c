namespace PqrsDesk.Infrastructure.Mail;

/// <summary>How reading a mailbox goes, for people and monitors on any node.</summary>
public sealed class Mailbox
{
    public const int NameLimit = 120;
    public const int ErrorLimit = 300;

    public required string Name { get; init; }

    /// <summary>When it was last read without a fault.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Tries in a row that failed.</summary>
    public int Failures { get; set; }
    public string? Error { get; set; }
}
