using System.Globalization;

namespace PqrsDesk.Domain.Pricing;

/// <summary>A number in a formula.</summary>
/// <param name="Source">Where it was read: <c>Factor.Users</c>, <c>Model.Margin</c>, <c>Line.Floor</c>, <c>Role1.Cost</c>.</param>
public sealed record FormulaNumber(decimal Value, string Source)
{
    public const string LinePrefix = "Line.";

    public static implicit operator FormulaNumber(PriceLine line) => new(line.Value, $"{LinePrefix}{line.Code}");
}

/// <summary>How a line is worked out, with its numbers put in: what is shown is what is calculated.</summary>
/// <remarks>
/// Signs are + − × ÷ and %, functions log2, max, min and ceil, parted by semicolons. The same text is read by
/// <see cref="FormulaReader"/>, said to people, and written into a workbook.
/// </remarks>
/// <param name="Text">With a place such as <c>{0}</c> for each number.</param>
public sealed record Formula(string Text, IReadOnlyList<FormulaNumber> Numbers)
{
    /// <summary>More digits than that nobody checks by hand.</summary>
    private const string Shown = "#,##0.######";

    /// <param name="written">Its places are <see cref="FormulaNumber"/>s or <see cref="PriceLine"/>s.</param>
    public static Formula Of(FormattableString written) => new(written.Format, [.. written.GetArguments().Select(Number)]);

    /// <exception cref="FormatException">The text is no formula.</exception>
    /// <exception cref="DivideByZeroException">It divides by nothing.</exception>
    /// <exception cref="OverflowException">It is more than a decimal holds.</exception>
    public decimal Value() => new FormulaReader(this).Read();

    public string Say(IFormatProvider culture) =>
        string.Format(CultureInfo.InvariantCulture, Text, [.. Numbers.Select(number => (object)number.Value.ToString(Shown, culture))]);

    private static FormulaNumber Number(object? argument) => argument switch
    {
        FormulaNumber number => number,
        PriceLine line => line,
        _ => throw new ArgumentException($"A formula has no place for {argument}."),
    };
}
