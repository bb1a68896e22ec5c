namespace PqrsDesk.Infrastructure.Channels.Meta;

/// <summary>A file that came with a message as a name or an address, and is still to be fetched: written in the transaction of the message.</summary>
public sealed class MediaToFetch
{
    public const int IdLimit = 200;
    public const int UrlLimit = 4_000;
    public const int TypeLimit = 120;
    public const int ErrorLimit = 300;

    public long Id { get; private set; }
    public required long TicketId { get; init; }
    public required MetaProduct Product { get; init; }

    /// <summary>The page or number that it was sent to.</summary>
    public required string Account { get; init; }

    /// <summary>Asked for by it where its address is; null: the message gave the address itself.</summary>
    public string? MediaId { get; init; }

    /// <summary>Blank when it was fetched, or never will be: an address of this kind lets in whoever has it.</summary>
    public string? Url { get; set; }

    /// <summary>As the sender calls it; null: the desk gives it a name.</summary>
    public string? Name { get; init; }

    /// <summary>As the network calls it.</summary>
    public string? ContentType { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public int Attempts { get; set; }

    /// <summary>Null when it is not tried any more.</summary>
    public required DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Why it could not be fetched; null and no next attempt: it is on the case.</summary>
    public string? Error { get; set; }
}
