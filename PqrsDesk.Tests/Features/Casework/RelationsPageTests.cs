using AngleSharp.Dom;
using Bunit;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>The panel of related cases, and the dialogs that change them.</summary>
public sealed class RelationsPageTests : PageTest
{
    [Fact]
    public async Task A_case_is_linked_and_the_link_taken_back()
    {
        var (one, two) = await RelateTicketsTests.TwoAsync(Desk);
        var page = Open(one);
        Assert.Contains("Ninguno.", Words(Panel(page)), StringComparison.Ordinal);

        await PressAsync(page, "Vincular");
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("No encontramos ese caso", Words(page.Find("dialog .field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync(one));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Ese es este mismo caso", Words(page.Find("dialog .field-error")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync(two));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        See(page, () => Assert.Equal(two, Words(Panel(page).QuerySelector("a.radicado")!)));
        Assert.Contains("Vinculados", Words(Panel(page)), StringComparison.Ordinal);
        Assert.Contains($"vinculó este caso con {two}", Words(page.Find(".conversation")), StringComparison.Ordinal);

        await PressAsync(page, "Quitar el vínculo");
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Ninguno.", Words(Panel(page)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_younger_is_merged_into_the_older_whichever_page_one_stands_on()
    {
        var (older, younger) = await RelateTicketsTests.TwoAsync(Desk);
        var page = Open(younger);
        await PressAsync(page, "Acumular");
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync(older));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Es el mismo cobro."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        See(page, () => Assert.Contains("Acumulado", Words(page.Find(".ticket-head")), StringComparison.Ordinal));
        Assert.Contains("Acumulado en", Words(Panel(page)), StringComparison.Ordinal);
        Assert.Contains($"se responde con {older}", Words(page.Find(".composer")), StringComparison.Ordinal);
        Assert.DoesNotContain(Buttons(page), button => button is "Reabrir" or "Acumular" or "Dividir");

        var other = Open(older);
        Assert.Contains("Acumulados en este", Words(Panel(other)), StringComparison.Ordinal);
        Assert.Contains($"quienes radicaron {younger}", Words(other.Find(".composer-together")), StringComparison.Ordinal);
        Assert.Equal("Me cobraron dos veces el mismo mes.\nAdjunto la factura.", other.Find(".event-said .turn-text").TextContent);

        await PressAsync(other, "Separar");
        await other.InvokeAsync(() => other.Find("#accion-texto").InputAsync("Son dos facturas."));
        await other.InvokeAsync(() => other.Find("dialog form").SubmitAsync());
        See(other, () => Assert.Contains("Ninguno.", Words(Panel(other)), StringComparison.Ordinal));
        Assert.True((await Desk.TicketAsync(younger)).IsOpen);
    }

    [Fact]
    public async Task A_case_is_split_into_several_at_once_and_each_error_stands_by_its_field()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await PressAsync(page, "Dividir");
        Assert.Equal("Parte 2", Words(page.Find("dialog legend")));
        await page.InvokeAsync(() => page.Find("#parte-0-area").ChangeAsync(Number(Samples.FirstArea)));
        await page.InvokeAsync(() => page.Find("#parte-0-asunto").ChangeAsync("Copia del contrato"));
        await page.InvokeAsync(() => page.Find("#parte-0-texto").ChangeAsync("Quiero una copia."));
        await page.InvokeAsync(() => page.FindAll("dialog button").Single(button => Words(button) == "Agregar otra parte").ClickAsync());
        await page.InvokeAsync(() => page.Find("#parte-1-clase").ChangeAsync(nameof(TicketKind.Complaint)));
        await page.InvokeAsync(() => page.Find("#parte-1-area").ChangeAsync(Number(Samples.FirstArea)));
        await page.InvokeAsync(() => page.Find("#parte-1-asunto").ChangeAsync("Trato"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        See(page, () => Assert.Equal("Escriba el texto.", Words(page.Find("#parte-1-texto-error"))));
        await page.InvokeAsync(() => page.Find("#parte-1-texto").ChangeAsync("Me gritaron."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        See(page, () => Assert.Equal([$"{number}-2", $"{number}-3"], Panel(page).QuerySelectorAll("a.radicado").Select(Words)));
        Assert.Empty(page.FindAll("dialog"));
        var part = Open($"{number}-2");
        Assert.Equal([number], Panel(part).QuerySelectorAll("a.radicado").Select(Words));
        Assert.DoesNotContain("Dividir", Buttons(part));
    }

    [Fact]
    public async Task An_agent_is_offered_spam_for_a_case_of_theirs_and_a_lead_to_void_any()
    {
        var (mine, other) = await RelateTicketsTests.TwoAsync(Desk);
        await Desk.TakeAsync(mine, Me);
        Assert.DoesNotContain("Anular o marcar no deseado", Buttons(Open(other)));
        var page = Open(mine);
        await PressAsync(page, "Anular o marcar no deseado");
        Assert.Equal(["", "Spam"], page.FindAll("#accion-valor option").Select(option => option.GetAttribute("value")));

        SignIn(await Desk.HireAsync("Lía Vega", Role.Lead));
        page = Open(other);
        await PressAsync(page, "Anular o marcar no deseado");
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("Void"));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Era una prueba."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Anulado", Words(page.Find(".ticket-head")), StringComparison.Ordinal));
        Assert.Contains("Reabrir", Buttons(page));
    }

    [Fact]
    public async Task What_people_typed_in_another_case_is_read_and_never_run()
    {
        var one = (await Desk.FileAsync()).Number;
        var two = (await Desk.FileAsync(Samples.Filing with { Subject = Hostile, Description = Hostile }, Samples.Petitioner with { Name = Hostile, Document = null, Email = null, Telephone = null })).Number;
        await Desk.Get<RelateTickets>().RunAsync(one, null, new CaseAct.Link(two, Hostile), Samples.Someone(), CancellationToken.None);
        await Desk.Get<RelateTickets>().RunAsync(one, null, new CaseAct.Split([new(TicketKind.Petition, Hostile, Hostile, Samples.FirstArea)]), Samples.Someone(), CancellationToken.None);
        Assert.True((await Desk.Get<RelateTickets>().RunAsync(one, null, new CaseAct.Merge(two, Hostile), Samples.Someone(), CancellationToken.None)).Succeeded);
        await Desk.HearAsync(two, Hostile);
        AssertHarmless(Open(one));
        AssertHarmless(Open(two));
    }

    private IRenderedComponent<TicketPage> Open(string number) => Render<TicketPage>(parameters => parameters.Add(page => page.Radicado, number));

    private static IElement Panel(IRenderedComponent<TicketPage> page) => page.Find("[aria-labelledby=relacionados]");

    private static IEnumerable<string> Buttons(IRenderedComponent<TicketPage> page) => page.FindAll(".ticket button").Select(Words);

    private static Task PressAsync(IRenderedComponent<TicketPage> page, string button) => page.InvokeAsync(() => page.FindAll(".ticket button").First(each => Words(each) == button).ClickAsync());
}
