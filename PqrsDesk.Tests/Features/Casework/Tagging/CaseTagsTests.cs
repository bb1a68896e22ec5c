using Bunit;
using Microsoft.AspNetCore.Components.Web;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Tagging;

/// <summary>Tags as a person puts them on a case, and as a lead keeps them in order.</summary>
public sealed class CaseTagsTests : PageTest
{
    [Fact]
    public async Task Tags_are_typed_offered_and_taken_off()
    {
        var number = (await Desk.FileAsync()).Number;
        var other = (await Desk.FileAsync()).Number;
        await Desk.Get<TagCase>().RunAsync(other, ["Fraude"], [], Samples.Someone(), CancellationToken.None);
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".case-tags"));

        await page.InvokeAsync(() => page.Find("[aria-label='Agregar una etiqueta']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#etiqueta").InputAsync("frau"));
        See(page, () => Assert.Equal("Fraude", page.Find("#etiquetas option").GetAttribute("value")));
        await page.InvokeAsync(() => page.Find("#etiqueta").InputAsync($"fraude, {Hostile[..30]}, app"));
        await page.InvokeAsync(() => page.Find(".case-tag-new").SubmitAsync());
        See(page, () => Assert.Equal(3, page.FindAll(".case-tag").Count));
        AssertNoElements(page);
        Assert.Equal("Fraude", page.Find(".case-tag a").TextContent);
        Assert.Equal("/?casos=Any&etiqueta=Fraude", page.Find(".case-tag a").GetAttribute("href"));

        await page.InvokeAsync(() => page.Find("#etiqueta").InputAsync(new string('a', 41)));
        await page.InvokeAsync(() => page.Find(".case-tag-new").SubmitAsync());
        See(page, () => Assert.Contains("40", page.Find("#etiqueta-error").TextContent, StringComparison.Ordinal));

        // An empty box takes the last one back, Escape closes it.
        await page.InvokeAsync(() => page.Find("#etiqueta").InputAsync(""));
        await page.InvokeAsync(() => page.Find("#etiqueta").KeyDownAsync(new KeyboardEventArgs { Key = "Backspace" }));
        See(page, () => Assert.Equal(2, page.FindAll(".case-tag").Count));
        await page.InvokeAsync(() => page.Find("#etiqueta").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" }));
        See(page, () => Assert.Empty(page.FindAll("#etiqueta")));
        await page.InvokeAsync(() => page.Find("[aria-label='Quitar la etiqueta Fraude']").ClickAsync(new()));
        See(page, () => Assert.Single(page.FindAll(".case-tag")));
        Assert.Single((await Desk.TicketAsync(number)).CaseFile!.Tags);
    }

    [Fact]
    public async Task A_lead_merges_two_tags_after_being_asked()
    {
        SignIn(await Desk.HireAsync("Lía Vega", Role.Lead));
        foreach (var tag in new[] { "cobro", "Cobros" }) await Desk.Get<TagCase>().RunAsync((await Desk.FileAsync()).Number, [tag], [], Samples.Someone(), CancellationToken.None);
        var page = Render<TagsPage>();
        See(page, () => Assert.Equal(2, page.FindAll(".sla-causes li").Count));

        await page.InvokeAsync(() => page.Find("[aria-label='Nombre de la etiqueta cobro']").InputAsync("COBROS"));
        await page.InvokeAsync(() => page.Find("[aria-label='Cambiar la etiqueta cobro']").ClickAsync(new()));
        See(page, () => Assert.Equal("¿Unir «cobro» con «Cobros»?", page.Find("dialog h2").TextContent));
        await page.InvokeAsync(() => page.Find("dialog .danger").ClickAsync(new()));
        See(page, () => Assert.Single(page.FindAll(".sla-causes li")));
        Assert.Equal("Listo. Casos que cambiaron: 1.", page.Find("p[role=status]").TextContent);
        Assert.Equal(("Cobros", 2), (await Desk.Get<ReadTags>().AllAsync(CancellationToken.None)).Single() is var line ? (line.Name, line.Cases) : default);
    }
}
