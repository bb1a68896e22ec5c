using System.Globalization;
using Microsoft.Playwright;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench.Shifts;

/// <summary>Somebody who works a shift with the keyboard alone. What a case refuses (a step of good care, a review) they do in another way, as people do.</summary>
internal sealed class Agent(IPage page, Random chance)
{
    private const float Patience = 30_000;
    private const string Reply = ".composer:not(.note) textarea";

    /// <summary>The rows are those of the view that was gone to: the list before stands until they come.</summary>
    private const string Settled = """
        () => {
          const now = document.querySelector(".queue-grid")?.textContent ?? "";
          if (window.shiftSeen?.text !== now) window.shiftSeen = { text: now, at: performance.now() };
          return performance.now() - window.shiftSeen.at > 400;
        }
        """;

    private const string Instead = "reply where an answer waits for a step or a review";
    private static readonly string[] Sought = ["factura", "alumbrado", "certificado", "cobro", "portal"];
    private readonly Dictionary<string, int> _done = [];
    private int _written;

    /// <summary>How often each thing was done.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    /// <summary>What did not come about, and why.</summary>
    public List<string> Failed { get; } = [];

    private IKeyboard Keys => page.Keyboard;

    /// <summary>One turn: a case from the queue to whatever becomes of it, and now and then something beside it.</summary>
    public async Task TurnAsync()
    {
        if (!await DoAsync("next best case", DrawAsync)) await DoAsync("open from the queue", OpenFirstAsync);
        await DoAsync("read", ReadAsync);
        await DoAsync("note", NoteAsync);
        var how = chance.Next(4);
        if (how == 0) await DoAsync("ask and wait", AskAndWaitAsync);
        else if (how == 1) await DoAsync("put aside", PutAsideAsync);
        else await DoAsync("answer with a template and close", AnswerAsync);
        await DoAsync("view", ViewAsync);
        switch (chance.Next(4))
        {
            case 0: await DoAsync("take two and give them back", ManyAsync); break;
            case 1: await DoAsync("search", SearchAsync); break;
            case 2: await DoAsync("palette", PaletteAsync); break;
            default: await DoAsync("my cases", MineAsync); break;
        }
    }

    /// <summary>A case, to write in.</summary>
    public Task<bool> OpenAsync() => DoAsync("open from the queue", OpenFirstAsync);

    /// <summary>To the queue, where every measure is taken.</summary>
    public async Task RestAsync()
    {
        await GoAsync("c", DeskUrls.Queue);
    }

    private async Task<bool> DoAsync(string what, Func<Task<bool>> act)
    {
        try
        {
            if (!await act()) return false;
            _done[what] = _done.GetValueOrDefault(what) + 1;
            return true;
        }
        catch (Exception wrong) when (wrong is PlaywrightException or TimeoutException)
        {
            Failed.Add($"{what} at {page.Url}: {wrong.Message.Replace('\n', ' ')}");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetTempPath(), $"shift-{Failed.Count}.png") });
            await page.GotoAsync(DeskUrls.Queue);
            await SeenAsync("[data-interactive]", attached: true);
            return false;
        }
    }

    private async Task<bool> DrawAsync()
    {
        // The button stands on the queue and on a case.
        if (await page.Locator("[data-key=next]").CountAsync() == 0) await GoAsync("c", DeskUrls.Queue);
        await SeenAsync("[data-key=next]");
        var before = page.Url;
        await LeaveFieldAsync();
        await Keys.PressAsync("s");
        await page.WaitForFunctionAsync("before => location.href !== before || document.querySelector('.next-case-words') !== null", before, new() { Timeout = Patience });
        if (page.Url == before) return false;
        await SeenAsync(".composer");
        return true;
    }

    private async Task<bool> OpenFirstAsync()
    {
        await GoAsync("c", DeskUrls.Queue);
        await Keys.PressAsync("j");
        await SeenAsync("[data-row][data-current]");
        await Keys.PressAsync("Enter");
        await SeenAsync(".composer");
        return true;
    }

    private async Task<bool> ReadAsync()
    {
        await SeenAsync(".conversation .turn");
        for (var i = 0; i < 3; i++) await Keys.PressAsync("PageDown");
        return true;
    }

    private async Task<bool> NoteAsync()
    {
        await Keys.PressAsync("i");
        await FocusedAsync(".composer.note textarea");
        var said = $"Revisado en el turno, paso {++_written}.";
        await Keys.TypeAsync(said);
        await Keys.PressAsync("Control+Enter");
        await SeenAsync($".turn.note:has-text('{said}')");
        await FocusedAsync(".composer.note textarea");
        return true;
    }

    private async Task<bool> AnswerAsync()
    {
        await LeaveFieldAsync();
        await Keys.PressAsync("r");
        await FocusedAsync(Reply);
        await Keys.PressAsync("Control+Space");
        await FocusedAsync("#insertar");
        await SeenAsync("#insertar-lista [role=option].on");
        await Keys.PressAsync("Enter");
        await page.WaitForFunctionAsync("box => document.querySelector(box)?.value.length > 20", Reply, new() { Timeout = Patience });
        await Keys.PressAsync("Control+Alt+Shift+Enter");
        if (await SeenSoonAsync(".ticket-head:has-text('Cerrado')")) return true;
        // A step is missing, or somebody has to approve it: it goes as a reply, and the case stays.
        await ReplyInsteadAsync();
        return false;
    }

    private async Task ReplyInsteadAsync()
    {
        await Keys.PressAsync("Control+Enter");
        await page.WaitForFunctionAsync("box => document.querySelector(box)?.value === ''", Reply, new() { Timeout = Patience });
        await FocusedAsync(Reply);
        _done[Instead] = _done.GetValueOrDefault(Instead) + 1;
    }

    private async Task<bool> AskAndWaitAsync()
    {
        await LeaveFieldAsync();
        await Keys.PressAsync("r");
        await FocusedAsync(Reply);
        await Keys.TypeAsync($"¿Nos envía la factura? ({++_written})");
        await Keys.PressAsync("Control+Alt+Enter");
        if (await SeenSoonAsync(".ticket-head:has-text('espera')")) return true;
        await ReplyInsteadAsync();
        return false;
    }

    private async Task<bool> PutAsideAsync()
    {
        if (await page.Locator("[data-key=snooze]").CountAsync() == 0) return false;
        await LeaveFieldAsync();
        await Keys.PressAsync("z");
        await SeenAsync("dialog[open] .snooze-times");
        if (await page.Locator(".snooze-time:focus").CountAsync() > 0)
        {
            await Keys.PressAsync("Enter");
            if (await SeenSoonAsync(".snooze-said")) return true;
        }

        // Overdue: it may not be put aside.
        await Keys.PressAsync("Escape");
        await GoneAsync("dialog[open]");
        return false;
    }

    private async Task<bool> ManyAsync()
    {
        // Those that nobody has.
        await LookAtAsync(1);
        if (!await SeenSoonAsync("[data-row]")) return false;
        await Keys.PressAsync("j");
        await Keys.PressAsync("x");
        await SeenAsync("[data-row][data-picked]");
        await Keys.PressAsync("j");
        await Keys.PressAsync("Shift+X");
        await Keys.PressAsync("t");
        await SeenAsync(".notice");
        var undo = page.Locator(".notice button:has-text('Deshacer')");
        if (await undo.CountAsync() > 0)
        {
            await undo.PressAsync("Enter");
            await SeenAsync(".notice:has-text('volvi')");
        }

        await Keys.PressAsync("Escape");
        return true;
    }

    private async Task<bool> ViewAsync()
    {
        await LookAtAsync(chance.Next(1, 6));
        return true;
    }

    /// <summary>A saved view, by the place in the side bar that its digit stands for. Until it is there, keys are heard by the list before it.</summary>
    private async Task LookAtAsync(int place)
    {
        await GoAsync(place.ToString(CultureInfo.InvariantCulture), null);
        await SeenAsync($".rail-view[data-key=view-{place}][aria-current=page]");
        await SeenAsync(".queue-grid, .empty");
        await page.WaitForFunctionAsync(Settled, null, new() { Timeout = Patience });
    }

    private async Task<bool> MineAsync()
    {
        await GoAsync("m", DeskUrls.MyTickets);
        await SeenAsync(".queue-grid, .empty");
        return true;
    }

    private async Task<bool> SearchAsync()
    {
        await Keys.PressAsync("/");
        await FocusedAsync("[data-search]");
        await Keys.TypeAsync(Sought[chance.Next(Sought.Length)]);
        await Keys.PressAsync("Enter");
        await page.WaitForFunctionAsync($"location.pathname === '{DeskUrls.SearchPage}'", null, new() { Timeout = Patience });
        await SeenAsync("h1:has-text('Buscar')");
        return true;
    }

    private async Task<bool> PaletteAsync()
    {
        await Keys.PressAsync("Control+k");
        await FocusedAsync("#paleta");
        await Keys.TypeAsync(Sought[chance.Next(Sought.Length)]);
        await SeenAsync("[data-palette] a[data-line]");
        await Keys.PressAsync("Escape");
        await GoneAsync("dialog[data-palette][open]");
        return true;
    }

    private async Task GoAsync(string letter, string? path)
    {
        await LeaveFieldAsync();
        await Keys.PressAsync("g");
        await Keys.PressAsync(letter);
        if (path is not null) await page.WaitForFunctionAsync($"location.pathname + location.search === '{path}'", null, new() { Timeout = Patience });
    }

    /// <summary>While a field has the focus a letter is a letter.</summary>
    private async Task LeaveFieldAsync()
    {
        if (await page.EvaluateAsync<bool>("document.activeElement?.matches('input, textarea, select') ?? false")) await Keys.PressAsync("Escape");
    }

    private Task SeenAsync(string selector, bool attached = false) =>
        page.Locator(selector).First.WaitForAsync(new() { State = attached ? WaitForSelectorState.Attached : WaitForSelectorState.Visible, Timeout = Patience });

    private Task GoneAsync(string selector) => page.Locator(selector).First.WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = Patience });

    private Task FocusedAsync(string selector) => SeenAsync($"{selector}:focus");

    private async Task<bool> SeenSoonAsync(string selector)
    {
        try
        {
            await page.Locator(selector).First.WaitForAsync(new() { Timeout = 4_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
