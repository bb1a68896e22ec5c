using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;
using static PqrsDesk.Infrastructure.Likeness.AlikeTexts;

namespace PqrsDesk.Features.Supervising;

public sealed class RepetitionPageTests : PageTest
{
    [Fact]
    public async Task A_lead_sees_who_and_what_and_every_number_opens_its_cases()
    {
        for (var i = 0; i < 12; i++) await Desk.FileAsync(Saying(Water, Hostile), i < 3 ? new() { Name = Hostile, Document = "CC 52123456" } : i < 5 ? new() { Name = "Testigo Oculto", Reserved = true } : i < 7 ? Samples.Nobody : Somebody(i));
        await Desk.Get<SignTexts>().RunAsync(CancellationToken.None);

        var page = Open(DeskUrls.RepetitionOf(3, 7));

        See(page, () => Assert.Equal(2, page.FindAll("tbody tr").Count));
        var (people, groups) = (page.FindAll("tbody tr")[0], page.FindAll("tbody tr")[1]);
        Assert.Contains("3 de 3 con texto casi igual", Words(people), StringComparison.Ordinal);
        Assert.Contains("12 Más de 10", Words(groups), StringComparison.Ordinal);
        Assert.Contains("6 con nombre, 4 sin nombre", Words(groups), StringComparison.Ordinal);
        foreach (var (row, count) in ((AngleSharp.Dom.IElement, int)[])[(people, 3), (groups, 12)])
        {
            var filter = FilterAddress.Read(row.QuerySelector("a.number")!.GetAttribute("href")!);
            var now = Desk.Clock.Now;
            Assert.Equal(count, await Desk.ReadAsync(db => Task.FromResult(Infrastructure.Persistence.TicketFilters.Matching(db.Tickets, filter, now, now).Count())));
        }

        Assert.Contains("art. 22", page.Markup, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".field-help .badge-doubt").Count);
        Assert.DoesNotContain("Testigo", page.Markup, StringComparison.Ordinal);
        AssertHarmless(page);
    }

    [Fact]
    public void An_empty_list_says_what_to_do_and_an_address_that_cannot_be_read_is_the_usual_one()
    {
        var page = Open($"{DeskUrls.Repetition}?casos=muchos&dias=-3");

        See(page, () => Assert.Equal(2, page.FindAll(".empty").Count));
        Assert.Equal(("5", "30"), (page.Find("#reiterativos-casos").GetAttribute("value"), page.Find("#reiterativos-dias").GetAttribute("value")));
    }

    private IRenderedComponent<RepetitionPage> Open(string address)
    {
        SignIn(Me = Desk.HireAsync("Lía Vega", Role.Lead).GetAwaiter().GetResult());
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<RepetitionPage>();
    }
}
