namespace PqrsDesk.Infrastructure.Mail;

/// <summary>One of the messages that a row of the outbox became on a network that takes only short ones, and files one by one.</summary>
/// <remarks>Written as soon as the network took it, so that a second try goes on behind it.</remarks>
public sealed class OutgoingPart
{
    public const int ExternalIdLimit = 200;

    public required long MailId { get; init; }

    /// <summary>From 1 on.</summary>
    public required int Number { get; init; }

    /// <summary>What the network calls it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Just before it was handed over: the network's own instant of it is later.</summary>
    public required DateTimeOffset HandedAt { get; init; }
    public required MailState State { get; set; }
}
