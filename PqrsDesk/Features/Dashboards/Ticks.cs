namespace PqrsDesk.Features.Dashboards;

/// <summary>An axis of counts from zero, with few round steps and no fractions.</summary>
public readonly record struct Ticks(double Max, double Step)
{
    private const int Most = 5;

    public static Ticks UpTo(int greatest)
    {
        var step = 1;
        for (var round = 0; step * Most < greatest; round++) step = Round(round);
        return new Ticks(step * Math.Max(1, Math.Ceiling((double)greatest / step)), step);
    }

    /// <summary>2, 5, 10, 20, 50…</summary>
    private static int Round(int place) => ((place % 3) switch { 0 => 2, 1 => 5, _ => 10 }) * (int)Math.Pow(10, place / 3);
}
