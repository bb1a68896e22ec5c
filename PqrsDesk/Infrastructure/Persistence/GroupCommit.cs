namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>
/// Several requests share one transaction and one flush. What comes while a group is being written waits in a line, and
/// the next group is what stands there then: somebody who comes alone waits for nobody, and under load groups grow.
/// </summary>
/// <param name="writeAsync">Writes a group, durable when it returns; gives one result for each item, in their order.</param>
/// <param name="mayTryAgain">Whether what a failed group wanted was surely not written, and may be written by another try.</param>
/// <param name="most">Items of a group at most.</param>
public sealed class GroupCommit<TItem, TResult>(
    Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> writeAsync, Func<Exception, bool> mayTryAgain, int most) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _line = [];
    private TaskCompletionSource? _writing;
    private bool _closed;

    /// <summary>Waits until the item is written.</summary>
    /// <param name="cancel">Takes it out of the line. Once it was taken into a group it is written, and the answer comes.</param>
    /// <exception cref="ObjectDisposedException">The line was closed before its turn came.</exception>
    public async Task<TResult> RunAsync(TItem item, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var waiting = new Waiting(item);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _line.Enqueue(waiting);
            if (_writing is null) Begin();
        }

        await using var leaving = cancel.UnsafeRegister(static (waiter, token) => ((Waiting)waiter!).Leave(token), waiting);
        return await waiting.Answer;
    }

    /// <summary>The group under way is finished and answered; who still stands in the line is turned away.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? writing;
        lock (_gate) (_closed, writing) = (true, _writing?.Task);
        if (writing is not null) await writing;
    }

    /// <summary>On a thread of its own, so that nobody who asks works for the others, and nothing of who came first clings to it.</summary>
    private void Begin()
    {
        _writing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.UnsafeQueueUserWorkItem(static line => _ = line.WriteAsync(), this, preferLocal: false);
    }

    private async Task WriteAsync()
    {
        while (Next() is { Count: > 0 } group) await WriteAsync(group);
    }

    /// <summary>When nobody is left the writing ends; under the same gate whoever comes next begins it again.</summary>
    private List<Waiting> Next()
    {
        var group = new List<Waiting>();
        lock (_gate)
        {
            while (group.Count < most && _line.TryDequeue(out var next))
            {
                if (!next.Take()) continue;
                if (_closed) next.Fail(new ObjectDisposedException(nameof(GroupCommit<,>)));
                else group.Add(next);
            }

            if (group.Count > 0) return group;
            _writing!.SetResult();
            _writing = null;
        }

        return group;
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        if (await TryAsync(group) is not { } wrong) return;

        // One of them may have spoilt it for all: alone it hurts nobody else. But where the database itself is gone,
        // or nobody knows whether it was written, another try would do harm.
        var lost = group.Count == 1 || !mayTryAgain(wrong) ? wrong : null;
        foreach (var waiting in group)
        {
            if ((lost ?? await TryAsync([waiting])) is not { } own) continue;
            waiting.Fail(own);
            if (!mayTryAgain(own)) lost = own;
        }
    }

    /// <returns>Null when all of them were written and answered.</returns>
    private async Task<Exception?> TryAsync(List<Waiting> group)
    {
        try
        {
            var results = await writeAsync([.. group.Select(waiting => waiting.Item)]);
            for (var place = 0; place < group.Count; place++) group[place].Succeed(results[place]);
            return null;
        }
        catch (Exception wrong)
        {
            return wrong;
        }
    }

    private sealed class Waiting(TItem item)
    {
        // Not on the thread that writes: what the callers do then is no business of the next group.
        private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _gone;

        public TItem Item => item;

        public Task<TResult> Answer => _answer.Task;

        /// <returns>False when it left the line.</returns>
        public bool Take() => Interlocked.Exchange(ref _gone, 1) == 0;

        public void Leave(CancellationToken cancel)
        {
            if (Take()) _answer.TrySetCanceled(cancel);
        }

        public void Succeed(TResult result) => _answer.TrySetResult(result);

        public void Fail(Exception wrong) => _answer.TrySetException(wrong);
    }
}
