using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace PqrsDesk.Ui;

public class StateTests : WidgetTest
{
    [Fact]
    public void A_number_links_to_its_cases()
    {
        var tile = Render<KpiTile>(p => p
            .Add(k => k.Value, "1.204").Add(k => k.Label, "Vencidos").Add(k => k.Href, "/?vence=Overdue")
            .Add(k => k.Tone, Meaning.Overdue).Add(k => k.Hint, "3 más que ayer")).Find("a");

        Assert.Equal("/?vence=Overdue", tile.GetAttribute("href"));
        Assert.Equal("Vencido Vencidos 1.204 3 más que ayer", Words(tile));
    }

    [Fact]
    public void A_number_without_cases_is_no_link()
    {
        var tile = Render<KpiTile>(p => p.Add(k => k.Value, "94 %").Add(k => k.Label, "Cumplimiento"));

        Assert.Empty(tile.FindAll("a"));
        Assert.Equal("94 %", tile.Find(".kpi-value").TextContent);
    }

    [Fact]
    public void An_empty_list_says_so_and_offers_one_action()
    {
        var empty = Render<EmptyState>(p => p
            .Add(e => e.Title, "No hay casos por atender").Add(e => e.Hint, "Buen trabajo.")
            .Add(e => e.Action, "<a href=\"/\">Ver todos</a>"));

        Assert.Equal(["No hay casos por atender", "Buen trabajo."], empty.FindAll("p").Select(Words));
        Assert.Equal("Ver todos", empty.Find("a").TextContent);
    }

    [Fact]
    public void A_search_that_found_nothing_is_printed_as_text()
    {
        AssertHarmless((IRenderedComponent<IComponent>)Render<EmptyState>(p => p.Add(e => e.Title, $"Nada con {Hostile}")));
    }

    [Theory]
    [InlineData("es-CO", "Cargando")]
    [InlineData("en-US", "Loading")]
    public void Loading_is_said_and_shaped(string language, string word)
    {
        Speak(language);
        var skeleton = Render<Skeleton>(p => p.Add(s => s.Count, 3));

        Assert.Equal(word, Words(skeleton.Find("[role=status]")));
        Assert.Equal(3, skeleton.FindAll(".bone").Count);
    }

    [Fact]
    public void A_title_is_the_one_heading_of_the_page()
    {
        var bar = Render<PageTitleBar>(p => p.Add(t => t.Title, "Cola").Add(t => t.Hint, "412 abiertos"));

        Assert.Equal("Cola", bar.Find("h1").TextContent);
        Assert.Equal("-1", bar.Find("h1").GetAttribute("tabindex"));
        Assert.Equal("412 abiertos", bar.Find("p").TextContent);
    }

    [Fact]
    public void A_subject_in_the_title_is_printed_as_text()
    {
        AssertHarmless((IRenderedComponent<IComponent>)Render<PageTitleBar>(p => p.Add(t => t.Title, Hostile)));
    }

    [Fact]
    public void A_refusal_is_announced_and_its_place_waits_empty()
    {
        var notice = Render<RefusalNotice>(p => p.Add(n => n.Message, (string?)null));
        Assert.Equal("", Words(notice.Find("[role=alert]")));

        notice.Render(p => p.Add(n => n.Message, "El caso ya está cerrado."));
        Assert.Equal("El caso ya está cerrado.", Words(notice.Find("[role=alert]")));
    }

    [Fact]
    public void A_refusal_that_quotes_a_person_is_printed_as_text()
    {
        AssertHarmless((IRenderedComponent<IComponent>)Render<RefusalNotice>(p => p.Add(n => n.Message, Hostile)));
    }
}
