using System.Diagnostics;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Time and memory of a large month, for the bench table.</summary>
public static class WorkbookBench
{
    /// <param name="AboveIdle">Greatest working set while writing, less that before, in bytes.</param>
    public sealed record Figures(int Rows, TimeSpan Took, long FileSize, long AboveIdle);

    /// <summary>Writes a month of so many tickets to a file that is deleted afterwards.</summary>
    public static Task<Figures> RunAsync(int rows, string? keepAs = null)
    {
        // All of them within the month, made one by one as a query would give them.
        var report = Reports.Of([.. Facts.Desk(2_000, Reports.ReadAt, days: 31)]);
        return MeasureAsync(rows, file => MonthlyWorkbook.WriteAsync(report, Facts.Desk(rows, Reports.ReadAt, days: 31).ToAsyncEnumerable(), file), keepAs);
    }

    /// <summary>Time and memory of whatever writes a workbook of so many rows.</summary>
    public static async Task<Figures> MeasureAsync(int rows, Func<Stream, Task> write, string? keepAs = null)
    {
        var path = keepAs ?? Path.GetTempFileName();
        try
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var idle = Process.GetCurrentProcess().WorkingSet64;
            using var stop = new CancellationTokenSource();
            var peak = WatchAsync(stop.Token);
            var watch = Stopwatch.StartNew();
            await using (var file = File.Create(path))
                await write(file);
            var took = watch.Elapsed;
            await stop.CancelAsync();
            return new Figures(rows, took, new FileInfo(path).Length, await peak - idle);
        }
        finally
        {
            if (keepAs is null)
                File.Delete(path);
        }
    }

    private static async Task<long> WatchAsync(CancellationToken stop)
    {
        var most = 0L;
        while (!stop.IsCancellationRequested)
        {
            most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
            await Task.Delay(10, CancellationToken.None);
        }
        return most;
    }
}
