using Bunit;
using Microsoft.AspNetCore.Components.Web;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.Beside;

public sealed class BesideTests : PageTest
{
    private static readonly Reader Staff = Reader.Of(Samples.Someone());

    [Fact]
    public async Task Earlier_cases_stand_beside_it_one_after_the_other_and_an_answer_is_quoted()
    {
        var first = (await Desk.FileAsync(Samples.Filing with { Subject = "La primera" })).Number;
        await Desk.AnswerAsync(first, "Se devolvió.\nGracias.");
        var second = (await Desk.FileAsync(Samples.Filing with { Subject = $"La segunda {Hostile}" })).Number;
        var number = (await Desk.FileAsync()).Number;
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find("[aria-labelledby=anteriores]"));
        Assert.Empty(page.FindAll(".beside"));

        await page.InvokeAsync(() => page.Find("[data-key=beside]").ClickAsync(new()));
        See(page, () => Assert.Contains(second, Words(page.Find(".beside-case")), StringComparison.Ordinal));
        AssertHarmless(page);
        await page.InvokeAsync(() => page.Find(".beside").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowRight", AltKey = true }));
        See(page, () => Assert.Contains("La primera", Words(page.Find(".beside-case")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.FindAll(".beside button").Single(button => Words(button) == "Citar su respuesta").ClickAsync(new()));
        See(page, () => Assert.Equal("> Se devolvió.\n> Gracias.", page.Find(".composer textarea").GetAttribute("value")));
        await page.InvokeAsync(() => page.Find(".beside").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" }));
        See(page, () => Assert.Empty(page.FindAll(".beside")));
    }

    [Fact]
    public async Task A_reserved_identity_is_neither_found_by_a_case_with_a_name_nor_finds_one()
    {
        var topic = Samples.Filing with { Topic = null };
        var named = (await Desk.FileAsync(topic)).Number;
        var reserved = (await Desk.FileAsync(topic, Samples.Petitioner with { Reserved = true })).Number;
        var later = (await Desk.FileAsync(topic)).Number;
        var read = Desk.Get<ReadEarlier>();

        Assert.Equal([named], (await read.RunAsync(later, Staff, CancellationToken.None))!.By[Common.Petitioner].Select(each => each.Number));
        Assert.DoesNotContain(Common.Petitioner, (await read.RunAsync(reserved, Staff, CancellationToken.None))!.By.Keys);
        Assert.Null(await read.RunAsync(later, Reader.Nobody, CancellationToken.None));
        Assert.Null(await read.RunAsync("NADA-1", Staff, CancellationToken.None));
    }

    [Fact]
    public async Task Of_one_topic_or_product_only_what_was_before_is_listed()
    {
        async Task<string> FileAsync(string? topic, string? product)
        {
            var number = (await Desk.FileAsync(petitioner: Samples.Nobody)).Number;
            await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Classify(topic, product, book, now));
            Desk.Clock.Advance(TimeSpan.FromMinutes(1));
            return number;
        }

        var (one, two) = (await FileAsync("Pagos", "App"), await FileAsync("Pagos", null));
        var own = await FileAsync("Pagos", "App");
        await FileAsync("Pagos", "App");
        var by = (await Desk.Get<ReadEarlier>().RunAsync(own, Staff, CancellationToken.None))!.By;
        Assert.Equal([two, one], by[Common.Topic].Select(each => each.Number));
        Assert.Equal([one], by[Common.Product].Select(each => each.Number));
        Assert.DoesNotContain(Common.Petitioner, by.Keys);
    }
}
