using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
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
        // In this process: a project that it would generate knows nothing of the versions that this one is pinned to.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        var summary = await Task.Run(() => BenchmarkRunner.Run<CalendarBench>(config));
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) throw new InvalidOperationException("A benchmark failed; what it printed says why.");
        foreach (var report in summary.Reports)
            yield return [report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo, $"{report.ResultStatistics?.Mean:N1}", $"{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):N0}"];
    }
}
