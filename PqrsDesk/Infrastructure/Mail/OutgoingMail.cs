namespace PqrsDesk.Infrastructure.Mail;

/// <summary>What the petitioner, a customer or a member of staff is written to about.</summary>
public enum MailOccasion
{
    Receipt = 1,
    Reply = 2,
    Answer = 3,
    CompletionRequest = 4,
    Extension = 5,
    Closing = 6,
    Transfer = 7,
    Voiding = 8,

    /// <summary>A further part of the request has a number of its own.</summary>
    Part = 9,

    /// <summary>The case is answered together with another, and the other side of it.</summary>
    Merging = 10,
    Absorption = 11,
    Separation = 12,

    /// <summary>A customer's monthly report. It is of no case.</summary>
    ServiceReport = 20,

    /// <summary>What a member of staff is reminded of, as of <see cref="Domain.People.NoticeThing"/>. They are of no case.</summary>
    CriticalityReview = 30,
    ContractHoursMost = 31,
    ContractHoursAll = 32,
    ContractCasesMost = 33,
    ContractCasesAll = 34,
    ContractEnding = 35,
}

/// <summary>How far a message has come. Sent is not read, and answered is not notified.</summary>
public enum MailState
{
    /// <summary>En cola.</summary>
    Queued = 1,

    /// <summary>The petitioner's mail server, or the one on the way to it, or the network, has taken it.</summary>
    Sent = 2,

    /// <summary>It was refused for good.</summary>
    Rejected = 3,

    /// <summary>It was tried for two days.</summary>
    GivenUp = 4,

    /// <summary>It was taken, and came back.</summary>
    Bounced = 5,

    /// <summary>It is on the petitioner's device. Mail never says so.</summary>
    Delivered = 6,

    /// <summary>It was opened there.</summary>
    Read = 7,
}

/// <summary>The outbox: a line of the log that the petitioner is to be told of, written in the same transaction as that line.</summary>
/// <remarks>What it says is put together from the log when it is sent.</remarks>
public sealed class OutgoingMail
{
    public const int AddressLimit = 320;
    public const int ErrorLimit = 500;

    public long Id { get; private set; }

    /// <summary>Null: it is of no case, but of a report or of a notice.</summary>
    public required long? TicketId { get; init; }

    /// <summary>The customer's report that it carries; null: none.</summary>
    public int? ReportId { get; init; }

    /// <summary>The notice to a member of staff that it tells of; null: none.</summary>
    public long? NoticeId { get; init; }

    /// <summary>Of the event in the ticket's log: one event is told once by each carrier. Of a report, the number of the recipient.</summary>
    public required int Sequence { get; init; }
    public Carrier Carrier { get; init; } = Carrier.Mail;
    public required MailOccasion Occasion { get; init; }

    /// <summary>An address of mail, or the conversation on the network.</summary>
    public required string ToAddress { get; init; }
    public required string? ToName { get; init; }

    /// <summary>The same in every try, so that whoever gets it twice can know.</summary>
    public required string MessageId { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public required MailState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>Null when it is not tried any more.</summary>
    public required DateTimeOffset? NextAttemptAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The tracking code for a receipt that is not sent yet, sealed by data protection; null from then on, and for all other letters.</summary>
    public string? SealedCode { get; set; }

    /// <summary>What the server last said against it.</summary>
    public string? Error { get; set; }

    /// <summary>Null where the error's own words must do.</summary>
    public Hindrance? Hindrance { get; set; }

    public bool IsAutomatic => Occasion == MailOccasion.Receipt;
}
