namespace PqrsDesk.Infrastructure.Channels;

/// <summary>A conversation on a channel outside, and the case that it is about now.</summary>
public sealed class Conversation
{
    public const int IdLimit = 200;

    /// <summary>Name of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>What the channel calls the conversation.</summary>
    public required string ExternalId { get; init; }
    public required long TicketId { get; set; }
}

/// <summary>A message that was taken: it counts once, however often it is brought.</summary>
public sealed class ChannelMessage
{
    /// <summary>Name of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>What the channel calls the message.</summary>
    public required string ExternalId { get; init; }
    public required long TicketId { get; init; }

    /// <summary>What the channel calls the conversation; null in the rows of before it was kept.</summary>
    public string? Conversation { get; init; }

    /// <summary>When the sender says it was sent; null where the channel does not say, or the desk did not keep it.</summary>
    public DateTimeOffset? SentAt { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
}
