using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Simulating;

/// <summary>What is wrong with a request, by field.</summary>
internal sealed class Faults(IStringLocalizer<SimulatingTexts> texts)
{
    /// <summary>Enough to see the pattern: a long array may be wrong in every place.</summary>
    private const int Most = 50;

    public Dictionary<string, string[]> ByField { get; } = [];

    public bool Any => ByField.Count > 0;

    /// <param name="field">Where, as <c>[7].calendar.weekly[1]</c>; empty: the body itself.</param>
    /// <param name="key">Of the text that says what is wrong.</param>
    public void Add(string field, string key, params object[] about)
    {
        if (ByField.Count < Most) ByField.TryAdd(field, [texts[key, about]]);
    }
}
