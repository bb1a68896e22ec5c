using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>A row that was picked, as it was last seen.</summary>
public sealed record RowPick(string Number, int Version, int? OwnerId, int AreaId, Priority Priority)
{
    /// <summary>The nearest deadline that runs; null when none does.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    // What the dialogs say of it.
    public long Id { get; init; }
    public string Subject { get; init; } = "";
    public string? PetitionerName { get; init; }
    public bool ReservedIdentity { get; init; }
    public string? Topic { get; init; }
    public DateTimeOffset FiledAt { get; init; }
    public bool IsOpen { get; init; }

    public static RowPick Of(QueueRow row) => new(row.Number, row.Version, row.OwnerId, row.AreaId, row.Priority)
    {
        NextDueAt = row.NextDueAt,
        Id = row.Id,
        Subject = row.Subject,
        PetitionerName = row.PetitionerName,
        ReservedIdentity = row.ReservedIdentity,
        Topic = row.Topic,
        FiledAt = row.FiledAt,
        IsOpen = row.Status.IsOpen(),
    };
}

/// <summary>The rows that a person has picked to do something to them together. It outlives pushes and pages, not another filter.</summary>
public sealed class RowSelection
{
    private readonly Dictionary<string, RowPick> _picks = [];

    /// <summary>The row that a range begins at.</summary>
    private string? _anchor;

    public int Count => _picks.Count;

    public IReadOnlyList<RowPick> Picks => [.. _picks.Values];

    public bool Has(QueueRow row) => _picks.ContainsKey(row.Number);

    public bool HasAll(IReadOnlyList<QueueRow> rows) => rows.Count > 0 && rows.All(Has);

    public bool HasSome(IReadOnlyList<QueueRow> rows) => rows.Any(Has) && !HasAll(rows);

    /// <summary>Picks a row or lets it go; with a range, does the same to all rows from the last one on.</summary>
    public void Toggle(QueueRow row, bool range, IReadOnlyList<QueueRow> shown)
    {
        var on = !Has(row);
        foreach (var each in range ? Range(row, shown) : [row]) Set(each, on);
        _anchor = row.Number;
    }

    /// <summary>All of these, or none of them when all are picked already.</summary>
    public void ToggleAll(IReadOnlyList<QueueRow> rows)
    {
        var on = !HasAll(rows);
        foreach (var row in rows) Set(row, on);
    }

    public void Become(IReadOnlyList<QueueRow> rows)
    {
        Clear();
        foreach (var row in rows) Set(row, true);
    }

    public void Clear()
    {
        _picks.Clear();
        _anchor = null;
    }

    /// <summary>What stands before the person's eyes has been seen. Picks that have left the page stay as they were.</summary>
    public void See(IReadOnlyList<QueueRow> shown)
    {
        foreach (var row in shown.Where(Has)) _picks[row.Number] = RowPick.Of(row);
    }

    private IEnumerable<QueueRow> Range(QueueRow row, IReadOnlyList<QueueRow> shown)
    {
        var numbers = shown.Select(each => each.Number).ToList();
        var (from, to) = (numbers.IndexOf(_anchor ?? row.Number), numbers.IndexOf(row.Number));
        if (from < 0 || to < 0) return [row];
        return shown.Skip(Math.Min(from, to)).Take(Math.Abs(from - to) + 1);
    }

    private void Set(QueueRow row, bool on)
    {
        if (on) _picks[row.Number] = RowPick.Of(row);
        else _picks.Remove(row.Number);
    }
}
