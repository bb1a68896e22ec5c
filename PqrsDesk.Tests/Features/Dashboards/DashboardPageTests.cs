using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Radzen;
using Radzen.Blazor.Rendering;
using Xunit;

namespace PqrsDesk.Features.Dashboards;

public sealed class DashboardPageTests(LivedDesk.Shared shared) : WidgetTest, IClassFixture<LivedDesk.Shared>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Views => new()
    {
        "/tablero",
        "/tablero?area=2",
        "/tablero?periodo=ThisWeek",
        "/tablero?periodo=LastMonth",
        "/tablero?periodo=LastMonth&area=1",
        "/tablero?periodo=Last90Days",
        "/tablero?periodo=Custom&desde=2025-05-03&hasta=2025-06-11&area=3",
        "/tablero?periodo=Custom&desde=2025-02-01&hasta=2026-03-31",
    };

    [Theory, MemberData(nameof(Views))]
    public async Task Every_number_opens_a_list_of_as_many_tickets(string address)
    {
        var lived = shared.Lived;
        var page = Open(lived.Desk, address);
        var links = page.FindAll("a[data-count]").Select(link => (Number: link.TextContent.Trim(), Href: link.GetAttribute("href")!)).ToList();

        Assert.Empty(page.FindAll(".part-error"));
        Assert.InRange(links.Count, 15, int.MaxValue);
        Assert.Contains(links, link => link.Href.Contains(QueueParameter.Topic, StringComparison.Ordinal));
        var midnight = new Period(new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 3)).End(Facts.Bogota);
        foreach (var (number, href) in links)
        {
            var rows = await lived.Desk.ReadAsync(db => db.Tickets.Matching(FilterAddress.Read(href), lived.Now, midnight).CountAsync());
            Assert.True(rows.ToString("N0", CultureInfo.CurrentCulture) == number, $"{href} lists {rows}, and the number says {number}.");
        }
    }

    [Fact]
    public async Task The_numbers_on_the_tiles_are_those_that_were_read()
    {
        var lived = shared.Lived;
        var month = await lived.Desk.Get<KpiReader>().IndicatorsAsync(Period.Month(2026, 2), null, CancellationToken.None);

        var page = Open(lived.Desk, "/tablero?periodo=LastMonth");

        Assert.Equal(
            [Comparisons.Whole(month.Flow.Received), Comparisons.Whole(month.Flow.Answered), Comparisons.Whole(month.Flow.Closed), Comparisons.Whole(month.Stock.Open), Comparisons.Whole(month.Stock.Overdue),
             Comparisons.Share(month.Resolution.Compliance!.Value).Replace('\u00A0', ' '), Comparisons.Share(month.FirstResponse.Compliance!.Value).Replace('\u00A0', ' '), $"{Comparisons.Tenths(month.Days.Mean!.Value)} días"],
            page.FindAll(".board-tile .kpi-value").Select(Words));
        Assert.Contains("febrero de 2026", page.Find(".title-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains("enero de 2026", page.Find(".title-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_case_appears_by_itself_and_leaving_lets_the_view_go()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync();
        var page = Open(desk, "/tablero");
        Assert.Equal("1", page.Find(".board-tile a.kpi-value").TextContent);

        await desk.FileAsync();
        Assert.True(SpinWait.SpinUntil(() => desk.Clock.Waiting > 0, Patience), "The view does not keep its pace.");
        desk.Clock.Advance(LiveViews.Pace);
        page.WaitForAssertion(() => Assert.Equal("2", page.Find(".board-tile a.kpi-value").TextContent), Patience);

        Assert.Equal(1, desk.Get<LiveViews>().Count);
        await DisposeComponentsAsync();
        Assert.Equal(0, desk.Get<LiveViews>().Count);
    }

    [Fact]
    public async Task A_period_without_anything_says_so_and_leads_on()
    {
        await using var desk = await TestDesk.StartAsync();

        var page = Open(desk, "/tablero?periodo=LastMonth");

        Assert.Contains("No hay nada que medir", page.Find(".empty-title").TextContent, StringComparison.Ordinal);
        Assert.Equal("/tablero?periodo=Last90Days", page.Find(".empty-action a").GetAttribute("href"));
        Assert.Empty(page.FindAll(".board-tile"));
    }

    [Fact]
    public void Another_period_is_another_address()
    {
        var lived = shared.Lived;
        var page = Open(lived.Desk, "/tablero?area=2");

        Assert.Equal("/tablero?periodo=LastMonth&area=2", page.Find(".segments a:nth-child(3)").GetAttribute("href"));
        page.Find(".period-bar select").Change("");

        page.WaitForAssertion(() => Assert.EndsWith("/tablero", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Contains("Por área", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Days_in_the_wrong_order_are_told_in_words()
    {
        await using var desk = await TestDesk.StartAsync();
        SetUp(desk, "/tablero?periodo=Custom&desde=2026-03-02&hasta=2026-03-01");

        var page = Render<DashboardPage>();

        Assert.Contains("Elija desde qué día", page.Find(".empty-title").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_typed_as_a_topic_is_text()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync(Samples.Filing with { Topic = Hostile });

        var page = Open(desk, "/tablero");

        AssertHarmless(page);
    }

    [Fact]
    public void English_is_spoken_too()
    {
        var lived = shared.Lived;
        Speak("en-US");

        var page = Open(lived.Desk, "/tablero?periodo=LastMonth");

        Assert.StartsWith("Period: February 2026, compared with January 2026.", page.Find(".title-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains("By channel", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<DashboardPage> Open(TestDesk desk, string address)
    {
        SetUp(desk, address);
        var page = Render<DashboardPage>();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".skeleton")), Patience);
        return page;
    }

    private void SetUp(TestDesk desk, string address)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.Setup<Rect>("Radzen.createChart", _ => true).SetResult(new Rect { Width = 600, Height = 220 });
        Services.AddRadzenComponents();
        Services.AddSingleton(desk.Get<ReadBoard>());
        Services.AddSingleton(desk.Get<LiveViews>());
        SetRendererInfo(new RendererInfo("Server", true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
    }
}
