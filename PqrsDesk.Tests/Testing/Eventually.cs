namespace PqrsDesk.Testing;

/// <summary>For what another thread does soon. The patience only ends a test that hangs: nothing is measured by it.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> holds, string what) => TrueAsync(() => Task.FromResult(holds()), what);

    public static async Task TrueAsync(Func<Task<bool>> holds, string what)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await holds(); await Task.Delay(5))
            if (TimeProvider.System.GetElapsedTime(since) > Patience) throw new TimeoutException($"It did not come about that {what}.");
    }
}
