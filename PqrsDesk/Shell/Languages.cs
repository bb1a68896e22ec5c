using System.Globalization;

namespace PqrsDesk.Shell;

/// <summary>The languages of the desk, the default first.</summary>
public static class Languages
{
    public const string Spanish = "es-CO";
    public const string English = "en-US";

    public static IReadOnlyList<string> All { get; } = [Spanish, English];

    /// <summary>The language that the switch offers.</summary>
    public static string Other => Current == "en" ? Spanish : English;

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The desk's language of a culture's name, whatever its country: <c>en</c> and <c>en-GB</c> are English. Null when it has none.</summary>
    public static string? Of(string? culture) =>
        culture is { Length: >= 2 } ? All.FirstOrDefault(known => culture.StartsWith(TwoLetters(known), StringComparison.OrdinalIgnoreCase) && (culture.Length == 2 || culture[2] == '-')) : null;

    public static string TwoLetters(string culture) => culture[..2];
}
