using PqrsDesk.Infrastructure.Excel;

namespace PqrsDesk.Bench;

public sealed class WorkbookRun : IBench
{
    private const int Rows = 100_000;

    public string Name => "workbook";
    public string About => "The monthly workbook of a month with 100,000 tickets, with charts, written to a file; memory is the working set above idle.";
    public IReadOnlyList<string> Columns => ["run", "seconds", "MiB above idle", "file MiB"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var run in new[] { "first in the process", "second" })
        {
            var figures = await WorkbookBench.RunAsync(Rows);
            yield return [run, $"{figures.Took.TotalSeconds:0.0}", $"{figures.AboveIdle / 1024 / 1024:N0}", $"{figures.FileSize / 1024 / 1024:N0}"];
        }
    }
}
