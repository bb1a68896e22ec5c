using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace PqrsDesk.Bench.Shifts;

/// <summary>From a key that is pressed in the reply to the frame that shows its letter, as the browser itself sees it.</summary>
internal static class KeyToPaint
{
    // Without accents: those letters a script cannot press.
    private const string Words = "Le devolvimos el valor cobrado dos veces en la factura de febrero.";
    private const string Box = ".composer:not(.note) textarea";

    // The letter is in the field before the next frame, and a frame is painted after its callbacks: what runs after them comes
    // when it is shown. ("input" is no help: the desk's own script keeps it from whoever listens later.)
    private const string Ear = """
        () => {
          window.keyToPaint = [];
          window.addEventListener("keydown", (event) => {
            if (event.key.length !== 1 || event.ctrlKey || !event.target.matches("textarea")) return;
            requestAnimationFrame(() => setTimeout(() => window.keyToPaint.push(performance.now() - event.timeStamp), 0));
          }, true);
        }
        """;

    /// <summary>Types into an empty reply, and takes it away again.</summary>
    /// <param name="meanwhile">Begins when the field has the focus; the reply must be whole when it has ended.</param>
    /// <returns>Milliseconds for each letter, the least first.</returns>
    public static async Task<IReadOnlyList<double>> MeasureAsync(IPage page, Func<Func<Task>, Task> meanwhile)
    {
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator(Box)).ToBeFocusedAsync();
        if (await page.EvaluateAsync<bool>("window.keyToPaint === undefined")) await page.EvaluateAsync(Ear);
        await page.EvaluateAsync("window.keyToPaint.length = 0");
        var before = await page.InputValueAsync(Box);
        await meanwhile(async () =>
        {
            await page.Keyboard.TypeAsync(Words, new() { Delay = 30 });
            await Assertions.Expect(page.Locator(Box)).ToHaveValueAsync(before + Words);
        });
        await page.WaitForFunctionAsync($"window.keyToPaint.length >= {Words.Length.ToString(CultureInfo.InvariantCulture)}");
        var all = await page.EvaluateAsync<double[]>("window.keyToPaint");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        return [.. all.Order()];
    }

    /// <summary>While the desk's process stands still: it answers nothing, and its connections stay.</summary>
    public static Func<Func<Task>, Task> Stopped(int process) => async work =>
    {
        await SignalAsync("STOP", process);
        try
        {
            await work();
        }
        finally
        {
            await SignalAsync("CONT", process);
        }
    };

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0) throw new InvalidOperationException($"The process {process} could not be sent {signal}.");
    }
}
