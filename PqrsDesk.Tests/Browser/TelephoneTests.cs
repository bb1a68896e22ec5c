using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>The queue and a case on a telephone: everything is within reach of a thumb, and the keyboard never stands nowhere.</summary>
public sealed class TelephoneTests : BrowserTest
{
    /// <summary>What can be touched and is lower than a finger is wide, or cut at the side. Links within a sentence are as high as it.</summary>
    private const string Hard = """
        () => [...document.querySelectorAll("main :is(a[href], button, select, summary, textarea, input:not([type=hidden]))")]
          .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches("p a, .prose a, .facts dd a, .notice a, .c-number a"))
          .map((each) => [each, (each.matches(".q-title") ? each.closest("tr") : each.matches("[type=checkbox], [type=radio]") ? each.closest("label, td") : each).getBoundingClientRect()])
          .filter(([each, box]) => box.width > 2 && (box.height < 39.5 || box.right > innerWidth + 1 && !each.closest(".segments, .queue-grid")))
          .map(([each, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${each.outerHTML.slice(0, 120)}`)
        """;

    private const string Load = """
        (words) => {
          const heading = document.createElement("h1");
          [heading.tabIndex, heading.textContent] = [-1, words];
          document.querySelector("main h1").replaceWith(heading);
        }
        """;

    [SkippableFact]
    public async Task A_case_is_worked_by_thumb_and_what_a_form_took_of_the_keyboard_it_gives_back()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var number = (await desk.FileAsync()).Number;
        await desk.FileAsync();
        await desk.HireAsync("Beto Ruiz");
        var visit = await SignedInAsync(desk, Role.Lead, options: new() { Width = 360, Height = 740, Touch = true });
        var page = visit.Page;
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(2);
        Assert.Empty(await page.EvaluateAsync<string[]>(Hard));

        // Rows are picked and put aside from the bar at the foot; the case is its whole row.
        await page.Locator("[data-row] [data-act=pick]").First.TapAsync();
        await Assertions.Expect(page.Locator(".bulk-bar")).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Hard));
        await page.Locator("[data-row] [data-act=pick]").First.TapAsync();
        await page.Locator($"[data-row]:has-text('{number}')").TapAsync();
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync(number);
        await Assertions.Expect(page.Locator("main h1")).ToBeFocusedAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Hard));
        await visit.MustBeAccessibleAsync();

        // A form takes the keyboard and gives it back to what opened it, although the page is another then.
        await page.Locator("[data-key=assign]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#accion-valor")).ToBeFocusedAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Hard));
        var colleague = await page.Locator("#accion-valor option", new() { HasText = "Beto Ruiz" }).GetAttributeAsync("value");
        await page.SelectOptionAsync("#accion-valor", colleague!);

        // One Escape too many throws no text away.
        await page.Locator("#accion-texto").FocusAsync();
        await page.Keyboard.TypeAsync("Usted conoce el contrato y a quienes lo firmaron.");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog[open] .dialog-actions button").First).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#accion-texto")).ToHaveValueAsync("Usted conoce el contrato y a quienes lo firmaron.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".state-line")).ToContainTextAsync("Beto Ruiz");
        await Assertions.Expect(page.Locator("[data-key=assign]")).ToBeFocusedAsync();

        // A button that has done its work leaves the keyboard to its neighbour.
        await page.Locator(".state button:has-text('Devolver a la cola')").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("[data-key=take]")).ToBeVisibleAsync();
        await page.Locator("[data-key=take]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-key=take]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".state :focus")).ToHaveCountAsync(1);

        // From wherever one has read to, the reply is one touch away; a question waits for its answer.
        await page.Locator("[data-jump=responder]").TapAsync();
        await Assertions.Expect(page.Locator("#responder")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#redactar textarea")).ToBeInViewportAsync();
        await page.Locator("#redactar textarea").TapAsync();
        await page.Keyboard.TypeAsync("¿Nos envía la factura?");
        await page.Locator("[data-key=send-wait]").TapAsync();
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync("En espera");
        Assert.Single(await desk.LogAsync(number), each => each is TicketEvent.WaitStarted { Reason: "¿Nos envía la factura?" });
        await page.Locator("[data-jump=datos]").TapAsync();
        await Assertions.Expect(page.Locator("#datos .fold, #datos details").First).ToBeInViewportAsync();
    }

    [SkippableFact]
    public async Task The_heading_of_a_page_that_loads_keeps_the_keyboard_when_another_takes_its_place()
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk, then: DeskUrls.Me);
        var page = visit.Page;
        await page.Locator("main h1").FocusAsync();

        await page.EvaluateAsync(Load, "Lo cargado");
        await Assertions.Expect(page.Locator("main h1")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Lo cargado");

        // Whoever has clicked elsewhere meanwhile is left alone.
        await page.Mouse.ClickAsync(700, 850);
        await page.EvaluateAsync(Load, "Otra vez");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Otra vez");
        Assert.False(await page.EvaluateAsync<bool>("() => document.activeElement.matches('h1')"));
    }
}
