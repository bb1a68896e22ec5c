using System.Globalization;
using System.Resources;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Shell;
using Xunit;

namespace PqrsDesk.Ui;

public class WordsTests : WidgetTest
{
    public static TheoryData<Type> Named =>
    [
        typeof(TicketKind), typeof(TicketStatus), typeof(Channel), typeof(Priority), typeof(Urgency), typeof(Impact),
        typeof(Role), typeof(DeadlineKind), typeof(DeadlineState), typeof(Meaning),
    ];

    [Theory]
    [MemberData(nameof(Named))]
    public void Every_member_of_an_enumeration_has_its_own_name_in_both_languages(Type named)
    {
        ArgumentNullException.ThrowIfNull(named);
        var texts = Services.GetRequiredService<IStringLocalizer<UiTexts>>();
        foreach (var language in Languages.All)
        {
            Speak(language);
            var words = Enum.GetNames(named).Select(name => texts[$"{named.Name}.{name}"]).ToList();
            Assert.All(words, word => Assert.False(word.ResourceNotFound, $"{language}: {word.Name}"));
            Assert.Equal(words.Count, words.Select(word => word.Value).Distinct().Count());
        }
    }

    [Fact]
    public void The_letters_of_the_kinds_are_one_each_and_all_different()
    {
        var texts = Services.GetRequiredService<IStringLocalizer<UiTexts>>();
        var letters = Enum.GetValues<TicketKind>().Select(kind => texts[$"TicketKind.{kind}.Letter"].Value).ToList();

        Assert.Equal(["P", "Q", "R", "S"], letters.Take(4));
        Assert.All(letters, letter => Assert.Equal(1, letter.Length));
        Assert.Equal(letters.Count, letters.Distinct().Count());
    }

    [Theory]
    [InlineData(typeof(UiTexts))]
    [InlineData(typeof(ShellTexts))]
    public void Both_languages_have_the_same_keys_and_no_empty_text(Type texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var spanish = KeysOf(texts, CultureInfo.InvariantCulture);
        var english = KeysOf(texts, CultureInfo.GetCultureInfo("en"));

        Assert.NotEmpty(spanish);
        Assert.Equal(spanish.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(spanish.Concat(english), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        Assert.All(spanish.Concat(english), text => Assert.DoesNotContain('!', text.Value));
    }

    private static Dictionary<string, string> KeysOf(Type texts, CultureInfo language)
    {
        var set = new ResourceManager(texts).GetResourceSet(language, createIfNotExists: true, tryParents: false);
        return set!.Cast<System.Collections.DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!);
    }
}
