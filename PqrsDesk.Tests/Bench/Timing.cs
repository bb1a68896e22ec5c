using System.Diagnostics;
using System.Globalization;

namespace PqrsDesk.Bench;

/// <summary>What one thing takes, once the runtime has settled: the first hundreds of runs are compiled and compiled again.</summary>
internal sealed class Timing
{
    private const int Times = 200;
    private const int BriefTimes = 60;
    private const int BriefWarm = 10;
    private const int WarmAtLeast = 100;
    private static readonly TimeSpan WarmFor = TimeSpan.FromSeconds(4);
    private readonly List<double> _milliseconds = [];

    private Timing()
    {
    }

    /// <param name="brief">For one of many lines of a table over the same code, which has long settled, or takes long.</param>
    public static async Task<Timing> OfAsync<T>(Func<Task<T>> run, bool brief = false)
    {
        var warm = Stopwatch.GetTimestamp();
        for (var i = 0; i < (brief ? BriefWarm : WarmAtLeast) || (!brief && Stopwatch.GetElapsedTime(warm) < WarmFor); i++) await run();
        return await MeasuredAsync(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            await run();
            return Stopwatch.GetElapsedTime(started);
        }, 0, brief ? BriefTimes : Times);
    }

    /// <summary>For what has something before and after it that is not to be counted.</summary>
    /// <param name="measure">Does it, and says how long the part that counts took.</param>
    /// <param name="warm">Runs before those that are kept.</param>
    public static async Task<Timing> MeasuredAsync(Func<Task<TimeSpan>> measure, int warm, int times)
    {
        for (var i = 0; i < warm; i++) await measure();
        var timing = new Timing();
        for (var i = 0; i < times; i++) timing._milliseconds.Add((await measure()).TotalMilliseconds);
        timing._milliseconds.Sort();
        return timing;
    }

    /// <summary>So many of a hundred runs took at most this, in milliseconds.</summary>
    public double At(int percent) => _milliseconds[_milliseconds.Count * percent / 100];

    /// <inheritdoc cref="At"/>
    public string Percentile(int percent) => At(percent).ToString("0.0", CultureInfo.InvariantCulture);
}
