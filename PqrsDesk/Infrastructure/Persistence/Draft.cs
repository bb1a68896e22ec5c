namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What a member of staff has begun to write and not sent: nobody else reads it.</summary>
public sealed class Draft
{
    public const int KeyLimit = 80;

    public required int StaffId { get; init; }

    /// <summary>Of which form: <c>caso:PQRS-2026-000123</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The form as JSON, which the page that wrote it can read.</summary>
    public required string Text { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
}
