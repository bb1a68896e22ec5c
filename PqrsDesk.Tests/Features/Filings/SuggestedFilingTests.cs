using Bunit;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Filings;

/// <summary>The house's lists and rules on the form of a member of staff.</summary>
public sealed class SuggestedFilingTests : PageTest
{
    [Fact]
    public async Task What_the_text_suggests_is_accepted_one_by_one_and_what_a_person_chose_stays()
    {
        var area = await Desk.BillingAsync();
        var page = Open();
        await page.InvokeAsync(() => page.Find("#caso-relato").InputAsync("Me cobraron dos veces en la factura."));
        Rest(page, () => Assert.Equal(["Tipo: Reclamo", "Tema: Facturación › Cobro errado", "Área: Facturación"], page.FindAll(".suggestion-what").Select(Words)));
        Assert.Equal("por «cobraron», «factura» (regla Cobros)", Words(page.FindAll(".suggestion-why")[0]));

        await page.FindAll("input[name=tipo]")[(int)TicketKind.Petition - 1].ChangeAsync("on");
        See(page, () => Assert.Equal(["Tema: Facturación › Cobro errado", "Área: Facturación"], page.FindAll(".suggestion-what").Select(Words)));
        await page.InvokeAsync(() => page.Find(".suggestions li button").ClickAsync());
        See(page, () => Assert.Equal(ClassifiedHouse.Billing, page.Find("#caso-tema").GetAttribute("value")));
        await page.InvokeAsync(() => page.Find("#caso-area").ChangeAsync(Number(Samples.FirstArea)));
        See(page, () => Assert.Empty(page.FindAll(".suggestions")));

        await page.InvokeAsync(() => page.Find("#caso-asunto").InputAsync("Cobro"));
        await page.InvokeAsync(() => page.Find("#caso-nombre").InputAsync("Rosa Cortés"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => page.Find(".receipt"));
        var ticket = await Desk.TicketAsync("PQRS-2026-000001");
        Assert.Equal((TicketKind.Petition, ClassifiedHouse.Billing, Samples.FirstArea), (ticket.Kind, ticket.Topic, ticket.AreaId));
        Assert.NotEqual(area.Id, ticket.AreaId);
    }

    [Fact]
    public async Task All_are_accepted_at_once_and_hostile_text_is_only_text()
    {
        var area = await Desk.BillingAsync();
        var page = Open();
        await page.InvokeAsync(() => page.Find("#caso-asunto").InputAsync($"{Hostile} cobro"));
        Rest(page, () => page.Find(".suggestions"));
        AssertNoElements(page);
        await page.InvokeAsync(() => page.Find("[data-key=accept]").ClickAsync());

        See(page, () => Assert.Empty(page.FindAll(".suggestions")));
        Assert.Equal((ClassifiedHouse.Billing, Number(area.Id)), (page.Find("#caso-tema").GetAttribute("value"), page.Find("#caso-area").GetAttribute("value")));
        Assert.NotNull(page.FindAll("input[name=tipo]")[(int)TicketKind.Claim - 1].GetAttribute("checked"));
    }

    [Fact]
    public async Task A_topic_is_found_by_typing_and_taken_by_keyboard_and_one_that_is_not_listed_is_refused()
    {
        await Desk.BillingAsync();
        await Desk.TopicAsync("Vías");
        var page = Open();
        await page.InvokeAsync(() => page.Find("#caso-tema").InputAsync("errado fact"));
        Assert.Equal("Cobro errado Facturación", Words(Assert.Single(page.FindAll("[role=option]"))));
        Assert.Equal("Facturación", page.Find("[role=group].topic-group").GetAttribute("aria-label"));
        await page.InvokeAsync(() => page.Find("#caso-tema").KeyDownAsync("ArrowDown"));
        Assert.Equal("caso-tema-opcion-0", page.Find("#caso-tema").GetAttribute("aria-activedescendant"));
        await page.InvokeAsync(() => page.Find("#caso-tema").KeyDownAsync("Enter"));
        Assert.Equal((ClassifiedHouse.Billing, "false"), (page.Find("#caso-tema").GetAttribute("value"), page.Find("#caso-tema").GetAttribute("aria-expanded")));

        await page.InvokeAsync(() => page.Find("#caso-tema").InputAsync("vias"));
        await page.InvokeAsync(() => page.Find("#caso-tema").BlurAsync());
        Assert.Equal("Vías", page.Find("#caso-tema").GetAttribute("value"));

        await page.InvokeAsync(() => page.Find("#caso-tema").InputAsync(Hostile));
        await page.InvokeAsync(() => page.Find("#caso-tema").BlurAsync());
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());
        See(page, () => Assert.Contains("Elija un tema de la lista.", page.FindAll(".field-error").Select(Words)));
        AssertNoElements(page);
    }

    [Fact]
    public async Task What_the_kind_asks_for_is_said_before_and_refused_beside_each_field()
    {
        await Desk.ProductAsync("Portal");
        await Desk.AskAsync(TicketKind.Claim, RequiredField.Product, Requirement.Staff);
        await Desk.AskAsync(TicketKind.Claim, RequiredField.Telephone);
        await Desk.AskAsync(TicketKind.Claim, RequiredField.Attachment, Requirement.Staff);
        var page = Open();
        await page.FindAll("input[name=tipo]")[(int)TicketKind.Claim - 1].ChangeAsync("on");
        Assert.Equal("Para este tipo también se necesita: producto o plataforma, archivo adjunto, teléfono.", Words(page.Find(".required-notice")));
        await page.InvokeAsync(() => page.Find("#caso-asunto").InputAsync("Cobro"));
        await page.InvokeAsync(() => page.Find("#caso-relato").InputAsync("Dos veces."));
        await page.InvokeAsync(() => page.Find("#caso-nombre").InputAsync("Rosa Cortés"));
        await page.InvokeAsync(() => page.Find("form.filing").SubmitAsync());

        See(page, () => Assert.Equal(3, page.FindAll(".field-error").Count));
        Assert.Equal("caso-producto-error", page.Find("#caso-producto").GetAttribute("aria-describedby"));
        Assert.Empty(await Desk.ReadAsync(db => Task.FromResult(db.Tickets.ToList())));
    }

    private IRenderedComponent<FileTicketPage> Open()
    {
        var page = Render<FileTicketPage>();
        See(page, () => page.Find("#caso-area option"));
        return page;
    }

    private void Rest(IRenderedComponent<FileTicketPage> page, Action seen)
    {
        Assert.True(SpinWait.SpinUntil(() => Desk.Clock.Waiting > 0, TimeSpan.FromSeconds(20)));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, seen);
    }
}
