namespace PqrsDesk.Domain.Kpis;

/// <summary>What the others of a team reach, without anybody's own number.</summary>
/// <param name="Value">Null where fewer than <see cref="Least"/> others have anything to measure.</param>
/// <param name="Others">How many have.</param>
public sealed record TeamMedian(double? Value, int Others)
{
    /// <summary>Of two others each would know the other one's.</summary>
    public const int Least = 3;

    /// <remarks>
    /// Of an even number the mean of the two in the middle, as always. Of an odd number the middle one is somebody's own figure: the mean
    /// of the three in the middle stands for it.
    /// </remarks>
    /// <param name="others">One value of each, whoever looks not among them.</param>
    public static TeamMedian Of(IEnumerable<double> others)
    {
        List<double> values = [.. others.Order()];
        if (values.Count < Least) return new(null, values.Count);
        var width = values.Count % 2 == 0 ? 2 : 3;
        return new(values.Skip((values.Count - width) / 2).Take(width).Average(), values.Count);
    }
}
