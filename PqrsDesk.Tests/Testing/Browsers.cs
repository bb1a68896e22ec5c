using Microsoft.Playwright;

namespace PqrsDesk.Testing;

/// <summary>One Chromium for the whole run, started by the first test that needs it.</summary>
public static class Browsers
{
    private static readonly Lazy<Task<IBrowser>> Chromium = new(LaunchAsync);

    /// <summary>Skips the test where there is no Chromium.</summary>
    public static async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options)
    {
        Machine.Need(Machine.Chromium, "Chromium", "chromium-headless-shell");
        return await (await Chromium.Value).NewContextAsync(options);
    }

    // Its driver holds it by a pipe: both end with the run.
    private static async Task<IBrowser> LaunchAsync()
    {
        // It only ends a journey that hangs: beside others on two cores five seconds are soon gone.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Machine.Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
