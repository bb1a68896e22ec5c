using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Mailing;

public sealed class MailPageTests : PageTest
{
    [Fact]
    public async Task With_nothing_to_sort_the_page_says_that_all_is_well_and_what_is_not_set_up()
    {
        var page = await OpenAsync();
        Assert.Contains("Nada por clasificar", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No hay buzones configurados", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_read_as_text_whatever_it_holds()
    {
        var id = await WaitingAsync("<script>alert(1)</script>", "<img src=x onerror=alert(2)> & más");
        var page = await OpenAsync(id);
        Assert.Empty(page.FindAll("script, .mail-text img"));
        Assert.Equal("<img src=x onerror=alert(2)> & más", page.Find(".mail-text").TextContent);
        Assert.Contains("<script>alert(1)</script>", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("No dice quién lo envía", page.Markup, StringComparison.Ordinal);

        await Desk.TakeAsync(Mails.Plain(from: $"{new string('a', 210)}@example.org"));
        var refused = await OpenAsync(await Desk.ReadAsync(db => db.ReceivedMails.OrderByDescending(mail => mail.Id).Select(mail => mail.Id).FirstAsync()));
        Assert.Contains("caben 200 caracteres", refused.Find(".mail-reading").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_filed_from_the_page()
    {
        var page = await OpenAsync(await WaitingAsync());
        await Button(page, "Radicar como caso").ClickAsync(new());
        await page.InvokeAsync(() => page.Find("#correo-nombre").ChangeAsync(new() { Value = "" }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.NotEmpty(page.FindAll(".field-error")));

        await page.InvokeAsync(() => page.Find("#correo-nombre").ChangeAsync(new() { Value = "Rosa Cortés" }));
        await page.InvokeAsync(() => page.Find("#correo-clase").ChangeAsync(new() { Value = nameof(TicketKind.Claim) }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        See(page, () => Assert.Empty(page.FindAll("dialog")));
        var number = await Desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Number).SingleAsync());
        Assert.Equal(DeskUrls.TicketOf(number), page.Find(".notice a").GetAttribute("href"));
        Assert.Empty(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task It_is_added_to_a_case_or_discarded_with_a_reason()
    {
        var receipt = await Desk.FileAsync();
        var (one, two) = (await WaitingAsync("Uno"), await WaitingAsync("Dos"));
        var page = await OpenAsync(one);
        await Button(page, "Agregar a un caso").ClickAsync(new());
        await page.InvokeAsync(() => page.Find("#correo-radicado").ChangeAsync(new() { Value = receipt.Number }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal(receipt.Number, page.Find(".notice a").TextContent));

        page = await OpenAsync(two);
        await Button(page, "Descartar").ClickAsync(new());
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.NotEmpty(page.FindAll(".field-error")));
        await page.InvokeAsync(() => page.Find("#correo-motivo").ChangeAsync(new() { Value = "Publicidad" }));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("quedó descartado", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_push_shows_what_comes_in_and_nobody_listens_after_the_page_is_left()
    {
        var page = await OpenAsync();
        await WaitingAsync("Recién llegado");
        SpinWait.SpinUntil(() => Desk.Clock.Waiting > 0, TimeSpan.FromSeconds(20));
        See(page, () =>
        {
            Desk.Clock.Advance(TimeSpan.FromSeconds(3));
            Assert.Contains("Recién llegado", page.Markup, StringComparison.Ordinal);
        });

        await DisposeComponentsAsync();
        Assert.Equal(0, Desk.Get<LiveViews>().Count);
        Assert.Equal(0, Desk.Get<ITicketFeed>().Subscribers);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<MailPage> page, string text) => page.FindAll(".mail-reading button").Single(button => button.TextContent.Trim() == text);

    private async Task<long> WaitingAsync(string subject = "Sin remitente", string text = "Me cobraron dos veces.")
    {
        await Desk.TakeAsync(Mails.Plain(subject, text, "sin remitente"));
        return await Desk.ReadAsync(db => db.ReceivedMails.OrderByDescending(mail => mail.Id).Select(mail => mail.Id).FirstAsync());
    }

    private async Task<IRenderedComponent<MailPage>> OpenAsync(long? id = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(DeskUrls.MailOf(id));
        var page = Render<MailPage>(parameters => parameters.Add(each => each.Numero, id?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        See(page, () => Assert.NotEmpty(page.FindAll(id is null ? ".mail" : ".mail-reading")));
        return page;
    }
}
