using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Mail;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Something that a webhook of Meta tells and the desk has a use for.</summary>
/// <param name="Account">The page, account or telephone number of the house that it is about.</param>
public abstract record MetaNews(MetaProduct Product, string Account)
{
    private const int IdLimit = 90;

    /// <summary>What a person wrote, or did.</summary>
    /// <param name="Person">What the network calls them, towards this account alone.</param>
    /// <param name="Id">Unique in its network.</param>
    public sealed record Message(MetaProduct Product, string Account, string Person, string Id) : MetaNews(Product, Account)
    {
        public DateTimeOffset? SentAt { get; init; }

        /// <summary>As they call themselves.</summary>
        public string? Name { get; init; }

        /// <summary>With which they are registered: WhatsApp's only.</summary>
        public string? Telephone { get; init; }
        public IReadOnlyList<MetaLine> Lines { get; init; } = [];
        public IReadOnlyList<MetaFile> Files { get; init; } = [];

        /// <summary>Nobody waits for an answer to it: a reaction, a message taken back.</summary>
        public bool Quiet { get; init; }

        public string Conversation => MetaNames.Conversation(Account, Person);
    }

    /// <summary>How far messages of the house have come.</summary>
    /// <param name="State">Delivered, read, or bounced.</param>
    public sealed record Progress(MetaProduct Product, string Account, string Person, MailState State) : MetaNews(Product, Account)
    {
        public IReadOnlyList<string> Ids { get; init; } = [];

        /// <summary>All that was sent into the conversation until then; null: those named alone.</summary>
        public DateTimeOffset? Until { get; init; }
        public string? Error { get; init; }
        public Hindrance? Hindrance { get; init; }
    }

    /// <summary>Longer names are none of these networks'.</summary>
    protected static bool IsName(string? name) => name is { Length: > 0 and <= IdLimit };

    public static bool Are(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
            if (!IsName(name)) return false;
        return true;
    }
}

/// <summary>A line of a message: its words, or in words what was no words.</summary>
/// <param name="What">Key of the text that says what it is; null: the person's own words.</param>
public sealed record MetaLine(string? What, string Value);

/// <summary>A file of a message: by name (WhatsApp) or by address.</summary>
/// <param name="What">Key of the text that says what it is.</param>
public sealed record MetaFile(string What, string? MediaId, string? Url, string? Name, string? ContentType);
