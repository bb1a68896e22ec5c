namespace PqrsDesk.Domain.Kpis;

/// <summary>The value of a rank without sorting what lies on either side of it: a year of answers is a million.</summary>
public static class Ranks
{
    /// <summary>The value that sorting would put at an index. Values change their places.</summary>
    public static long Select(Span<long> values, int index)
    {
        while (values.Length > 1)
        {
            var (lower, upper) = Part(values);
            if (index < lower)
            {
                values = values[..lower];
                continue;
            }

            if (index < upper) return values[lower];
            values = values[upper..];
            index -= upper;
        }

        return values[0];
    }

    /// <summary>Puts those less than a value of the middle first and those greater last.</summary>
    /// <returns>Where those equal to it begin, and where they end.</returns>
    private static (int Lower, int Upper) Part(Span<long> values)
    {
        var pivot = Middle(values[0], values[values.Length / 2], values[^1]);
        var (lower, upper) = (0, values.Length);
        for (var at = 0; at < upper;)
        {
            var value = values[at];
            if (value < pivot)
            {
                (values[at], values[lower]) = (values[lower], value);
                lower++;
                at++;
            }
            else if (value > pivot)
            {
                upper--;
                (values[at], values[upper]) = (values[upper], value);
            }
            else
            {
                at++;
            }
        }

        return (lower, upper);
    }

    private static long Middle(long one, long two, long three) => Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three));
}
