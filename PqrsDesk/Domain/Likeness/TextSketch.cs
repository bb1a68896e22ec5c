using System.Buffers.Binary;

namespace PqrsDesk.Domain.Likeness;

/// <summary>
/// A text in 192 bytes, by which near-identical ones are found among all without comparing them with each: the smallest of
/// its shingles under so many orders (MinHash: Broder, 1997). The share of equal minima estimates the resemblance of two texts;
/// cut in bands, texts that have one whole band in common are candidates (Leskovec, Rajaraman and Ullman, "Mining of Massive
/// Datasets", chapter 3).
/// </summary>
/// <remarks>
/// Eight bands of six: of pairs with a resemblance of 0.9 one in four hundred is missed, of 0.8 one in eleven; at 0.5 one in
/// eight is looked at in vain. Stored: how it is made must never change.
/// </remarks>
public sealed class TextSketch
{
    private const int Rows = 6;
    private const int BandCount = 8;
    private const int Minima = Rows * BandCount;

    private static readonly ulong[] Orders = [.. Enumerable.Range(1, Minima).Select(order => TextWords.Mix((ulong)order * 0x9E3779B97F4A7C15))];

    private readonly uint[] _minima;

    private TextSketch(uint[] minima) => _minima = minima;

    /// <returns>Null when the text says too little for others to be found by it.</returns>
    public static TextSketch? Of(TextPrint print)
    {
        if (!print.IsTelling) return null;
        var minima = new uint[Minima];
        Array.Fill(minima, uint.MaxValue);
        foreach (var shingle in print.Shingles)
        {
            for (var order = 0; order < Minima; order++)
            {
                var place = (uint)(TextWords.Mix(shingle ^ Orders[order]) >> 32);
                if (place < minima[order]) minima[order] = place;
            }
        }

        return new(minima);
    }

    /// <exception cref="ArgumentException">These are no bytes of a sketch.</exception>
    public static TextSketch Read(byte[] stored)
    {
        if (stored.Length != Minima * sizeof(uint)) throw new ArgumentException($"A sketch has {Minima * sizeof(uint)} bytes, not {stored.Length}.", nameof(stored));
        var minima = new uint[Minima];
        for (var order = 0; order < Minima; order++) minima[order] = BinaryPrimitives.ReadUInt32LittleEndian(stored.AsSpan(order * sizeof(uint)));
        return new(minima);
    }

    public byte[] Write()
    {
        var stored = new byte[Minima * sizeof(uint)];
        for (var order = 0; order < Minima; order++) BinaryPrimitives.WriteUInt32LittleEndian(stored.AsSpan(order * sizeof(uint)), _minima[order]);
        return stored;
    }

    /// <summary>Each different from the others, so that one list can hold them all.</summary>
    public IReadOnlyList<long> Bands()
    {
        var bands = new long[BandCount];
        for (var band = 0; band < BandCount; band++)
        {
            var hash = TextWords.Mix((ulong)band + 1);
            foreach (var minimum in _minima.AsSpan(band * Rows, Rows)) hash = TextWords.Mix(hash ^ minimum);
            bands[band] = (long)hash;
        }

        return bands;
    }

    /// <summary>About how alike the texts are, from 0 to 1, give or take 0.06.</summary>
    public double Resemblance(TextSketch other)
    {
        var same = 0;
        for (var order = 0; order < Minima; order++)
            if (_minima[order] == other._minima[order]) same++;
        return (double)same / Minima;
    }
}
