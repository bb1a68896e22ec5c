using Bunit;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>What a case is about, on its page.</summary>
public sealed class ClassPanelTests : PageTest
{
    [Fact]
    public async Task A_suggestion_is_accepted_and_the_area_is_offered_and_not_moved()
    {
        var area = await Desk.BillingAsync();
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        Assert.Contains("Sugerencia: Facturación › Cobro errado, por «Cobro», «factura» (regla Cobros)", Panel(page), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find(".class-said [data-key=accept]").ClickAsync());
        See(page, () => Assert.Contains("Este tema lo atiende Facturación.", Panel(page), StringComparison.Ordinal));
        Assert.Equal((ClassifiedHouse.Billing, Samples.FirstArea), await Desk.TicketAsync(number) is var ticket ? (ticket.Topic, ticket.AreaId) : default);
        Assert.Contains("puso el tema «Facturación › Cobro errado». Sugerencia aceptada, por «Cobro», «factura» (regla Cobros).", Words(page.Find(".conversation")), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find(".class-said button").ClickAsync());
        See(page, () => Assert.Equal(Number(area.Id), page.Find("#accion-valor").GetAttribute("value")));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Es de su tema."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll(".class-said")));
        Assert.Equal(area.Id, (await Desk.TicketAsync(number)).AreaId);
    }

    [Fact]
    public async Task Topic_and_product_are_changed_and_what_is_not_listed_is_refused()
    {
        await Desk.BillingAsync();
        await Desk.ProductAsync("Portal");
        var number = (await Desk.FileAsync(Samples.Filing with { Topic = $"Viejo {Hostile}" })).Number;
        var page = Open(number);
        await page.InvokeAsync(() => page.Find("[aria-label='Cambiar tema y producto']").ClickAsync());
        See(page, () => Assert.Equal($"Viejo {Hostile}", page.Find("#accion-tema").GetAttribute("value")));
        AssertNoElements(page);

        // What it has may have left the list, and stays while only the other is changed.
        await page.InvokeAsync(() => page.Find("#accion-producto").ChangeAsync("Portal"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(($"Viejo {Hostile}", "Portal"), await Desk.TicketAsync(number) is var ticket ? (ticket.Topic, ticket.Product) : default);

        await page.InvokeAsync(() => page.Find("[aria-label='Cambiar tema y producto']").ClickAsync());
        See(page, () => page.Find("#accion-tema"));
        await page.InvokeAsync(() => page.Find("#accion-tema").InputAsync("inventado"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal("Elija un tema de la lista.", Words(page.Find("dialog .field-error"))));
        await page.InvokeAsync(() => page.Find("#accion-tema").InputAsync(""));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Null((await Desk.TicketAsync(number)).Topic);
    }

    [Fact]
    public async Task What_a_case_lacks_is_shown_and_nothing_of_a_person_who_is_kept_apart()
    {
        await Desk.ProductAsync("Portal");
        await Desk.AskAsync(TicketKind.Claim, RequiredField.Product, Requirement.Staff);
        await Desk.AskAsync(TicketKind.Claim, RequiredField.Address);
        Assert.Contains("Faltan datos: producto o plataforma, dirección.", Panel(Open((await Desk.FileAsync()).Number)), StringComparison.Ordinal);
        Assert.Contains("Faltan datos: producto o plataforma.", Panel(Open((await Desk.FileAsync(petitioner: Samples.Petitioner with { Reserved = true })).Number)), StringComparison.Ordinal);
        Assert.DoesNotContain("Faltan datos", Panel(Open((await Desk.FileAsync(Samples.Filing with { Product = "Portal" }, Samples.Nobody)).Number)), StringComparison.Ordinal);
    }

    private static string Panel(IRenderedComponent<TicketPage> page) => Words(page.Find("[aria-labelledby=clasificacion]"));

    private IRenderedComponent<TicketPage> Open(string number)
    {
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".ticket"));
        return page;
    }
}
