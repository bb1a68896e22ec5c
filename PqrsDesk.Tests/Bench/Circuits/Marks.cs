using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace PqrsDesk.Bench.Circuits;

/// <summary>Changes that can be told from one another in what a circuit draws, and when each circuit first drew each.</summary>
/// <param name="name">Of its own for every measurement.</param>
internal sealed class Marks(string name, int circuits, int changes)
{
    private const int Digits = 5;
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes($"{name} n.º ");
    private readonly long[] _asked = new long[changes];
    private readonly long[] _acknowledged = new long[changes];
    private readonly long[][] _drawn = [.. Enumerable.Range(0, circuits).Select(_ => new long[changes])];

    public string TextOf(int change) => $"{name} n.º {change:00000}";

    public void Asked(int change) => _asked[change] = Stopwatch.GetTimestamp();

    public void Acknowledged(int change) => _acknowledged[change] = Stopwatch.GetTimestamp();

    /// <summary>Called by one thread at a time for each circuit.</summary>
    public void Drawn(int circuit, ReadOnlySpan<byte> batch)
    {
        var now = Stopwatch.GetTimestamp();
        for (int at; (at = batch.IndexOf(_prefix)) >= 0 && batch.Length >= at + _prefix.Length + Digits; batch = batch[(at + _prefix.Length + Digits)..])
        {
            if (!Utf8Parser.TryParse(batch.Slice(at + _prefix.Length, Digits), out int change, out _) || change >= changes) continue;
            ref var first = ref _drawn[circuit][change];
            if (first == 0) first = now;
        }
    }

    public bool All => Missed == 0;

    /// <summary>Pairs of a circuit and a change that it never drew.</summary>
    public int Missed => _drawn.Sum(each => each.Count(at => at == 0));

    /// <summary>Milliseconds from the acknowledgement of a change to each circuit's drawing of it, the least first; 0 where the push came first.</summary>
    public List<double> SinceAcknowledged() => Since(_acknowledged);

    public List<double> SinceAsked() => Since(_asked);

    private List<double> Since(long[] start) =>
    [
        .. _drawn.SelectMany(each => each.Zip(start)).Where(pair => pair.First != 0)
            .Select(pair => Math.Max(0, (pair.First - pair.Second) * 1000.0 / Stopwatch.Frequency)).Order(),
    ];
}
