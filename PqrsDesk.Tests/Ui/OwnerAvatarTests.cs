using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace PqrsDesk.Ui;

public class OwnerAvatarTests : WidgetTest
{
    [Theory]
    [InlineData("Ana Gómez", "AG")]
    [InlineData("  óscar   Iván  Ñáñez ", "ÓÑ")]
    [InlineData("Luz", "L")]
    [InlineData("e\u0301lodie Ruiz", "E\u0301R")]
    public void Initials_are_those_of_the_first_and_the_last_word(string name, string initials)
    {
        var avatar = Render<OwnerAvatar>(p => p.Add(o => o.Name, name)).Find("[role=img]");

        Assert.Equal(initials, avatar.TextContent);
        Assert.Equal(name, avatar.GetAttribute("aria-label"));
    }

    [Fact]
    public void A_person_keeps_one_colour_and_people_differ()
    {
        string ColourOf(string name) => Render<OwnerAvatar>(p => p.Add(o => o.Name, name)).Find("[role=img]").ClassName!;
        string[] people = ["Ana Gómez", "Luis Pérez", "Dora Niño", "Iván Rojas", "Rosa Mejía", "Pía Sanz"];

        Assert.Equal(ColourOf("Ana Gómez"), ColourOf("Ana Gómez"));
        Assert.True(people.Select(ColourOf).Distinct().Count() > 2);
    }

    [Theory]
    [InlineData("es-CO", null, "Sin asignar")]
    [InlineData("en-US", " ", "Unassigned")]
    public void Nobody_is_said_in_words(string language, string? name, string words)
    {
        Speak(language);
        var avatar = Render<OwnerAvatar>(p => p.Add(o => o.Name, name).Add(o => o.WithName, true));

        Assert.Equal(words, avatar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(words, avatar.Find(".owner-name").TextContent);
    }

    [Fact]
    public void A_name_is_printed_as_text()
    {
        AssertHarmless((IRenderedComponent<IComponent>)Render<OwnerAvatar>(p => p.Add(o => o.Name, Hostile).Add(o => o.WithName, true)));
    }
}
