using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>What became of a message.</summary>
public enum MailFate
{
    /// <summary>Por clasificar: somebody has to look at it.</summary>
    Waiting = 1,

    /// <summary>A case was filed with it.</summary>
    Filed = 2,

    /// <summary>It was added to a case.</summary>
    Added = 3,

    /// <summary>A program sent it by itself: neither filed nor answered.</summary>
    Ignored = 4,

    /// <summary>Somebody looked at it and said why it is nothing for the desk.</summary>
    Discarded = 5,
}

/// <summary>Why a message waits, or was ignored.</summary>
public enum MailReason
{
    NoSender = 1,
    NoText = 2,

    /// <summary>The desk refused to file it or to add it.</summary>
    Refused = 3,

    /// <summary>It answers a case that has been over for long, or for good.</summary>
    CaseOver = 4,

    /// <summary>Only its beginning is here; the whole of it is in the mailbox.</summary>
    TooLarge = 5,

    /// <summary>Something went wrong with it that nobody foresaw.</summary>
    Failed = 6,
    Automatic = 7,
    Bounce = 8,

    /// <summary>The desk's own message came back.</summary>
    Loop = 9,

    /// <summary>More than a person writes: perhaps another desk's machine, which would be answered for ever.</summary>
    TooMany = 10,
}

/// <summary>A message that came in: what is known of it here, all of its bytes in the file store under <see cref="FileId"/>.</summary>
public sealed class ReceivedMail
{
    public const int ViaLimit = 120;
    public const int NoteLimit = Filing.ReasonLimit;
    public const int DetailLimit = 300;

    public long Id { get; private set; }

    /// <summary>See <see cref="ReadMail.Fingerprint"/>. Unique: that is what makes a message that comes twice file once, on several nodes too.</summary>
    public required string Fingerprint { get; init; }
    public required string? MessageId { get; init; }

    /// <summary>By which mailbox or program it came.</summary>
    public required string Via { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string? FromAddress { get; init; }
    public required string? FromName { get; init; }
    public required string Subject { get; init; }
    public required Guid FileId { get; init; }
    public required long Bytes { get; init; }

    public required MailFate Fate { get; set; }
    public MailReason? Reason { get; set; }

    /// <summary>What the reason quotes: the code of a refusal and its detail, the words of a mail server.</summary>
    public string? Detail { get; set; }
    public long? TicketId { get; set; }

    /// <summary>Who sorted it, when it had to wait.</summary>
    public string? SortedBy { get; set; }
    public DateTimeOffset? SortedAt { get; set; }

    /// <summary>Why it was discarded.</summary>
    public string? Note { get; set; }
}
