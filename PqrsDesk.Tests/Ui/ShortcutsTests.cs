using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace PqrsDesk.Ui;

public sealed class ShortcutsTests : WidgetTest
{
    [Fact]
    public void Each_has_one_name_and_no_two_of_one_place_have_the_same_keys()
    {
        Assert.Equal(Shortcuts.All.Count, Shortcuts.All.Select(each => each.Name).Distinct().Count());
        foreach (var place in Enum.GetValues<ShortcutPlace>())
        {
            var there = Shortcuts.All.Where(each => each.Place == place || each.Place == ShortcutPlace.Everywhere).Select(each => each.Keys).ToList();
            Assert.Equal(there.Count, there.Distinct().Count());
            // The first of two would be swallowed by what it does alone.
            Assert.DoesNotContain(there, keys => there.Any(other => other.StartsWith($"{keys} ", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("es-CO")]
    [InlineData("en-US")]
    public void Each_says_what_it_does(string language)
    {
        Speak(language);
        var words = Services.GetRequiredService<IStringLocalizer<UiTexts>>();
        Assert.All(Shortcuts.All, each => Assert.False(words[$"Key.{each.Name}"].ResourceNotFound, each.Name));
    }

    [Fact]
    public void What_counts_while_typing_is_pressed_with_Ctrl() =>
        Assert.All(Shortcuts.All.Where(each => each.Place == ShortcutPlace.Writing), each => Assert.True(each.WhileTyping, each.Name));
}
