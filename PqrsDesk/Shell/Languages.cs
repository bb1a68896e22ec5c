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

    public static string TwoLetters(string culture) => culture[..2];
}
