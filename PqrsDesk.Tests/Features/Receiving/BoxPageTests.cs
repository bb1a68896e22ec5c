using Bunit;
using Microsoft.AspNetCore.Components;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Receiving;

public sealed class BoxPageTests : PageTest
{
    [Fact]
    public async Task Papers_that_were_copied_out_survive_the_page_and_can_be_thrown_away()
    {
        await Desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        var page = Open();
        await page.InvokeAsync(() => page.Find("#buzon-papeles").ChangeAsync("3"));
        await page.InvokeAsync(() => page.Find("#papel-3-texto").InputAsync($"Falta una rampa {Hostile}"));
        await page.Find("form.box-form").TriggerEventAsync("oninput", new ChangeEventArgs());
        await Eventually.TrueAsync(async () => await KeptAsync() is not null, "the papers are kept");
        await DisposeComponentsAsync();

        var again = Open();
        Assert.Equal(3, again.FindAll(".box-row").Count);
        Assert.Equal($"Falta una rampa {Hostile}", again.Find("#papel-3-texto").GetAttribute("value"));

        await again.InvokeAsync(() => again.Find(".notice button").ClickAsync());
        See(again, () => Assert.Single(again.FindAll(".box-row")));
        Assert.Null(await KeptAsync());
    }

    [Fact]
    public async Task What_is_registered_is_no_draft_any_more()
    {
        await Desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        var page = Open();
        await page.InvokeAsync(() => page.Find("#buzon-quienes").InputAsync("Rosa y Luis"));
        await page.InvokeAsync(() => page.Find("#papel-1-texto").InputAsync("Más sillas en la sala."));
        await page.Find("form.box-form").TriggerEventAsync("oninput", new ChangeEventArgs());
        await Eventually.TrueAsync(async () => await KeptAsync() is not null, "the papers are kept");

        await page.InvokeAsync(() => page.Find("form.box-form").SubmitAsync());

        await Eventually.TrueAsync(async () => await KeptAsync() is null, "the draft is forgotten");
        Assert.Equal(1, await Desk.ReadAsync(db => Task.FromResult(db.BoxPapers.Count())));
    }

    private Task<KeptBox?> KeptAsync() => Desk.Get<Drafts>().ReadAsync<KeptBox>(Me.Id, "buzon", CancellationToken.None);

    private IRenderedComponent<BoxPage> Open()
    {
        var page = Render<BoxPage>();
        See(page, () => page.Find("#buzon-sede option"));
        return page;
    }
}
