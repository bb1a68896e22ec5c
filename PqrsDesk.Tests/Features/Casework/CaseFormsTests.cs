using Bunit;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>The small forms of a case.</summary>
public sealed class CaseFormsTests : TicketPageTest
{
    [Fact]
    public async Task A_small_form_refuses_beside_the_field_and_does_it_when_it_can()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);

        await page.InvokeAsync(() => page.Find("[aria-label='Cambiar la prioridad']").ClickAsync());
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal("Elija la prioridad.", Words(page.Find("dialog .field-error"))));

        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("High"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal("Escriba el motivo; queda en la historia del caso.", Words(page.Find("dialog .field-error"))));

        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Son muchos"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(Priority.High, (await Desk.TicketAsync(number)).Priority);
    }

    [Fact]
    public async Task The_term_is_extended_from_the_page_and_not_beyond_what_the_law_allows()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);

        await page.InvokeAsync(() => page.FindAll(".legal-acts button").First(button => Words(button) == "Prorrogar").ClickAsync());
        Assert.Equal(("2026-03-26", "2026-04-17"), (page.Find("#accion-valor").GetAttribute("min"), page.Find("#accion-valor").GetAttribute("max")));
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("2026-04-20"));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Faltan pruebas"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("2026-04-17", Words(page.Find("dialog .field-error")), StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("2026-04-10"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Contains("Faltan pruebas", Words(page.Find(".ticket-talk")), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => Words(button) == "Prorrogar");
    }

    [Fact]
    public async Task A_small_form_opened_before_a_change_is_told_of_it_once()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await page.InvokeAsync(() => page.Find("[aria-label='Cambiar de tipo']").ClickAsync());
        await Desk.ReplyAsync(number, by: Samples.Someone(id: Me.Id + 1, name: "Luis Peña"));

        // Found and told in one turn: the push of the reply may come in between.
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("Complaint"));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Es sobre el trato"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Luis Peña envió una respuesta parcial.", Words(page.Find("dialog .refusal")), StringComparison.Ordinal));
        Assert.Equal(TicketKind.Claim, (await Desk.TicketAsync(number)).Kind);

        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(TicketKind.Complaint, (await Desk.TicketAsync(number)).Kind);
    }
}
