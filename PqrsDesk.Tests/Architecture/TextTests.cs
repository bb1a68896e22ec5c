using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Architecture;

/// <summary>Both languages say the same things, and everything that is said has words.</summary>
public sealed partial class TextTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Words = Repository.Files("PqrsDesk", ".resx")
        .ToDictionary(file => file.Path[..^".resx".Length], file => Read(file.Text));

    public static TheoryData<string> Spanish => [.. Words.Keys.Where(name => !name.EndsWith(".en", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Spanish))]
    public void English_has_the_same_keys_and_placeholders(string name)
    {
        var (spanish, english) = (Words[name], Words[name + ".en"]);
        Assert.Equal(spanish.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(spanish, text => Assert.Equal(Placeholders(text.Value), Placeholders(english[text.Key])));
        Assert.All(spanish.Concat(english), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Theory, MemberData(nameof(Spanish))]
    public void The_program_finds_them_in_both_languages(string name)
    {
        var marker = typeof(SettingException).Assembly.GetType(name.Replace(Path.DirectorySeparatorChar, '.'));
        Assert.True(marker is not null, $"{name}.cs must hold the class that names these texts.");
        var texts = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance).Create(marker);
        foreach (var (culture, words) in new[] { ("es-CO", Words[name]), ("en-US", Words[name + ".en"]) })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.All(words, word => Assert.Equal(word.Value, texts[word.Key].Value));
        }
    }

    public static TheoryData<Type, string> Named => new()
    {
        { typeof(TicketKind), "TicketKind." },
        { typeof(TicketStatus), "TicketStatus." },
        { typeof(Channel), "Channel." },
        { typeof(Priority), "Priority." },
        { typeof(Role), "Role." },
        { typeof(DeadlineKind), "DeadlineKind." },
        { typeof(DeadlineState), "DeadlineState." },
    };

    [Theory, MemberData(nameof(Named))]
    public void Every_value_has_a_word(Type values, string prefix) =>
        Assert.All(Enum.GetNames(values), value => Assert.Contains(prefix + value, TextsOf<UiTexts>().Keys));

    [Fact]
    public void Every_refusal_has_a_text() => Assert.All(Enum.GetNames<RefusalCode>(), code => Assert.Contains(code, TextsOf<RefusalTexts>().Keys));

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var asked = Repository.Files("PqrsDesk", ".razor").Concat(Repository.Files("PqrsDesk", ".cs"))
            .SelectMany(file => Localizer().Matches(file.Text).SelectMany(localizer =>
                Regex.Matches(file.Text, $@"\b{localizer.Groups["name"]}\[""(?<key>[^""{{]+)""").Select(key =>
                    (file.Path, Texts: localizer.Groups["texts"].Value, Key: key.Groups["key"].Value))))
            .ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, ask => Assert.True(TextsOf(ask.Texts).ContainsKey(ask.Key), $"{ask.Path} asks {ask.Texts} for \"{ask.Key}\", which it does not have."));
    }

    private static Dictionary<string, string> TextsOf<T>() => TextsOf(typeof(T).Name);

    private static Dictionary<string, string> TextsOf(string marker) => Words.Single(words => Path.GetFileName(words.Key) == marker).Value;

    private static Dictionary<string, string> Read(string resx) => XDocument.Parse(resx).Root!.Elements("data")
        .ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(found => found.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(?<texts>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Localizer();
}
