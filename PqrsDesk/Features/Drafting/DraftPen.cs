namespace PqrsDesk.Features.Drafting;

/// <summary>Writes one person's draft down a moment after it was touched, and at once when it is sent or its page is left.</summary>
/// <remarks>Used by one circuit: whoever touches, and the writing after the pause, run on its renderer.</remarks>
/// <param name="join">Of what this pen wrote last, what is on the server, and what is to be written: what is kept. Null: the last one counts.</param>
public sealed class DraftPen(Drafts drafts, int staffId, string key, Func<string?> read, ILogger log, Func<string?, string?, string?, string?>? join = null) : IAsyncDisposable
{
    /// <summary>Real time: it spares the database, and no term is counted by it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private Task _later = Task.CompletedTask;
    private Task _writing = Task.CompletedTask;
    private string? _kept;

    /// <param name="recovered">What is on the server already: the same is not written again.</param>
    public void Begin(string? recovered) => _kept = recovered;

    /// <summary>It may have changed.</summary>
    public void Touch()
    {
        if (_later.IsCompleted) _later = LaterAsync();
    }

    /// <summary>Writes what there is now.</summary>
    public Task WriteAsync() => _writing = AfterAsync(_writing);

    public async ValueTask DisposeAsync() => await WriteAsync();

    private async Task LaterAsync()
    {
        await Task.Delay(Pause);
        await WriteAsync();
    }

    /// <summary>One after the other, so that an older text never comes last.</summary>
    private async Task AfterAsync(Task earlier)
    {
        await earlier;
        var text = read();
        if (text == _kept) return;
        try
        {
            var before = _kept;
            await drafts.KeepAsync(staffId, key, text, CancellationToken.None, join is null ? null : stored => join(before, stored, text));
            _kept = text;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // What is on the page is still there, and the next touch tries again.
            log.LogWarning(wrong, "The draft {Key} was not kept.", key);
        }
    }
}
