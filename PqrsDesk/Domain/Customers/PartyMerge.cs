namespace PqrsDesk.Domain.Customers;

/// <summary>One that was merged into another: who did it, what both said before, and what went over. The old number leads to the new one by it.</summary>
public sealed class PartyMerge
{
    public int Id { get; private set; }
    public required PartyKind Kind { get; init; }

    /// <summary>The one that is no more.</summary>
    public required int FromId { get; init; }
    public required string FromName { get; init; }

    /// <summary>The one that stayed.</summary>
    public required int IntoId { get; init; }
    public required DateTimeOffset At { get; init; }
    public int? ByStaffId { get; init; }
    public required string ByName { get; init; }

    /// <summary>What both said before.</summary>
    public required MergedParties Before { get; init; }

    /// <summary>What went over.</summary>
    public MovedRows Moved { get; set; } = new();

    /// <summary>Of the one that stayed, after it: as long as it is so, the merge can be undone.</summary>
    public int IntoVersion { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }
    public string? UndoneBy { get; set; }
}

/// <summary>What two said before they were merged.</summary>
public sealed record MergedParties(PartyDetails From, PartyDetails Into);

/// <summary>Rows that went over from one to the other.</summary>
public sealed record MovedRows
{
    /// <summary>Filings, by their numbers in the store.</summary>
    public IReadOnlyList<long> Tickets { get; init; } = [];

    /// <summary>Other rows, by the table and column that lead to it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Others { get; init; } = new Dictionary<string, IReadOnlyList<long>>();

    /// <summary>What the one that stayed had already, as of the same month: it went with the other.</summary>
    public IReadOnlyList<LeftRow> Left { get; init; } = [];

    public IReadOnlyList<int> Of(string lead) => [.. Others.GetValueOrDefault(lead, []).Select(id => (int)id)];
}

/// <summary>A row that was given up in a merge.</summary>
/// <param name="Values">By their columns.</param>
public sealed record LeftRow(string Table, IReadOnlyDictionary<string, string?> Values);
