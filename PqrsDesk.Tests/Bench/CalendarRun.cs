using BenchmarkDotNet.Running;
using PqrsDesk.Bench.Calendars;

namespace PqrsDesk.Bench;

public sealed class CalendarRun : IBench
{
    public string Name => "calendar";
    public string About => "The calendar's calculations by BenchmarkDotNet, which prints its own table; takes some minutes.";
    public IReadOnlyList<string> Columns => ["benchmark", "mean ns", "allocated bytes"];
    public bool Usual => false;

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        var summary = await Task.Run(() => BenchmarkRunner.Run<CalendarBench>());
        foreach (var report in summary.Reports)
            yield return [report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo, $"{report.ResultStatistics?.Mean:N1}", $"{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):N0}"];
    }
}
