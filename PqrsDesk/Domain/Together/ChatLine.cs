using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Together;

/// <summary>One line of what the staff say to each other beside a case. The petitioner never sees it.</summary>
/// <remarks>Not of the case's log: nobody's work is stale because colleagues talk (decision 32).</remarks>
public sealed class ChatLine
{
    public const int Limit = 4_000;

    public long Id { get; private set; }
    public required long TicketId { get; init; }
    public required int StaffId { get; init; }

    /// <summary>As they were called then.</summary>
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }

    /// <summary>Null: nobody.</summary>
    public IReadOnlyList<Mentioned>? Mentions { get; init; }

    /// <summary>By which it is known again when it is sent twice.</summary>
    public required Guid Key { get; init; }

    public static string Tidy(string? text) => text?.Trim().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal) ?? "";

    /// <param name="by">A member of staff: nobody else talks there.</param>
    /// <returns>Why it is not taken; null when it is.</returns>
    public static Refusal? Refuse(string text, Actor by) =>
        by is not { Kind: ActorKind.Staff, StaffId: not null } ? RefusalCode.RoleTooLow
        : text.Length == 0 ? new(RefusalCode.TextMissing, nameof(Text))
        : Texts.TooLong(text, Limit, nameof(Text));
}

/// <summary>How far somebody has read in what is said beside a case.</summary>
public sealed class ChatReading
{
    public required int StaffId { get; init; }
    public required long TicketId { get; init; }

    /// <summary>The last line that they saw.</summary>
    public required long UpTo { get; set; }
}
