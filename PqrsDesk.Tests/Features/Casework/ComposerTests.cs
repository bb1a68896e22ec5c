using Bunit;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>Whoever writes on a case: what is kept, what is sent, and what others did meanwhile.</summary>
public sealed class ComposerTests : TicketPageTest
{
    [Fact]
    public async Task What_was_begun_on_another_connection_is_there_until_it_is_sent()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.Get<Drafts>().KeepAsync(Me.Id, $"caso:{number}", """{"Reply":"A medias","Note":"","Waiting":"","Cause":"","Seen":1}""", CancellationToken.None);
        var page = Open(number);
        Assert.Equal("A medias", page.Find(".composer textarea").GetAttribute("value"));
        Assert.Contains("Recuperado", Words(page.Find(".composer-recovered")), StringComparison.Ordinal);

        await TypeAsync(page, "Ya está completa.");
        await Eventually.TrueAsync(async () => (await KeptAsync(number))?.Reply == "Ya está completa.", "what is typed is kept");
        await page.InvokeAsync(() => page.Find("[data-key=send]").ClickAsync());

        See(page, () => Assert.Equal("", page.Find(".composer textarea").GetAttribute("value")));
        await Eventually.TrueAsync(async () => await KeptAsync(number) is null, "it is forgotten");
        Assert.Empty(page.FindAll(".composer-recovered"));
    }

    [Fact]
    public async Task A_reply_that_is_begun_in_another_tab_outlives_a_note_that_is_saved_in_this_one()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await Desk.Get<Drafts>().KeepAsync(Me.Id, $"caso:{number}", """{"Reply":"De la otra","Note":"","Waiting":"","Cause":"","Seen":1}""", CancellationToken.None);

        await page.InvokeAsync(() => page.Find("[data-key=note]").ClickAsync());
        await TypeAsync(page, "Ojo");
        await Eventually.TrueAsync(async () => await KeptAsync(number) is { Note: "Ojo", Reply: "De la otra" }, "both are kept");
        await PressAsync(page, "Guardar nota");

        await Eventually.TrueAsync(async () => await KeptAsync(number) is { Note: "", Reply: "De la otra" }, "the note was saved, and the reply is still there");
    }

    [Fact]
    public async Task A_recovered_draft_can_be_thrown_away()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.Get<Drafts>().KeepAsync(Me.Id, $"caso:{number}", """{"Reply":"","Note":"Ojo","Waiting":"","Cause":"","Seen":null}""", CancellationToken.None);
        var page = Open(number);

        await page.InvokeAsync(() => page.Find(".composer-recovered button").ClickAsync());

        await Eventually.TrueAsync(async () => await KeptAsync(number) is null, "it is forgotten");
        await page.InvokeAsync(() => page.Find("[data-key=note]").ClickAsync());
        Assert.Equal("", page.Find(".composer textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task The_buttons_say_what_they_will_do()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        Assert.Equal(["Enviar y esperar al peticionario", "Enviar respuesta de fondo", "Enviar respuesta parcial", "Enviar respuesta de fondo y cerrar"], Buttons(page));

        await page.InvokeAsync(() => page.Find("[data-key=note]").ClickAsync());
        Assert.Equal(["Guardar nota"], Buttons(page));
        Assert.Contains("note", page.Find(".composer").ClassList);

        await Desk.WaitAsync(number);
        await page.InvokeAsync(() => page.Find("[data-key=reply]").ClickAsync());
        Await(page, () => Assert.Equal(["Enviar respuesta de fondo", "Enviar y seguir esperando", "Enviar respuesta de fondo y cerrar"], Buttons(page)));

        await Desk.AnswerAsync(number);
        Await(page, () => Assert.Equal(["Enviar mensaje adicional"], Buttons(page)));

        await Desk.CloseAsync(number);
        Await(page, () => Assert.Empty(page.FindAll(".composer-actions button")));
    }

    [Fact]
    public async Task A_reply_that_asks_for_something_waits_for_what_it_asks()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await TypeAsync(page, "> ¿Me devuelven el dinero?\n\nClaro que sí. ¿Cuál es la factura? ¿De qué mes?");

        await page.InvokeAsync(() => page.Find("[data-key=send-wait]").ClickAsync(new()));

        Assert.Equal("¿Cuál es la factura? ¿De qué mes?", (await Desk.LogAsync(number)).OfType<TicketEvent.WaitStarted>().Single().Reason);
        Assert.Contains("En espera del peticionario", Words(page.Find(".ticket-head")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-key=send-wait]"));
    }

    [Fact]
    public async Task A_reply_that_asks_nothing_says_what_is_waited_for_and_why()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await TypeAsync(page, "Necesitamos el número de la factura.");

        await page.InvokeAsync(() => page.Find("[data-key=send-wait]").ClickAsync(new()));
        await PressAsync(page, "Enviar y esperar al peticionario");
        Assert.Equal("Escriba el motivo; queda en la historia del caso.", Words(page.Find(".composer .refusal")));
        Assert.Single(await Desk.LogAsync(number));

        await page.InvokeAsync(() => page.Find("#causa-espera").ChangeAsync("2"));
        await page.InvokeAsync(() => page.Find("#que-se-espera").InputAsync("El número"));
        await PressAsync(page, "Enviar y esperar al peticionario");

        Assert.Equal([typeof(TicketEvent.Filed), typeof(TicketEvent.Replied), typeof(TicketEvent.WaitStarted)], (await Desk.LogAsync(number)).Select(line => line.GetType()));
        Assert.Contains("En espera del peticionario", Words(page.Find(".ticket-head")), StringComparison.Ordinal);
        Assert.Contains("Se pidió una aclaración", Words(page.Find(".pauses")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_sent_and_the_case_closed_together_or_neither()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await PressAsync(page, "Enviar respuesta de fondo y cerrar");
        Assert.Single(await Desk.LogAsync(number));

        await TypeAsync(page, "Le devolvimos el cobro.");
        await PressAsync(page, "Enviar respuesta de fondo y cerrar");

        Assert.Equal([typeof(TicketEvent.Filed), typeof(TicketEvent.Answered), typeof(TicketEvent.Closed)], (await Desk.LogAsync(number)).Select(line => line.GetType()));
        Assert.Contains("Cerrado", Words(page.Find(".ticket-head")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_is_shown_as_it_will_look_and_what_a_petitioner_typed_as_it_was_typed()
    {
        var number = (await Desk.FileAsync(Samples.Filing with { Description = "**No** es _mío_" })).Number;
        var page = Open(number);
        await TypeAsync(page, "Es **suyo**:\n- uno\n- dos\n\n<b>x</b>");

        await page.InvokeAsync(() => page.Find("[data-key=preview]").ClickAsync());
        Assert.Equal(("suyo", 2), (page.Find(".composer-preview strong").TextContent, page.FindAll(".composer-preview li").Count));
        Assert.Empty(page.FindAll(".composer-preview b"));
        Assert.Equal("Es **suyo**:\n- uno\n- dos\n\n<b>x</b>", page.Find(".composer textarea").GetAttribute("value"));

        await PressAsync(page, "Enviar respuesta parcial");
        See(page, () => Assert.Equal("suyo", page.Find(".turn.agent strong").TextContent));
        Assert.Equal("**No** es _mío_", page.Find(".turn.petitioner .turn-text").TextContent);
        Assert.Empty(page.FindAll(".composer-preview"));
    }

    [Fact]
    public async Task Who_writes_while_another_changes_the_ticket_is_told_keeps_the_text_and_can_send_again()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await TypeAsync(page, "Le devolvimos el cobro.");
        await Desk.ChangePriorityAsync(number, Priority.High, "Son muchos", Samples.Someone(id: Me.Id + 1, name: "Luis Peña"));
        Await(page, () => Assert.Contains("Luis Peña cambió la prioridad de Media a Alta.", Words(page.Find(".composer .notice")), StringComparison.Ordinal));

        await PressAsync(page, "Enviar respuesta de fondo");

        Assert.Contains("No se envió", Words(page.Find(".composer .refusal")), StringComparison.Ordinal);
        Assert.Contains("Luis Peña cambió la prioridad de Media a Alta. Motivo: Son muchos 10:00", Words(page.Find(".composer .refusal")), StringComparison.Ordinal);
        Assert.Equal("Le devolvimos el cobro.", page.Find(".composer textarea").GetAttribute("value"));
        Assert.Equal(2, (await Desk.LogAsync(number)).Count);

        await PressAsync(page, "Enviar respuesta de fondo");
        Assert.IsType<TicketEvent.Answered>((await Desk.LogAsync(number))[^1]);
    }

    [Fact]
    public async Task What_one_did_oneself_while_writing_is_no_news()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await TypeAsync(page, "Le devolvimos el cobro.");
        await page.InvokeAsync(() => page.FindAll(".panel-actions button").First(button => Words(button) == "Tomar").ClickAsync());

        Assert.Empty(page.FindAll(".composer .notice"));
        await PressAsync(page, "Enviar respuesta de fondo");
        Assert.IsType<TicketEvent.Answered>((await Desk.LogAsync(number))[^1]);
    }
}
