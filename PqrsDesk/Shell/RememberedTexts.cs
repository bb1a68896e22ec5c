using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PqrsDesk.Shell;

/// <summary>Remembers each word in each language: the framework's reader takes two locks for every one of them, and a page has hundreds.</summary>
public sealed class RememberedTextsFactory(ResourceManagerStringLocalizerFactory files) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new RememberedTexts(files.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new RememberedTexts(files.Create(baseName, location));
}

internal sealed class RememberedTexts(IStringLocalizer file) : IStringLocalizer
{
    private readonly ConcurrentDictionary<(string Culture, string Name), LocalizedString> _known = new();

    public LocalizedString this[string name]
    {
        get
        {
            var key = (CultureInfo.CurrentUICulture.Name, name);
            if (_known.TryGetValue(key, out var known)) return known;
            var read = file[name];

            // Only what is there: names that were made up must not pile up.
            return read.ResourceNotFound ? read : _known.GetOrAdd(key, read);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var words = this[name];
            return new(name, string.Format(CultureInfo.CurrentCulture, words.Value, arguments), words.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => file.GetAllStrings(includeParentCultures);
}
