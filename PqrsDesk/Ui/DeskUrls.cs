using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace PqrsDesk.Ui;

/// <summary>Every address of the desk. Constants are route templates; methods build an address to follow.</summary>
public static partial class DeskUrls
{
    public const string Queue = "/";
    public const string SearchPage = "/buscar";
    public const string Wall = "/muro";
    public const string Dashboard = "/tablero";
    public const string Reports = "/informes";
    public const string ReportFile = "/informes/{month}.xlsx";
    public const string Supervision = "/supervision";

    /// <summary>Who files many times, and what many file alike.</summary>
    public const string Repetition = "/supervision/reiterativos";
    public const string SignIn = "/entrar";
    public const string SignOut = "/salir";
    public const string Setup = "/instalar";
    public const string Language = "/idioma";
    public const string Theme = "/tema";
    public const string ClockNow = "/reloj";
    public const string NotFound = "/no-encontrado";
    public const string Error = "/error";
    public const string Hub = "/hubs/desk";

    /// <summary>The query parameter that carries the address to come back to. Only local addresses are followed.</summary>
    public const string ReturnParameter = "volver";
    public const string SearchParameter = "q";
    public const string LeastCasesParameter = "casos";
    public const string DaysParameter = "dias";
    public const string CultureParameter = "cultura";
    public const string SchemeParameter = "valor";

    public static string RepetitionOf(int leastCases, int days) =>
        With(Repetition, [(LeastCasesParameter, leastCases.ToString(CultureInfo.InvariantCulture)), (DaysParameter, days.ToString(CultureInfo.InvariantCulture))]);

    public static string ReportFileOf(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"/informes/{year:0000}-{month:00}.xlsx");

    public static string SearchFor(string text) => With(SearchPage, [(SearchParameter, text)]);

    public static string ViewOf(int view) => QueueWith((QueueParameter.View, view.ToString(CultureInfo.InvariantCulture)));

    public static string MyTickets => QueueWith((QueueParameter.Mine, "true"));

    /// <summary>The queue, filtered. Empty values are left out, so that one view has one address.</summary>
    public static string QueueWith(params IEnumerable<(string Name, string? Value)> filter) => With(Queue, filter);

    public static string SignInThen(string returnTo) => With(SignIn, [(ReturnParameter, returnTo)]);

    public static string LanguageOf(string culture, string returnTo) =>
        With(Language, [(CultureParameter, culture), (ReturnParameter, returnTo)]);

    public static string ThemeOf(string scheme, string returnTo) =>
        With(Theme, [(SchemeParameter, scheme), (ReturnParameter, returnTo)]);

    /// <summary>Whether an address stays in this desk: a path, and neither another host nor another scheme.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);

    /// <summary>What somebody wrote into an address for a number; null when it is none. (The framework's own reading would end in a fault.)</summary>
    public static int? WholeNumber(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string With(string path, IEnumerable<(string Name, string? Value)> parameters) =>
        QueryHelpers.AddQueryString(path, parameters
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
}
