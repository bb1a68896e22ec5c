using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>The newest lines of the log, read once for all who follow it; not at all while nobody does.</summary>
public sealed class LogTail(ITicketFeed feed, LogReader log, ILogger<LogTail> logger) : WokenReader(logger)
{
    /// <summary>Lines kept at hand; who is further behind reads the log.</summary>
    private const int Kept = 4_096;

    private const int Page = 500;

    private readonly Lock _gate = new();
    private readonly List<LogLine> _lines = [];
    private TaskCompletionSource _grown = New();
    private long _from = long.MaxValue;
    private int _followers;

    /// <summary>The lines after a position, in order, as soon as there are any.</summary>
    public async Task<IReadOnlyList<LogLine>> AfterAsync(long position, CancellationToken cancel)
    {
        while (true)
        {
            Task grown;
            bool atHand;
            lock (_gate)
            {
                (grown, atHand) = (_grown.Task, position >= _from);
                var first = atHand ? _lines.FindIndex(line => line.Position > position) : -1;
                if (first >= 0) return _lines.GetRange(first, Math.Min(Page, _lines.Count - first));
            }

            if (!atHand && await log.AfterAsync(position, Page, cancel) is { Count: > 0 } older) return older;
            await grown.WaitAsync(cancel);
        }
    }

    /// <summary>Has the log read for as long as it is held.</summary>
    public IDisposable Follow()
    {
        Interlocked.Increment(ref _followers);
        Wake();
        return new Following(this);
    }

    protected override IEnumerable<IDisposable> Listen() => [feed.Subscribe(_ => Wake())];

    protected override async Task ReadAsync(CancellationToken stop)
    {
        if (Volatile.Read(ref _followers) == 0)
        {
            Drop(long.MaxValue);
            return;
        }

        if (_from == long.MaxValue) Drop(await log.EndAsync(stop));
        for (var more = true; more;)
        {
            var lines = await log.AfterAsync(End, Page, stop);
            more = lines.Count == Page;
            Add(lines);
        }
    }

    /// <summary>Only the reading itself moves it.</summary>
    private long End => _lines.Count == 0 ? _from : _lines[^1].Position;

    /// <param name="from">Where what is at hand begins now; the greatest of all: nothing is at hand.</param>
    private void Drop(long from)
    {
        lock (_gate)
        {
            _lines.Clear();
            _from = from;
        }
    }

    private void Add(List<LogLine> lines)
    {
        TaskCompletionSource grown;
        lock (_gate)
        {
            _lines.AddRange(lines);
            if (_lines.Count > Kept)
            {
                var over = _lines.Count - Kept;
                _from = _lines[over - 1].Position;
                _lines.RemoveRange(0, over);
            }

            (grown, _grown) = (_grown, New());
        }

        // Also when there was nothing: who found nothing at hand looks in the log itself.
        grown.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Following(LogTail tail) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0) Interlocked.Decrement(ref tail._followers);
        }
    }
}
