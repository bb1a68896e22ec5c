using Bunit;
using Microsoft.AspNetCore.Components;
using PqrsDesk.Domain.Tickets;
using Xunit;

namespace PqrsDesk.Ui;

public class ChipTests : WidgetTest
{
    [Theory]
    [InlineData("es-CO", "Reclamo")]
    [InlineData("en-US", "Claim")]
    public void A_kind_shows_its_letter_and_says_its_word(string language, string word)
    {
        Speak(language);
        var chip = Render<KindChip>(p => p.Add(c => c.Of, TicketKind.Claim)).Find("[role=img]");

        Assert.Equal("R", chip.TextContent);
        Assert.Equal(word, chip.GetAttribute("aria-label"));
        Assert.Equal(word, chip.GetAttribute("title"));
    }

    [Fact]
    public void A_kind_with_its_word_does_not_say_it_twice()
    {
        var chip = Render<KindChip>(p => p.Add(c => c.Of, TicketKind.Petition).Add(c => c.WithWord, true));

        Assert.Equal("P Petición", Words(chip.Find(".kind-word")));
        Assert.Equal("true", chip.Find(".kind").GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData("es-CO", Priority.High, "Alta", "Prioridad Alta")]
    [InlineData("es-CO", Priority.Low, "Baja", "Prioridad Baja")]
    [InlineData("en-US", Priority.Medium, "Medium", "Medium priority")]
    public void A_priority_has_a_drawing_and_a_word(string language, Priority priority, string word, string full)
    {
        Speak(language);
        var chip = Render<PriorityChip>(p => p.Add(c => c.Of, priority));

        Assert.Equal(word, chip.Find("[aria-hidden=true]:not(svg)").TextContent);
        Assert.Equal(full, chip.Find(".sr-only").TextContent);
        Assert.NotEmpty(chip.Find("svg path").GetAttribute("d")!);
    }

    [Theory]
    [InlineData("es-CO", "En espera del peticionario", "Buzón físico")]
    [InlineData("en-US", "Awaiting the petitioner", "Suggestion box")]
    public void Status_and_channel_are_words(string language, string status, string channel)
    {
        Speak(language);

        Assert.Equal(status, Render<StatusWord>(p => p.Add(s => s.Of, TicketStatus.AwaitingPetitioner)).Find("span").TextContent);
        Assert.Equal(channel, Render<ChannelWord>(p => p.Add(c => c.Of, Channel.SuggestionBox)).Find("span").TextContent);
    }

    [Theory]
    [InlineData("es-CO", "Quitar el filtro Área: Agua")]
    [InlineData("en-US", "Remove the filter Área: Agua")]
    public void A_filter_is_taken_away_by_a_button_that_names_it(string language, string label)
    {
        Speak(language);
        var removed = 0;
        var chip = Render<FilterChip>(p => p
            .Add(c => c.Name, "Área").Add(c => c.Value, "Agua").Add(c => c.OnRemove, () => removed++));

        chip.Find($"button[aria-label='{label}']").Click();

        Assert.Equal(1, removed);
    }

    [Fact]
    public void A_filter_prints_what_was_searched_for_as_text()
    {
        AssertHarmless((IRenderedComponent<IComponent>)Render<FilterChip>(p => p.Add(c => c.Value, Hostile)));
    }

    [Theory]
    [InlineData("es-CO", Meaning.AtRisk, "Por vencer")]
    [InlineData("en-US", Meaning.OnTime, "On time")]
    public void A_meaning_has_a_drawing_and_a_word(string language, Meaning meaning, string word)
    {
        Speak(language);
        var mark = Render<MeaningMark>(p => p.Add(m => m.Of, meaning));

        Assert.Equal(word, Words(mark.Find(".meaning")));
        Assert.NotEmpty(mark.Find("svg path").GetAttribute("d")!);
    }
}
