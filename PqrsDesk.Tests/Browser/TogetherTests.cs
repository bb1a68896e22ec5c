using System.Text.Json;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>Two people on one case, each with the keyboard alone.</summary>
public sealed class TogetherTests : BrowserTest
{
    /// <summary>The browser's own notifications, written down instead of shown; and a tab that says it is hidden when it is told to.</summary>
    private const string Recorded = """
        window.shown = [];
        window.Notification = class {
          static get permission() { return localStorage.permission ?? "default"; }
          static requestPermission() { localStorage.permission = "granted"; return Promise.resolve("granted"); }
          constructor(title, options) { this.title = title; this.options = options; window.shown.push(this); }
          close() { this.closed = true; }
        };
        Object.defineProperty(document, "visibilityState", { get: () => (window.away ? "hidden" : "visible") });
        Object.defineProperty(document, "hidden", { get: () => Boolean(window.away) });
        """;

    [SkippableFact]
    public async Task A_colleague_is_called_by_name_answers_in_the_chat_and_nobodys_form_is_stale_by_it()
    {
        var desk = await OpenAsync(new());
        var number = (await desk.FileAsync()).Number;
        var (ana, beto) = (await VisitAsync(desk), await VisitAsync(desk));
        await ana.SignInAsync(await desk.HireWithAccountAsync("Ana Restrepo"), DeskUrls.TicketOf(number));
        await beto.SignInAsync(await desk.HireWithAccountAsync("Beto Íñiguez Cruz"), DeskUrls.TicketOf(number));
        var (hers, his) = (ana.Page, beto.Page);

        // She follows it, and calls him in a note: the list is chosen from without the mouse.
        await Assertions.Expect(hers.Locator("[data-key=follow]")).ToHaveTextAsync("Seguir");
        await hers.Keyboard.PressAsync("Shift+F");
        await Assertions.Expect(hers.Locator("[data-key=follow]")).ToHaveTextAsync("Sigo");
        await hers.Keyboard.PressAsync("i");
        await Assertions.Expect(hers.Locator(".composer.note textarea")).ToBeFocusedAsync();
        await hers.Keyboard.TypeAsync("¿Qué opina @ini");
        await Assertions.Expect(hers.Locator("[role=listbox] [aria-selected=true]")).ToContainTextAsync("Beto Íñiguez Cruz");
        await ana.MustBeAccessibleAsync();
        await hers.Keyboard.PressAsync("Escape");
        await Assertions.Expect(hers.Locator("[role=listbox]")).ToHaveCountAsync(0);
        await hers.Keyboard.TypeAsync("g");
        await hers.Keyboard.PressAsync("ArrowDown");
        await hers.Keyboard.PressAsync("Enter");
        await hers.Keyboard.TypeAsync("<b>?");
        await Assertions.Expect(hers.Locator(".composer.note textarea")).ToHaveValueAsync("¿Qué opina @Beto Íñiguez Cruz <b>?");
        await hers.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(his.Locator(".turn.note em.mention")).ToHaveTextAsync("@Beto Íñiguez Cruz");
        await Assertions.Expect(his.Locator(".bell-count")).ToHaveTextAsync("1");
        await Assertions.Expect(his.Locator("[data-key=follow]")).ToHaveTextAsync("Sigo");

        // He begins an answer; she talks beside it, one line after the other without waiting.
        await his.Keyboard.PressAsync("r");
        await Assertions.Expect(his.Locator(".composer textarea")).ToBeFocusedAsync();
        await his.Keyboard.TypeAsync("Lo estamos revisando.");
        await hers.Locator("h1").FocusAsync();
        await hers.Keyboard.PressAsync("Shift+I");
        await Assertions.Expect(hers.Locator("[data-chat-box]")).ToBeFocusedAsync();
        await hers.Keyboard.TypeAsync("de más");
        await hers.Keyboard.PressAsync("Control+a");
        await hers.Keyboard.PressAsync("Delete");
        await hers.Keyboard.TypeAsync("@beto");
        await Assertions.Expect(hers.Locator("[role=listbox]")).ToBeVisibleAsync();
        await hers.Keyboard.PressAsync("Tab");
        await hers.Keyboard.TypeAsync("mire");
        await hers.Keyboard.PressAsync("Shift+Enter");
        await hers.Keyboard.TypeAsync("el cobro");
        await hers.Keyboard.PressAsync("Enter");
        await hers.Keyboard.TypeAsync("Es del 3");
        await hers.Keyboard.PressAsync("Enter");
        await hers.Keyboard.TypeAsync("y otra cosa");
        await Assertions.Expect(his.Locator(".chat-writes")).ToHaveTextAsync("Ana Restrepo está escribiendo…");
        await Assertions.Expect(his.Locator(".chat-line.is-new .chat-text")).ToHaveTextAsync(["@Beto Íñiguez Cruz mire\nel cobro", "Es del 3"]);
        await Assertions.Expect(his.Locator("[data-fold=charla] .fold-count")).ToHaveTextAsync("2");
        await Assertions.Expect(hers.Locator("[data-chat-box]")).ToHaveValueAsync("y otra cosa");
        await Assertions.Expect(his.Locator(".bell-count")).ToHaveTextAsync("2");

        // Nothing of it makes his answer old; going to the chat reads it.
        await Assertions.Expect(his.Locator(".composer .notice")).ToHaveCountAsync(0);
        await his.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(his.Locator(".turn.agent .prose")).ToContainTextAsync("Lo estamos revisando.");
        await Assertions.Expect(hers.Locator(".bell-count")).ToHaveTextAsync("1");
        await his.Locator("h1").FocusAsync();
        await his.Keyboard.PressAsync("Shift+I");
        await his.Keyboard.TypeAsync("Ya lo veo 🙂");
        await his.Keyboard.PressAsync("Enter");
        await Assertions.Expect(hers.Locator(".chat-line .chat-text")).ToHaveCountAsync(3);
        await Assertions.Expect(his.Locator("[data-fold=charla] .fold-count")).ToHaveCountAsync(0);
        await beto.MustBeAccessibleAsync();
        Assert.Equal(3, (await desk.TicketAsync(number)).Version);
    }

    [SkippableFact]
    public async Task Notices_stand_on_one_page_and_the_browser_tells_of_a_new_one_once_while_no_tab_is_looked_at()
    {
        var desk = await OpenAsync(new());
        var number = (await desk.FileAsync()).Number;
        var ana = await desk.HireWithAccountAsync("Ana Restrepo");
        var beto = Actor.Staff(await desk.HireAsync("Beto Cruz"));
        var visit = await VisitAsync(desk, new() { Width = 360, Height = 740 });
        await visit.Page.Context.AddInitScriptAsync(Recorded);
        await visit.SignInAsync(ana);
        var page = visit.Page;
        await CallAsync(desk, number, beto, "@Ana Restrepo, ¿lo mira?");
        await Assertions.Expect(page.Locator(".bell-count")).ToHaveTextAsync("1");

        // To the page of all of them, and permission by a key on its button.
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator(".notice-line.is-new")).ToHaveCountAsync(1);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the telephone.");
        await visit.MustBeAccessibleAsync();
        await page.Locator("[data-notify-ask]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-notify-state=granted]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-notify-ask]")).ToBeHiddenAsync();
        await page.Locator(".notice-line .button").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".bell-count")).ToHaveCountAsync(0);

        // Two tabs: while one is looked at the browser stays silent, then it speaks once.
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(desk.Address + DeskUrls.Notices);
        await other.WaitForFunctionAsync("document.querySelector('[data-interactive]') !== null");
        await CallAsync(desk, number, beto, "@Ana Restrepo, mientras mira");
        await Assertions.Expect(other.Locator(".notice-line.is-new")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".notice-line.is-new")).ToHaveCountAsync(1);
        foreach (var tab in new[] { page, other }) await Assertions.Expect(tab.Locator(".bell-count")).ToHaveTextAsync("1");
        foreach (var tab in new[] { page, other }) await tab.EvaluateAsync("() => { window.away = true; document.dispatchEvent(new Event('visibilitychange')); }");
        await CallAsync(desk, number, beto, "@Ana Restrepo, <b>urge</b>");
        await Assertions.Expect(page.Locator(".notice-line.is-new")).ToHaveCountAsync(2);
        await Assertions.Expect(other.Locator(".notice-line.is-new")).ToHaveCountAsync(2);
        foreach (var tab in new[] { page, other }) await Assertions.Expect(tab.Locator(".bell-count")).ToHaveTextAsync("2");
        await Eventually.TrueAsync(async () => await ShownAsync(page) + await ShownAsync(other) == 1, "one tab told it");
        var teller = await ShownAsync(page) == 1 ? page : other;
        var said = JsonSerializer.Deserialize<JsonElement>(await teller.EvaluateAsync<string>("JSON.stringify(window.shown[0])"));
        Assert.Equal($"{number} · Mención", said.GetProperty("title").GetString());
        Assert.Equal("Beto Cruz mencionó su nombre: «@Ana Restrepo, <b>urge</b>»", said.GetProperty("options").GetProperty("body").GetString());
        Assert.StartsWith("aviso-", said.GetProperty("options").GetProperty("tag").GetString(), StringComparison.Ordinal);

        await teller.EvaluateAsync("() => { window.away = false; window.shown[0].onclick(); }");
        await Assertions.Expect(teller.Locator(".ticket-head")).ToContainTextAsync(number);
        await Assertions.Expect(teller.Locator(".bell-count")).ToHaveCountAsync(0);
        Assert.Equal(0, await desk.ReadAsync(db => Task.FromResult(db.Notices.Count(notice => notice.SeenAt == null))));
    }

    private static Task<int> ShownAsync(IPage tab) => tab.EvaluateAsync<int>("window.shown.length");

    private static async Task CallAsync(WebDesk desk, string number, Actor by, string text) =>
        Assert.True((await desk.Get<Features.Casework.WorkTicket>().RunAsync(number, null, new Features.Casework.CaseAct.AddNote(text), by, CancellationToken.None)).Succeeded);
}
