using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>The whole way of a conversation: a peer that speaks as Meta does, the desk's own background work, a person in a browser.</summary>
public sealed class MetaTests : BrowserTest
{
    [SkippableFact]
    public async Task A_conversation_becomes_a_case_its_answer_goes_back_and_the_page_says_how_far_it_came()
    {
        await using var meta = await MetaPeer.StartAsync();
        meta.Keep("77", "image/jpeg", [0xFF, 0xD8, 0xFF, .. "una foto"u8]);
        var desk = await OpenAsync(new() { Settings = meta.Settings.ToDictionary(setting => setting.Name, setting => setting.Value) });
        var at = desk.Clock.Now;
        await SendAsync(desk, MetaPeer.WhatsApp(
            MetaPeer.Text("wamid.I1", at.AddSeconds(-5), "Me cobraron dos veces."),
            new { from = MetaPeer.Telephone, id = "wamid.I2", timestamp = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), type = "image", image = new { id = "77", mime_type = "image/jpeg", caption = "El recibo" } }));
        var number = await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Number).SingleAsync());
        var visit = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        var (page, talk) = (visit.Page, visit.Page.Locator("section[aria-labelledby=conversacion]"));

        await Assertions.Expect(talk).ToContainTextAsync("Conversación de WhatsApp");
        await Assertions.Expect(talk).ToContainTextAsync("+573001234567");
        await Assertions.Expect(page.Locator(".attachments")).ToContainTextAsync("imagen-1.jpg", new() { Timeout = 30_000 });
        await Assertions.Expect(talk.Locator(".on-time")).ToContainTextAsync("Enviado", new() { Timeout = 30_000 });
        await page.GetByLabel("Respuesta al peticionario").FillAsync("Lo estamos revisando.");
        await page.Locator("[data-key=send]").ClickAsync();
        await Assertions.Expect(talk.Locator(".on-time")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        Assert.Equal("Lo estamos revisando.", meta.Messages[^1].Text);

        await SendAsync(desk, MetaPeer.Status("wamid.001", "delivered", at));
        await SendAsync(desk, MetaPeer.Status("wamid.002", "read", at));
        await Assertions.Expect(talk.Locator(".on-time").First).ToContainTextAsync("Leído");
        await Assertions.Expect(talk.Locator(".on-time").Nth(1)).ToContainTextAsync("Entregado");
        await visit.MustBeAccessibleAsync();

        // Sent is not notified: the network gave it back a day later.
        meta.Refuse(400, 131047, "More than 24 hours have passed since the recipient last replied.");
        await page.GetByLabel("Respuesta al peticionario").FillAsync("Ya casi.");
        await page.Locator("[data-key=send]").ClickAsync();
        await Assertions.Expect(talk).ToContainTextAsync("notifíquelo por otro medio", new() { Timeout = 30_000 });
        await visit.MustBeAccessibleAsync();

        await SendAsync(desk, MetaPeer.WhatsApp(MetaPeer.Text("wamid.I3", desk.Clock.Now, "Gracias.")));
        await Assertions.Expect(page.Locator(".conversation")).ToContainTextAsync("Gracias.");
    }

    private static async Task SendAsync(WebDesk desk, string body)
    {
        using var answer = await MetaPeer.SendAsync(desk, body);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
