namespace PqrsDesk.Features.RuleChanges;

/// <summary>One application of new rules to the open tickets, as it goes on.</summary>
public sealed class ChangeRun(string by)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Who applies it.</summary>
    public string By => by;
    public int Done { get; private set; }

    /// <summary>Null while it is counted.</summary>
    public int? Of { get; private set; }
    public bool IsOver { get; private set; }

    /// <summary>Completes when the numbers change, or it is over.</summary>
    public Task NextAsync()
    {
        lock (_gate) return IsOver ? Task.CompletedTask : _next.Task;
    }

    public void Tell(int done, int of) => Change(() => (Done, Of) = (done, of));

    internal void End() => Change(() => IsOver = true);

    private void Change(Action change)
    {
        TaskCompletionSource waited;
        lock (_gate)
        {
            change();
            waited = _next;
            if (!IsOver) _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waited.SetResult();
    }
}

/// <summary>The one place where it is known that rules are being applied: a second administrator is told, and waits.</summary>
public sealed class RunningChange
{
    private readonly Lock _gate = new();

    /// <summary>Null when none is.</summary>
    public ChangeRun? Current { get; private set; }

    /// <returns>Null when another is running.</returns>
    public ChangeRun? TryBegin(string by)
    {
        lock (_gate) return Current is null ? Current = new ChangeRun(by) : null;
    }

    public void End(ChangeRun run)
    {
        lock (_gate) Current = null;
        run.End();
    }
}
