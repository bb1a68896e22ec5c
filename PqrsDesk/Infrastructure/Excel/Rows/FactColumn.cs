using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Rows;

/// <summary>One column of the data sheet.</summary>
/// <param name="Key">Its texts are Column_{Key} and Column_{Key}_Meaning.</param>
/// <param name="Width">In characters.</param>
internal sealed record FactColumn(string Key, CellKind Kind, double Width, Func<TicketFact, FactCell> Read)
{
    /// <summary>What the house calls it; null: its text says it.</summary>
    public string? Header { get; init; }
}

/// <summary>How a cell is written and formatted.</summary>
internal enum CellKind
{
    Text,

    /// <summary>Text that would be taken for a formula: marked as text for good.</summary>
    QuotedText,
    Whole,
    Days,

    /// <summary>A number as it was written down, and an amount of money.</summary>
    Number,
    Money,
    Instant,
    Date,
}

/// <summary>A text or a number; neither is a blank.</summary>
internal readonly record struct FactCell(string? Text, double? Number)
{
    public static FactCell Of(string? text) => new(text, null);

    public static FactCell Of(double? number) => new(null, number);
}
