using Microsoft.Playwright;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>Whoever writes an answer keeps their hands on the keyboard, and loses nothing.</summary>
public sealed class ComposerTests : BrowserTest
{
    private const string Give = """
        async ([kind, name, type]) => {
          const all = new DataTransfer();
          all.items.add(new File([Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="), (c) => c.charCodeAt(0))], name, { type }));
          const box = document.querySelector(".composer textarea");
          box.dispatchEvent(kind === "paste"
            ? new ClipboardEvent("paste", { clipboardData: all, bubbles: true, cancelable: true })
            : new DragEvent("drop", { dataTransfer: all, bubbles: true, cancelable: true }));
        }
        """;

    [SkippableFact]
    public async Task An_answer_is_written_marked_looked_at_and_sent_with_what_was_pasted_and_dropped()
    {
        var desk = await OpenAsync(new());
        var number = (await desk.FileAsync()).Number;
        var visit = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        var page = visit.Page;
        var box = page.Locator(".composer textarea");

        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Le devolvimos el cobro");
        await page.Keyboard.PressAsync("Shift+Control+ArrowLeft");
        await page.Keyboard.PressAsync("Control+b");
        await Assertions.Expect(box).ToHaveValueAsync("Le devolvimos el **cobro**");
        await page.Keyboard.PressAsync("Control+e");
        await Assertions.Expect(page.Locator(".composer-preview strong")).ToHaveTextAsync("cobro");
        await visit.MustBeAccessibleAsync();
        await page.Keyboard.PressAsync("Control+e");
        await Assertions.Expect(page.Locator(".composer-preview")).ToBeHiddenAsync();

        await page.EvaluateAsync(Give, new[] { "paste", "image.png", "image/png" });
        var files = page.Locator(".composer .attachments li");
        await Assertions.Expect(files).ToHaveCountAsync(1);
        await Assertions.Expect(files.First).ToContainTextAsync("captura-");
        await page.EvaluateAsync(Give, new[] { "drop", "recibo.png", "image/png" });
        await Assertions.Expect(files).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".composer progress")).ToHaveCountAsync(0);

        await box.FocusAsync();
        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await Assertions.Expect(page.Locator(".turn.answer strong")).ToHaveTextAsync("cobro");
        var answered = Assert.IsType<TicketEvent.Answered>((await desk.LogAsync(number)).Last(each => each is TicketEvent.Answered));
        Assert.Equal(("Le devolvimos el **cobro**", 2), (answered.Text, answered.FileIds!.Count));
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task What_was_typed_while_the_server_was_away_is_there_when_the_page_comes_back()
    {
        var desk = await OpenAsync(new());
        var number = (await desk.FileAsync()).Number;
        var visit = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        var page = visit.Page;
        var box = page.Locator(".composer textarea");
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("Antes del corte");
        await Eventually.TrueAsync(async () => await page.EvaluateAsync<bool>("!Object.keys(localStorage).some((each) => each.startsWith('borrador:'))"), "the server has heard it");

        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync(", y durante él");
        await Assertions.Expect(box).ToHaveValueAsync("Antes del corte, y durante él");
        await Task.Delay(500);
        await page.Context.SetOfflineAsync(false);
        await visit.GoAsync(DeskUrls.TicketOf(number));

        await Assertions.Expect(box).ToHaveValueAsync("Antes del corte, y durante él");
        await box.FocusAsync();
        await page.Keyboard.PressAsync("Control+Alt+Shift+Enter");
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync("Cerrado");
        Assert.Equal("Antes del corte, y durante él", (await desk.LogAsync(number)).OfType<TicketEvent.Answered>().Single().Text);
    }
}
