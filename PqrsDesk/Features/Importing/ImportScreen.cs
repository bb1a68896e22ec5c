using System.Globalization;
using Spectre.Console;

namespace PqrsDesk.Features.Importing;

/// <summary>What the person at the terminal sees: a bar while it runs, plain lines where the output goes to a file, and the sum of it.</summary>
internal sealed class ImportScreen(IAnsiConsole console, ImportWords words)
{
    /// <summary>Lines of progress in a plain output.</summary>
    private const int Steps = 10;

    public Task<ImportSummary> ShowAsync(int count, Func<Action<int>, Task<ImportSummary>> import) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive ? WithBarAsync(count, import) : import(Lines(count));

    public void Show(ImportSummary summary)
    {
        Line("Screen.Read", Number(summary.Read));
        Line("Screen.Imported", Number(summary.Imported));
        Line("Screen.Skipped", Number(summary.Skipped));
        Line("Screen.Rejected", Number(summary.Rejected));
        foreach (var rejected in summary.FirstRejected)
            Write("  " + words["Screen.Rejection", rejected.Row.Line, rejected.Reasons]);
        if (summary.Rejected > summary.FirstRejected.Count) Write("  " + words["Screen.MoreRejections", Number(summary.Rejected - summary.FirstRejected.Count)]);
        var seconds = summary.Took.TotalSeconds;
        Line("Screen.Took", words["Screen.Rate", seconds.ToString("N1", CultureInfo.CurrentCulture), Number((int)(summary.Read / Math.Max(seconds, 0.001)))]);
    }

    public string Stopped(ImportStoppedException stopped) => words[
        "Screen.Stopped",
        stopped.InnerException is OperationCanceledException ? words["Screen.Cancelled"] : stopped.Message,
        Number(stopped.SoFar.Imported)];

    private async Task<ImportSummary> WithBarAsync(int count, Func<Action<int>, Task<ImportSummary>> import) =>
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(words["Screen.Importing"], maxValue: Math.Max(count, 1));
                return await import(read => bar.Value = read);
            });

    private Action<int> Lines(int count)
    {
        var step = Math.Max(1, count / Steps);
        var next = step;
        return read =>
        {
            if (read < next && read < count) return;
            Write(words["Screen.Progress", Number(read), Number(count)]);
            next = read - read % step + step;
        };
    }

    private void Line(string key, string value) => Write($"{words[key],-14}{value}");

    // Not through the console's markup, and not wrapped: texts of the file go out as they are.
    private void Write(string line) => console.Profile.Out.Writer.WriteLine(line);

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
