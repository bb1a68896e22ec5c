using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Receiving;

public sealed class ReceptionPageTests : PageTest
{
    [Fact]
    public async Task What_is_missing_is_said_beside_each_field_and_nothing_is_filed()
    {
        var page = Open();

        await page.InvokeAsync(() => page.Find("form.reception-form").SubmitAsync());

        See(page, () => Assert.Equal(
            ["Escriba el nombre del peticionario, o marque que es anónima.", "Elija el tipo de solicitud.", "Escriba el texto.", "Ofrezca la constancia y diga qué prefirió el peticionario."],
            page.FindAll(".field-error").Select(Words)));
        Assert.Equal("true", page.Find("#recepcion-constancia").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll(".constancia"));
    }

    [Fact]
    public async Task The_receipt_says_who_received_what_and_the_form_is_ready_for_the_next_caller()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#recepcion-name").InputAsync(Hostile));
        await page.InvokeAsync(() => page.Find("#recepcion-kind [value=Complaint]").ChangeAsync("Complaint"));
        await page.InvokeAsync(() => page.Find("#recepcion-words").InputAsync($"El bus no paró. {Hostile}"));
        await page.InvokeAsync(() => page.Find("#recepcion-constancia [value=ReadOut]").ChangeAsync("ReadOut"));
        await page.InvokeAsync(() => page.Find("form.reception-form").SubmitAsync());
        See(page, () => page.Find(".constancia"));

        var receipt = Words(page.Find(".constancia"));
        foreach (var part in (string[])["PQRS-2026-000001", Me.Name, "Decreto 1166", "leída por teléfono", "El bus no paró", "25 de marzo de 2026"])
            Assert.Contains(part, receipt, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$", Words(page.Find("[data-code]")));
        Assert.Equal("", page.Find("#recepcion-name").GetAttribute("value"));
        Assert.Contains("PQRS-2026-000001", Words(page.Find(".reception-said")), StringComparison.Ordinal);
        AssertNoElements(page);
    }

    [Fact]
    public async Task A_call_brings_the_caller_their_cases_and_what_they_say_goes_to_one_of_them()
    {
        var number = (await Desk.FileAsync()).Number;
        Services.GetRequiredService<NavigationManager>().NavigateTo(DeskUrls.ReceptionOf("+573001234567"));
        var page = Open();
        See(page, () => Assert.Equal("María Íñiguez", page.Find("#recepcion-name").GetAttribute("value")));
        Assert.Contains(number, Words(page.Find(".caller")), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find(".caller button").ClickAsync());
        See(page, () => Assert.Equal("Escriba el texto.", Words(page.Find(".field-error"))));
        await page.InvokeAsync(() => page.Find("#recepcion-words").InputAsync("También el de abril."));
        await page.InvokeAsync(() => page.Find(".caller button").ClickAsync());

        See(page, () => Assert.Contains($"Se agregó al caso {number}", Words(page.Find(".reception-said")), StringComparison.Ordinal));
        Assert.IsType<TicketEvent.PetitionerResponded>((await Desk.LogAsync(number))[^1]);
        Assert.Empty(page.FindAll(".caller"));
    }

    [Fact]
    public async Task Somebody_new_is_begun_with_what_was_typed_to_find_them()
    {
        await Desk.AddAsync(new Contact { Name = "Rosa Cortés" });
        var page = Open();
        var typed = page.Find("#recepcion-buscar").InputAsync("Rosalba Cortés");
        await page.InvokeAsync(() => page.Find("#recepcion-buscar").KeyDownAsync("Enter"));
        await typed;

        See(page, () => Assert.Equal("Rosalba Cortés", page.Find("#recepcion-name").GetAttribute("value")));
    }

    [Fact]
    public async Task What_is_filed_already_is_said_while_it_is_written_and_can_be_added_to()
    {
        var number = (await Desk.FileAsync(Samples.Filing with { Description = "Desde el lunes el agua sale turbia y con olor a cloro en todo el barrio" })).Number;
        var hidden = (await Desk.FileAsync(Samples.Filing with { Description = "Desde el lunes el agua sale turbia y con olor a cloro en todo el barrio" }, Samples.Petitioner with { Reserved = true })).Number;
        Services.GetRequiredService<NavigationManager>().NavigateTo(DeskUrls.ReceptionOf("+573001234567"));
        var page = Open();
        See(page, () => Assert.Equal("María Íñiguez", page.Find("#recepcion-name").GetAttribute("value")));

        await page.InvokeAsync(() => page.Find("#recepcion-words").InputAsync("El agua sale turbia"));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(page.FindAll(".draft-alike li"));
        await page.InvokeAsync(() => page.Find("#recepcion-words").InputAsync("Buenos días, desde el lunes el agua sale turbia y con olor a cloro en todo el barrio"));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));

        See(page, () => Assert.Contains("mismo peticionario, texto igual, radicado hace menos de un día", Words(page.Find(".draft-alike")), StringComparison.Ordinal));
        Assert.DoesNotContain(hidden, page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find(".draft-alike button").ClickAsync());
        See(page, () => Assert.Contains($"Se agregó al caso {number}", Words(page.Find(".reception-said")), StringComparison.Ordinal));
        Assert.IsType<TicketEvent.PetitionerResponded>((await Desk.LogAsync(number))[^1]);
        See(page, () => Assert.Empty(page.FindAll(".draft-alike li")));
    }

    private IRenderedComponent<ReceptionPage> Open()
    {
        var page = Render<ReceptionPage>();
        See(page, () => page.Find("#recepcion-area option"));
        return page;
    }
}
