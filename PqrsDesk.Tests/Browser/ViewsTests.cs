using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>Saved views, columns and groups in a browser, by the keyboard.</summary>
public sealed class ViewsTests : BrowserTest
{
    [SkippableFact]
    public async Task A_view_is_made_by_the_keyboard_counted_live_and_opened_from_the_side_bar()
    {
        var desk = await OpenAsync(new());
        await desk.FileAsync();
        await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Petition });
        var visit = await SignedInAsync(desk, Role.Lead);
        var keys = visit.Page.Keyboard;
        await Assertions.Expect(visit.Page.Locator("[data-row]")).ToHaveCountAsync(2);

        await keys.PressAsync("f");
        await Assertions.Expect(visit.Page.Locator("[data-choices=area] summary")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator("[data-choices=tipo] summary")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        for (var i = 0; i < 2; i++) await keys.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator("[data-choices=tipo] input[value=Claim]")).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await Assertions.Expect(visit.Page.Locator(".filter-chip")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"Tipo\s*Reclamo"));
        await Assertions.Expect(visit.Page.Locator("[data-choices=tipo] input[value=Claim]")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");

        await keys.PressAsync("v");
        await Assertions.Expect(visit.Page.Locator("input[name=densidad]:checked")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator("#agrupar")).ToBeFocusedAsync();
        foreach (var group in (string[])["[data-group=InSevenDays], [data-group=Later]", "[data-group=Filed]", "[data-group='1']"])
        {
            await keys.PressAsync("ArrowDown");
            await Assertions.Expect(visit.Page.Locator(group).First).ToBeVisibleAsync();
        }

        await Assertions.Expect(visit.Page.Locator(".group-row")).ToHaveCountAsync(1);
        await visit.Page.Locator("[data-view-save]").FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#vista-nombre")).ToBeFocusedAsync();
        await keys.TypeAsync("Reclamos por área");
        await visit.Page.Locator("dialog input[value=All]").FocusAsync();
        await keys.PressAsync("Space");
        await keys.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Reclamos por área");
        var line = visit.Page.Locator(".rail-view", new() { HasText = "Reclamos por área" });
        await Assertions.Expect(line.Locator(".rail-count")).ToHaveTextAsync("1");
        await Assertions.Expect(line).ToHaveAttributeAsync("aria-current", "page");
        await visit.MustBeAccessibleAsync();

        await desk.FileAsync();
        await Assertions.Expect(line.Locator(".rail-count")).ToHaveTextAsync("2", new() { Timeout = 5_000 });

        var other = await SignedInAsync(desk);
        await other.Page.Keyboard.PressAsync("g");
        await other.Page.Keyboard.PressAsync("5");
        await Assertions.Expect(other.Page.Locator("[data-row]")).ToHaveCountAsync(2);
        await Assertions.Expect(other.Page.Locator(".group-row")).ToHaveCountAsync(1);
    }

    [SkippableTheory]
    [InlineData("/?agrupar=Kind")]
    [InlineData("/?agrupar=Due&densidad=Compact&columnas=Subject,Topic,Petitioner,Filed,Number,Due,Channel")]
    public async Task The_current_row_its_focus_and_its_place_stay_while_groups_change(string address)
    {
        var desk = await OpenAsync(new());
        for (var i = 0; i < 18; i++) await desk.FileAsync(Samples.Filing with { Subject = $"Reclamo {i:00}" });
        for (var i = 0; i < 18; i++) await desk.FileAsync(Samples.Filing with { Subject = $"Petición {i:00}", Kind = TicketKind.Petition });
        var visit = await SignedInAsync(desk, then: address, options: new() { Height = 600 });
        var some = await visit.Page.Locator("[data-row]").CountAsync();
        for (var i = 0; i < some - 4; i++) await visit.Page.Keyboard.PressAsync("j");
        var current = await CurrentAsync();
        var place = await TopAsync();

        await desk.FileAsync(Samples.Filing with { Subject = "Llegó de primero", Kind = TicketKind.Petition, TouchesSecurity = true });
        await desk.FileAsync(Samples.Filing with { Subject = "De otro grupo", Kind = TicketKind.Complaint, TouchesSecurity = true });
        await Assertions.Expect(visit.Page.GetByText("De otro grupo")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Assertions.Expect(visit.Page.GetByText("Llegó de primero")).ToHaveCountAsync(1);

        Assert.Equal(current, await CurrentAsync());
        Assert.Equal(place, await TopAsync(), 2.0);
        Assert.Equal(current, await visit.Page.EvaluateAsync<string>("document.activeElement.closest('[data-row]')?.dataset.row"));

        Task<string?> CurrentAsync() => visit.Page.Locator("[data-row][data-current]").GetAttributeAsync("data-row");
        Task<double> TopAsync() => visit.Page.EvaluateAsync<double>("document.querySelector('[data-row][data-current]').getBoundingClientRect().top");
    }

    [SkippableFact]
    public async Task A_row_that_goes_to_another_group_keeps_the_focus()
    {
        var desk = await OpenAsync(new());
        for (var i = 0; i < 3; i++) await desk.FileAsync();
        var visit = await SignedInAsync(desk, then: "/?agrupar=Status");
        await Assertions.Expect(visit.Page.Locator("[data-row]")).ToHaveCountAsync(3);
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("j");
        var current = await visit.Page.Locator("[data-row][data-current]").GetAttributeAsync("data-row");

        await visit.Page.Keyboard.PressAsync("t");

        await Assertions.Expect(visit.Page.Locator(".group-row")).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.Locator($"[data-group=InProgress] ~ [data-row='{current}']")).ToBeFocusedAsync();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, "es-CO")]
    [InlineData(ColorScheme.Dark, "en-US")]
    public async Task Every_part_of_it_can_be_read_and_fits(ColorScheme scheme, string locale)
    {
        var desk = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(desk, new() { Scheme = scheme, Locale = locale });
        await visit.SignInAsDemoAsync(Role.Lead);
        if (locale == "en-US") await visit.Page.GotoAsync(DeskUrls.LanguageOf("en", DeskUrls.Queue));
        var view = (await desk.Get<ViewShelf>().OfAsync(new(1, null, Role.Lead)))[0];
        string[] addresses = [DeskUrls.ViewOf(view.Id), "/?agrupar=Due", "/?agrupar=Owner&densidad=Compact", "/?tipo=Nada&prioridad=High", DeskUrls.ViewOf(view.Id) + "&casos=Open"];
        foreach (var address in addresses)
        {
            await visit.GoAsync(address);
            await visit.Page.Locator(".skeleton").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            foreach (var (width, height) in ((int, int)[])[(1440, 900), (360, 740)])
            {
                await visit.Page.SetViewportSizeAsync(width, height);
                await visit.MustBeAccessibleAsync();
                Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{address} is cut at {width} pixels.");
            }
        }

        foreach (var part in (string[])["filtros", "vista"])
        {
            await visit.Page.Locator($"[popovertarget={part}]").First.ClickAsync();
            if (part == "filtros") await visit.Page.Locator("[data-choices=tipo] summary").ClickAsync();
            await visit.MustBeAccessibleAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
        }

        await visit.Page.Locator("[popovertarget=vista]").First.ClickAsync();
        await visit.Page.Locator("[data-views]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("dialog[open]")).ToBeVisibleAsync();
        await visit.MustBeAccessibleAsync();
    }
}
