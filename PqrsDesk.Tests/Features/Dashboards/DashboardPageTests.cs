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
using Xunit;

namespace PqrsDesk.Features.Dashboards;

public sealed class DashboardPageTests : WidgetTest
{
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
        await using var lived = await LivedDesk.StartAsync();
        var page = Open(lived.Desk, address);
        var links = page.FindAll("a[data-count]").Select(link => (Number: link.TextContent.Trim(), Href: link.GetAttribute("href")!)).ToList();

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
        await using var lived = await LivedDesk.StartAsync();
        var month = await lived.Desk.Get<KpiReader>().IndicatorsAsync(Period.Month(2026, 2), null, CancellationToken.None);

        var page = Open(lived.Desk, "/tablero?periodo=LastMonth");

        var tiles = page.FindAll(".board-tile").Select(Words).ToList();
        Assert.Equal(8, tiles.Count);
        Assert.StartsWith($"Recibidos {month.Flow.Received}", tiles[0], StringComparison.Ordinal);
        Assert.StartsWith($"Pendientes {month.Stock.Open}", tiles[3], StringComparison.Ordinal);
        Assert.Contains(Comparisons.Share(month.Resolution.Compliance!.Value), page.FindAll(".board-tile .kpi-value")[5].TextContent, StringComparison.Ordinal);
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
        desk.Clock.Advance(LiveViews.Pace);
        page.WaitForAssertion(() => Assert.Equal("2", page.Find(".board-tile a.kpi-value").TextContent), TimeSpan.FromSeconds(10));

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
    public async Task Another_period_is_another_address()
    {
        await using var lived = await LivedDesk.StartAsync();
        var page = Open(lived.Desk, "/tablero?area=2");

        Assert.Equal("/tablero?periodo=LastMonth&area=2", page.Find(".segments a:nth-child(3)").GetAttribute("href"));
        page.Find(".period-bar select").Change("");

        Assert.EndsWith("/tablero", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Por área", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
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
    public async Task English_is_spoken_too()
    {
        await using var lived = await LivedDesk.StartAsync();
        Speak("en-US");

        var page = Open(lived.Desk, "/tablero?periodo=LastMonth");

        Assert.StartsWith("Period: February 2026, compared with January 2026.", page.Find(".title-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains("By channel", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<DashboardPage> Open(TestDesk desk, string address)
    {
        SetUp(desk, address);
        var page = Render<DashboardPage>();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".skeleton")), TimeSpan.FromSeconds(20));
        return page;
    }

    private void SetUp(TestDesk desk, string address)
    {
        SetRendererInfo(new RendererInfo("Server", true));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(desk.Get<ReadBoard>());
        Services.AddSingleton(desk.Get<LiveViews>());
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
    }
}
