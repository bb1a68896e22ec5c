using Microsoft.Playwright;

namespace PqrsDesk.Bench.Handwork;

/// <summary>
/// Somebody's hands on a page. A stroke is one key, alone or with Ctrl, Alt or Shift; a click is a click. The words that a
/// person writes or looks for count as nothing, for they are the same in any program.
/// </summary>
internal sealed class Hands(IPage page)
{
    private readonly List<string> _did = [];

    public IPage Page => page;
    public int Strokes { get; private set; }
    public int Clicks { get; private set; }

    /// <summary>What they did, one after another.</summary>
    public string Did => string.Join(" · ", _did);

    public async Task PressAsync(params string[] strokes)
    {
        foreach (var stroke in strokes)
        {
            await page.Keyboard.PressAsync(stroke);
            Strokes++;
            _did.Add(Named(stroke));
        }
    }

    /// <param name="called">What a person calls it.</param>
    public async Task ClickAsync(string selector, string called, bool withShift = false)
    {
        await page.Locator(selector).First.ClickAsync(new() { Modifiers = withShift ? [KeyboardModifier.Shift] : [] });
        Clicks++;
        _did.Add($"[{called}]");
    }

    /// <summary>Of a list whose lines are seen: one click.</summary>
    public async Task ClickLineAsync(string list, string line)
    {
        await SelectAsync(list, line);
        // The browser's own list has no place that a script could click on; what a click on its line does is done here.
        await page.Locator(list).EvaluateAsync("list => list.selectedOptions[0].dispatchEvent(new MouseEvent('click', { bubbles: true }))");
        Clicks++;
        _did.Add($"[{line}]");
    }

    /// <summary>Into whatever has the focus.</summary>
    public async Task WriteAsync(string words)
    {
        await page.Keyboard.TypeAsync(words);
        _did.Add("…");
    }

    /// <summary>The field that the next words go to has the focus.</summary>
    public Task InAsync(string selector) => Assertions.Expect(page.Locator(selector)).ToBeFocusedAsync();

    public Task SeeAsync(string selector, string? text = null) => text is null
        ? Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync()
        : Assertions.Expect(page.Locator(selector).First).ToContainTextAsync(text);

    private async Task SelectAsync(string list, string line)
    {
        var value = await page.Locator($"{list} option", new() { HasText = line }).First.GetAttributeAsync("value");
        await page.Locator(list).SelectOptionAsync(new SelectOptionValue { Value = value });
    }

    private static string Named(string stroke) => stroke.Replace("Control", "Ctrl", StringComparison.Ordinal).Replace("Arrow", "", StringComparison.Ordinal);
}
