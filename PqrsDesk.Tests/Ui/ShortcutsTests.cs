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
            // What is done to rows counts in the queue and on a case.
            var there = Shortcuts.All.Where(each => each.Keys.Length > 0 && (each.Place == place || each.Place is ShortcutPlace.Everywhere or ShortcutPlace.Row)).Select(each => each.Keys).ToList();
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

    /// <summary>The catalogue is what the help lists and what a person gives keys to: what the issue of the agent's desk names is in it.</summary>
    [Theory]
    [InlineData("filter layout save-view save-as views download pick pick-to pick-page pick-list unpick more undo take assign prioritize classify wait resume snooze wake release reassign move-queue merge join macro follow export spam next")]
    [InlineData("reply note preview attach bold italic link schedule send send-answer send-wait send-close beside older link-case merge merge-alike split task fields tag time print case-file history extend")]
    [InlineData("step approve send-back accept insert macro go-knowledge chat hear close reopen release")]
    [InlineData("go-me go-notices go-preferences theme language sign-out palette search help")]
    public void What_a_person_does_all_day_has_a_line(string names)
    {
        foreach (var name in names.Split(' ')) Assert.Contains(Shortcuts.All, each => each.Name == name);
    }

    [Fact]
    public void What_counts_while_typing_is_pressed_with_Ctrl() =>
        Assert.All(Shortcuts.All.Where(each => each.Place == ShortcutPlace.Writing), each => Assert.True(each.WhileTyping, each.Name));
}
