using System.Text.RegularExpressions;

namespace PqrsDesk.Domain.Answers;

/// <summary>Places in a text for what is filled in when it is used, such as <c>{radicado}</c>: of the letters, of templates and of macros.</summary>
public static partial class Places
{
    /// <summary>Their names, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Place().Matches(text).Select(place => place.Groups[1].Value).Distinct()];

    /// <summary>Each place once: what is filled in is not looked through again. A place that nobody knows stays as it stands.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> words) =>
        EmptyParagraphs().Replace(Place().Replace(text, place => words.GetValueOrDefault(place.Groups[1].Value, place.Value)), "\n\n").Trim('\n');

    [GeneratedRegex(@"\{([a-z_]{1,40})\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"\n(?:[ \t]*\n){2,}", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyParagraphs();
}
