using System.Text.RegularExpressions;

namespace PqrsDesk.Features.Casework;

/// <summary>Finds the addresses of the web in what somebody typed.</summary>
public static partial class WebAddresses
{
    /// <returns>The whole text in its order, cut where an address begins or ends. Only http and https count: any other scheme stays text.</returns>
    public static IEnumerable<(string Text, bool Link)> Parts(string text)
    {
        var from = 0;
        foreach (Match match in Address().Matches(text))
        {
            if (!Uri.TryCreate(match.Value, UriKind.Absolute, out _)) continue;
            if (match.Index > from) yield return (text[from..match.Index], false);
            yield return (match.Value, true);
            from = match.Index + match.Length;
        }

        if (from < text.Length) yield return (text[from..], false);
    }

    // The point, comma or bracket after an address belongs to the sentence.
    [GeneratedRegex(@"https?://[^\s<>""']*[^\s<>""'.,;:!?)\]}]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
