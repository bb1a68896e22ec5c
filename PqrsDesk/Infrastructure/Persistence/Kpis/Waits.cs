namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Numbers as few bytes: in order, each as its distance from the one before, seven bits a byte.</summary>
public static class Waits
{
    private const int Bits = 7;
    private const int More = 1 << Bits;

    public static byte[] Write(IEnumerable<long> numbers)
    {
        var bytes = new List<byte>();
        var last = 0L;
        foreach (var number in numbers.Order())
        {
            // The first may be less than none; the distances after it are not.
            for (var rest = unchecked((ulong)(number - last)); ; rest >>= Bits)
            {
                if (rest < More)
                {
                    bytes.Add((byte)rest);
                    break;
                }

                bytes.Add((byte)(rest & (More - 1) | More));
            }

            last = number;
        }

        return [.. bytes];
    }

    /// <summary>Adds them to a list.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, List<long> into)
    {
        var (last, rest, shift) = (0L, 0UL, 0);
        foreach (var each in bytes)
        {
            rest |= (ulong)(each & (More - 1)) << shift;
            shift += Bits;
            if (each >= More) continue;
            into.Add(last = unchecked(last + (long)rest));
            (rest, shift) = (0, 0);
        }
    }
}
