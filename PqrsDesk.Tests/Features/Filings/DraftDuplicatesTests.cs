using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Filings;

public sealed class DraftDuplicatesTests : PageTest
{
    private const string Text = "Desde el lunes el agua sale turbia y con olor a cloro en todo el barrio";

    [Fact]
    public async Task Who_writes_what_is_filed_already_is_told_and_may_add_it_to_that_case()
    {
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = Hostile, Description = Text })).Number;
        Desk.Clock.Advance(TimeSpan.FromDays(3));
        var page = Render<FileTicketPage>();
        See(page, () => page.Find("#caso-area option"));

        await page.InvokeAsync(() => page.Find("#caso-relato").InputAsync(Text));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, () => Assert.Contains("texto igual, radicado hace 3 días", Words(page.Find(".draft-alike")), StringComparison.Ordinal));
        Assert.Equal(("_blank", $"/casos/{number}"), (page.Find(".draft-alike a").GetAttribute("target"), page.Find(".draft-alike a").GetAttribute("href")));

        // Of somebody else nothing can be added.
        Assert.Empty(page.FindAll(".draft-alike button"));
        await page.InvokeAsync(() => page.Find("#caso-documento").InputAsync("cc 52123456"));
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        See(page, () => Assert.Contains("mismo documento", Words(page.Find(".draft-alike")), StringComparison.Ordinal));
        AssertHarmless(page);
        await page.InvokeAsync(() => page.Find(".draft-alike button").ClickAsync());

        See(page, () => Assert.EndsWith(DeskUrls.TicketOf(number), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(Text, Assert.IsType<TicketEvent.PetitionerResponded>((await Desk.LogAsync(number))[^1]).Text);
    }
}
