namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>How a member of staff wants something of the desk to be: it follows them to any machine.</summary>
public sealed class Preference
{
    public const int KeyLimit = 80;

    public required int StaffId { get; init; }

    /// <summary>Of what: <c>atajos</c>, <c>cola</c>.</summary>
    public required string Key { get; init; }

    /// <summary>As JSON, which the feature that wrote it can read.</summary>
    public required string Text { get; set; }
}
