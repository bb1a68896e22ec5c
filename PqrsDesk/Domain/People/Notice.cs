using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.People;

/// <summary>Of what kind a notice is: by it a person chooses what they want to be told beside the desk.</summary>
public enum NoticeKind
{
    /// <summary>Of the case, and nothing of the below: it came back, it lies in quarantine.</summary>
    Other = 0,

    /// <summary>Somebody called them by name.</summary>
    Mention = 1,

    /// <summary>Somebody gave them a case.</summary>
    Assignment = 2,

    /// <summary>A deadline comes near, or has passed.</summary>
    Clock = 3,

    /// <summary>The petitioner wrote on a case of theirs.</summary>
    PetitionerReply = 4,

    /// <summary>Something happened on a case that they follow.</summary>
    Follow = 5,

    /// <summary>A task for another area.</summary>
    Task = 6,

    /// <summary>An answer that is reviewed.</summary>
    Review = 7,

    /// <summary>An absence gave them cases, or gave theirs back.</summary>
    HandOver = 8,

    /// <summary>What is looked after beside cases comes due: a platform's criticality.</summary>
    Service = 9,
}

/// <summary>What a notice is about that is about no case.</summary>
public enum NoticeThing
{
    None = 0,

    /// <summary>The criticality of a product is to be looked at again.</summary>
    CriticalityReview = 1,

    /// <summary>Most of the included hours of a contract are used.</summary>
    ContractHoursMost = 10,
    ContractHoursAll = 11,
    ContractCasesMost = 12,
    ContractCasesAll = 13,

    /// <summary>A contract comes to its end.</summary>
    ContractEnding = 14,

    /// <summary>A customer's report waits for a lead's approval; its day is the first of the month that it tells of.</summary>
    ReportDraft = 20,
}

/// <summary>Something that a member of staff was to be told of.</summary>
public sealed class Notice
{
    public const int WordsLimit = 200;

    /// <summary>After it a notice is forgotten, read or not.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public long Id { get; private set; }
    public required int StaffId { get; init; }

    /// <summary>Of several, the first; null: it is about a <see cref="Thing"/>.</summary>
    public required long? TicketId { get; init; }

    /// <summary>Of the event in the ticket's log, which says the rest; 0: it is of none.</summary>
    public required int Sequence { get; init; }
    public NoticeKind Kind { get; init; }

    /// <summary>Null in the rows of before it was kept.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>Null until they have seen it.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Who called them by name.</summary>
    public string? By { get; init; }

    /// <summary>The beginning of what was said.</summary>
    public string? Words { get; init; }

    public NoticeThing Thing { get; init; }

    /// <summary>Number of the thing; <see cref="Words"/> is its name.</summary>
    public int? ThingId { get; init; }

    /// <summary>The day that the thing comes due.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How many cases it is about.</summary>
    public int Count { get; set; } = 1;

    /// <summary>By which further cases of the same act are added to it; null: it is about one case.</summary>
    public string? Batch { get; init; }

    /// <summary>A text as it fits into a notice, in one line.</summary>
    public static string Shorten(string text) => Texts.Shorten(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), WordsLimit);
}
