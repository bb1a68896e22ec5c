using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace PqrsDesk.Bench.Shifts;

/// <summary>From a key that is pressed in the reply to the frame that shows its letter, as the browser itself sees it.</summary>
internal static class KeyToPaint
{
    private const string Words = "Le devolvimos el valor que se cobró de más en la factura de febrero.";
    private const string Box = ".composer:not(.note) textarea";

    // A frame is painted after its callbacks: what a second callback finds has been shown by the first one's frame.
    private const string Ear = """
        () => {
          window.keyToPaint = [];
          let pressed = 0;
          // On the window: the desk's own script, on the document, keeps letters from whoever listens after it.
          window.addEventListener("keydown", () => { pressed = performance.now(); }, true);
          window.addEventListener("input", (event) => {
            if (!event.target.matches("textarea")) return;
            const since = pressed;
            requestAnimationFrame(() => setTimeout(() => window.keyToPaint.push(performance.now() - since), 0));
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
        await page.EvaluateAsync(Ear);
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
