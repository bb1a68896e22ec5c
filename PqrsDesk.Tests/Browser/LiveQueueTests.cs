using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>Two people at one desk: each sees what the other does, without touching anything.</summary>
public sealed class LiveQueueTests : BrowserTest
{
    [SkippableFact]
    public async Task What_one_files_takes_and_closes_the_other_sees()
    {
        var desk = await OpenAsync(new());
        var watcher = await SignedInAsync(desk, Role.Lead);
        await Assertions.Expect(watcher.Page.GetByText("La cola está al día")).ToBeVisibleAsync();
        await watcher.Page.EvaluateAsync("window.sameDocument = true");

        var agent = await desk.HireWithAccountAsync("Camilo Duarte");
        var worker = await VisitAsync(desk);
        await worker.SignInAsync(agent, DeskUrls.NewTicket);
        var radicado = await FileAsync(worker.Page, "Luminarias apagadas en el parque");
        var row = watcher.Page.Locator($"[data-row='{radicado}']");
        await Assertions.Expect(row).ToContainTextAsync("Luminarias apagadas en el parque", new() { Timeout = 1_000 });

        await worker.GoAsync(DeskUrls.Queue);
        await Assertions.Expect(worker.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        await worker.Page.Keyboard.PressAsync("j");
        await worker.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(row.GetByRole(AriaRole.Img, new() { Name = "Camilo Duarte" })).ToBeVisibleAsync(new() { Timeout = 2_000 });

        await worker.Page.Keyboard.PressAsync("Enter");
        await worker.Page.WaitForURLAsync($"**{DeskUrls.TicketOf(radicado)}");
        await worker.InteractiveAsync();
        await worker.Page.GetByPlaceholder("Escriba al peticionario").FillAsync("Las luminarias quedaron encendidas anoche.");
        await Assertions.Expect(row.GetByRole(AriaRole.Img, new() { Name = "Camilo Duarte está escribiendo" })).ToBeVisibleAsync();
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "Enviar respuesta de fondo" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0, new() { Timeout = 3_000 });
        Assert.True(await watcher.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [SkippableFact]
    public async Task The_current_row_and_the_scroll_stay_while_others_work()
    {
        var desk = await OpenAsync(new());
        for (var i = 0; i < 40; i++) await desk.FileAsync(Samples.Filing with { Subject = $"Caso {i:00}" });
        var visit = await SignedInAsync(desk);
        await Assertions.Expect(visit.Page.Locator("[data-row]")).ToHaveCountAsync(40);
        for (var i = 0; i < 25; i++) await visit.Page.Keyboard.PressAsync("j");
        var current = await visit.Page.Locator("[data-row][data-current]").GetAttributeAsync("data-row");
        var place = await TopAsync();

        await desk.FileAsync(Samples.Filing with { Subject = "Llegó de primero", TouchesSecurity = true });
        await Assertions.Expect(visit.Page.GetByText("Llegó de primero")).ToHaveCountAsync(1);

        Assert.Equal(current, await visit.Page.Locator("[data-row][data-current]").GetAttributeAsync("data-row"));
        Assert.Equal(place, await TopAsync(), 2.0);
        Task<double> TopAsync() => visit.Page.EvaluateAsync<double>("document.querySelector('[data-row][data-current]').getBoundingClientRect().top");
    }

    [SkippableFact]
    public async Task Of_two_who_take_the_same_case_one_gets_it_and_the_other_is_told()
    {
        var desk = await OpenAsync(new());
        var receipt = await desk.FileAsync();
        var visit = await SignedInAsync(desk, then: DeskUrls.TicketOf(receipt.Number));
        await desk.TakeAsync(receipt.Number, await desk.HireAsync("Valentina Ospina"));

        await Assertions.Expect(visit.Page.Locator(".ticket-work")).ToContainTextAsync("Valentina Ospina", new() { Timeout = 2_000 });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tomar" })).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Who_is_at_a_case_is_seen_in_its_row_and_gone_when_the_tab_dies()
    {
        var desk = await OpenAsync(new());
        var number = (await desk.FileAsync()).Number;
        var watcher = await SignedInAsync(desk, Role.Lead);
        var other = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        var marks = watcher.Page.Locator($"[data-row='{number}'] .presence");
        await Assertions.Expect(marks).ToHaveCountAsync(1);

        await other.Page.Context.CloseAsync();
        await Assertions.Expect(marks).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_filter_is_an_address_that_opens_the_same_view()
    {
        var desk = await OpenAsync(new());
        await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Complaint, Subject = "Mala atención" });
        await desk.FileAsync(Samples.Filing with { Kind = TicketKind.Claim, Subject = "Cobro doble" });
        var visit = await SignedInAsync(desk, then: FilterAddress.Of(new() { Kind = TicketKind.Complaint }));

        await Assertions.Expect(visit.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.GetByText("Mala atención")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(visit.Page.Locator(".search input")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("cobro");
        await Assertions.Expect(visit.Page.Locator(".search input")).ToHaveValueAsync("cobro");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**q=cobro*");
        await Assertions.Expect(visit.Page.GetByText("Cobro doble")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task The_countdown_ticks_by_the_servers_clock_and_not_the_browsers()
    {
        // The desk lives three days ahead of the browser; a countdown by the browser's clock would be wildly wrong.
        var desk = await OpenAsync(new() { StartAt = DateTimeOffset.UtcNow.AddDays(3) });
        var contact = await desk.WinCustomerAsync(Domain.Customers.ServiceLevel.Critical);
        var receipt = await desk.FileAsync(Samples.Filing with { CustomerId = contact.Id, Urgency = Urgency.High, Impact = Impact.High });
        var visit = await SignedInAsync(desk);

        var timer = visit.Page.Locator($"[data-row='{receipt.Number}'] sla-timer");
        await Assertions.Expect(timer).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"(29|30)\smin"));
        var before = await timer.TextContentAsync();
        await Assertions.Expect(timer).Not.ToHaveTextAsync(before!, new() { Timeout = 3_000 });
    }

    private static async Task<string> FileAsync(IPage page, string subject)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "Petición" }).CheckAsync();
        await page.FillAsync("#caso-asunto", subject);
        await page.FillAsync("#caso-relato", "Hace tres semanas el parque está a oscuras.");
        await page.GetByLabel("Nombre completo").FillAsync("Rosa Cortés");
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar", Exact = true }).ClickAsync();
        return await page.Locator(".receipt-number").InnerTextAsync();
    }
}
