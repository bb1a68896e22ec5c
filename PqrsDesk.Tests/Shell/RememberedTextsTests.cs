using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Shell;

public sealed class RememberedTextsTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly IStringLocalizer texts = new RememberedTextsFactory(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)).Create(typeof(EventTexts));

    [Fact]
    public void Each_language_keeps_its_own_words()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal("La mesa", In("es-CO", "Desk"));
            Assert.NotEqual("La mesa", In("en-US", "Desk"));
        }
    }

    [Fact]
    public void Arguments_are_written_anew_each_time()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es-CO");
        Assert.Equal("Ana tomó el caso.", texts["Taken", "Ana"]);
        Assert.Equal("Luis tomó el caso.", texts["Taken", "Luis"]);
    }

    [Fact]
    public void What_is_not_there_says_so_every_time()
    {
        Assert.True(texts["Nope"].ResourceNotFound);
        Assert.True(texts["Nope"].ResourceNotFound);
        Assert.True(texts["Nope", 1].ResourceNotFound);
    }

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    private string In(string language, string name)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return texts[name];
    }
}
