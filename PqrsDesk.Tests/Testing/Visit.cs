using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Ui;

namespace PqrsDesk.Testing;

/// <summary>How somebody comes to the desk.</summary>
public sealed record VisitOptions
{
    public string Locale { get; init; } = "es-CO";
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;
    public int Width { get; init; } = 1440;
    public int Height { get; init; } = 900;
    public bool Script { get; init; } = true;

    /// <summary>A telephone: fingers, and its own width.</summary>
    public bool Touch { get; init; }

    /// <summary>The browser's own zone; instants are shown in the desk's all the same.</summary>
    public string Zone { get; init; } = "America/Bogota";
}

/// <summary>One person's browser: cookies of its own, one page, and an ear on what goes wrong in it.</summary>
public sealed class Visit
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    // What passed is counted for nobody, and to describe each element of it is most of the work on a long list.
    private const string SeriousViolations = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
          .filter(violation => violation.impact === "serious" || violation.impact === "critical")
          .map(violation => [`${violation.impact} ${violation.id}: ${violation.help}`, ...violation.nodes.map(node => `${node.target}  ${node.html}`)].join("\n  "))
        """;

    private readonly WebDesk _desk;
    private readonly bool _script;
    private readonly ConcurrentQueue<string> _errors = [];

    private Visit(WebDesk desk, IPage page, bool script)
    {
        (_desk, Page, _script) = (desk, page, script);
        page.Console += (_, line) =>
        {
            if (line.Type == "error") _errors.Enqueue($"{line.Text} ({line.Location})");
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>What the console complained of so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    internal static async Task<Visit> BeginAsync(WebDesk desk, VisitOptions options)
    {
        var context = await Browsers.ContextAsync(new()
        {
            BaseURL = desk.Address,
            Locale = options.Locale,
            ColorScheme = options.Scheme,
            TimezoneId = options.Zone,
            JavaScriptEnabled = options.Script,
            HasTouch = options.Touch,
            IsMobile = options.Touch,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = options.Width, Height = options.Height },
        });
        return new Visit(desk, await context.NewPageAsync(), options.Script);
    }

    /// <summary>Opens an address of the desk and waits until its buttons work.</summary>
    /// <param name="interactive">False for pages that are only drawn.</param>
    public async Task GoAsync(string address, bool interactive = true)
    {
        await Page.GotoAsync(address);
        if (interactive) await InteractiveAsync();
    }

    /// <summary>Signs in with the password that every account of the tests has.</summary>
    /// <returns>When the page asked for is open, and its buttons work.</returns>
    public async Task SignInAsync(StaffMember member, string then = DeskUrls.Queue)
    {
        await Page.GotoAsync(DeskUrls.SignInThen(then));
        await Page.FillAsync("#email", member.Email);
        await Page.FillAsync("#password", Samples.Password);
        await Page.ClickAsync("form:has(#password) button[type=submit]");
        await Page.WaitForURLAsync(_desk.Address + then);
        await InteractiveAsync();
    }

    /// <summary>The one click of a demo desk: as the first of those with that role.</summary>
    public async Task SignInAsDemoAsync(Role role, string then = DeskUrls.Queue)
    {
        await Page.GotoAsync(DeskUrls.SignInThen(then));
        await Page.ClickAsync($"[data-demo={role}] >> nth=0");
        await Page.WaitForURLAsync(_desk.Address + then);
        await InteractiveAsync();
    }

    /// <summary>Waits for the circuit: a page drawn on the server looks ready before it is. Public pages have none.</summary>
    public Task InteractiveAsync() => Page.WaitForFunctionAsync("""
        () => document.readyState === "complete" && document.title !== ""
          && (document.querySelector("script[src*='blazor.web']") === null || document.querySelector("[data-interactive]") !== null)
        """);

    /// <summary>Fails on anything that axe finds serious or critical, and names the elements.</summary>
    public async Task MustBeAccessibleAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(AxeScript);
        var found = await Page.EvaluateAsync<string[]>(SeriousViolations);
        if (found.Length > 0) throw new InvalidOperationException($"{Page.Url} is not accessible:\n{string.Join("\n", found)}");
    }

    /// <summary>Fails where the page is wider than the screen, or <see cref="MustBeAccessibleAsync"/> finds anything.</summary>
    public async Task MustFitAsync()
    {
        // axe needs a script of its own, and waits for ever in a browser that runs none.
        if (_script) await MustBeAccessibleAsync();
        if (!await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) throw new InvalidOperationException($"{Page.Url} is cut at {Page.ViewportSize!.Width} pixels.");
    }

    /// <summary>Goes on with the Tab key until it is there.</summary>
    public async Task TabToAsync(string selector)
    {
        await Assertions.Expect(Page.Locator(selector).First).ToBeAttachedAsync();
        for (var presses = 0; presses < 120; presses++)
        {
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector)) return;
            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The keyboard does not come to {selector}.");
    }

    /// <summary>Comes there with the Tab key and presses Enter, in one step: a page that has just come gives its heading the focus in between.</summary>
    public async Task PressOnAsync(string selector)
    {
        await TabToAsync(selector);
        await Page.Locator(selector).First.PressAsync("Enter");
    }

    /// <summary>Chooses a file as soon as the field of the circuit listens: what is chosen before that is lost.</summary>
    public async Task ChooseFileAsync(string selector, FilePayload file)
    {
        await Page.WaitForFunctionAsync("selector => document.querySelector(selector)?._blazorInputFileNextFileId !== undefined", selector);
        await Page.SetInputFilesAsync(selector, file);
    }

    /// <summary>Forgets what the console said: for journeys that cut the network on purpose.</summary>
    public void ForgiveErrors() => _errors.Clear();

    /// <summary>Fails when the console complained of anything that was not forgiven.</summary>
    public void MustBeCalm()
    {
        if (!_errors.IsEmpty) throw new InvalidOperationException($"The browser's console had errors:\n{string.Join("\n", _errors)}");
    }
}
