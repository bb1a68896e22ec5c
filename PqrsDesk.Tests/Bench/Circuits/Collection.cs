using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace PqrsDesk.Bench.Circuits;

/// <summary>A full collection in another process, asked for at the diagnostic port that every .NET process has.</summary>
internal static class Collection
{
    private const int Times = 3;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Several, since what the first finds finalizable only the next one frees, and with time to give pages back.</summary>
    /// <returns>Bytes in use on the managed heap after the last.</returns>
    public static async Task<long> RunAsync(int process)
    {
        long heap = 0;
        for (var i = 0; i < Times; i++)
        {
            heap = await OnceAsync(process);
            await Task.Delay(Between);
        }

        return heap;
    }

    private static async Task<long> OnceAsync(int process)
    {
        // To open a session with this word is to ask for a collection.
        var collect = new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)(ClrTraceEventParser.Keywords.GCHeapCollect | ClrTraceEventParser.Keywords.GC));
        using var session = await new DiagnosticsClient(process).StartEventPipeSessionAsync(collect, requestRundown: false, token: CancellationToken.None);
        using var source = new EventPipeEventSource(session.EventStream);
        long heap = 0;
        var done = new TaskCompletionSource();
        source.Clr.GCHeapStats += stats =>
        {
            heap = stats.TotalHeapSize;
            done.TrySetResult();
        };
        var reading = Task.Run(source.Process);
        await done.Task.WaitAsync(Patience);
        await session.StopAsync(CancellationToken.None);
        await reading;
        return heap;
    }
}
