namespace PqrsDesk.Ui;

/// <summary>What is asked while somebody types: a moment after the last letter, and only the last answer counts.</summary>
public sealed class LastTyped : IDisposable
{
    private CancellationTokenSource? _under;

    /// <summary>Asks; what was asked before is let go.</summary>
    /// <param name="rest">How long the typing must rest first.</param>
    /// <param name="look">Cancelled when another letter comes.</param>
    /// <param name="take">Called with the answer, unless another letter came meanwhile.</param>
    public async Task AskAsync<T>(TimeSpan rest, TimeProvider clock, Func<CancellationToken, Task<T>> look, Action<T> take)
    {
        Let();
        var mine = (_under = new CancellationTokenSource()).Token;
        try
        {
            await Task.Delay(rest, clock, mine);
            var answer = await look(mine);
            if (!mine.IsCancellationRequested) take(answer);
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            // The next letter came; it asks for itself.
        }
    }

    /// <summary>Nobody waits for the answer any more.</summary>
    public void Let() => _under?.Cancel();

    // Cancelled and not disposed: a page that ends early would find its source gone after the wait.
    public void Dispose() => Let();
}
