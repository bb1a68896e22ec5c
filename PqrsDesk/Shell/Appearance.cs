using PqrsDesk.Domain.Views;
using PqrsDesk.Shell.Preferring;

namespace PqrsDesk.Shell;

/// <summary>What a browser remembers about the frame, in three cookies that hold nothing personal.</summary>
/// <remarks>wwwroot/js/frame.js writes the same cookies when the page has a script.</remarks>
public sealed record Appearance(Scheme Scheme, bool RailFolded)
{
    public const string SchemeCookie = "tema";
    public const string RailCookie = "riel";
    public const string Folded = "plegado";
    public const string DensityCookie = "densidad";
    public const string Compact = "compacta";
    public const string Comfortable = "comoda";

    /// <summary>Of all but the queue, which has its own.</summary>
    public QueueDensity Density { get; init; } = QueueDensity.Comfortable;

    public static Appearance Of(IRequestCookieCollection cookies) =>
        new(SchemeOf(cookies[SchemeCookie]), cookies[RailCookie] == Folded) { Density = cookies[DensityCookie] == Compact ? QueueDensity.Compact : QueueDensity.Comfortable };

    /// <summary>With what a person chose in its place.</summary>
    public Appearance As(Look own) => this with { Scheme = own.Scheme ?? Scheme, Density = own.Density ?? Density };

    public static string WordOf(Scheme scheme) => scheme switch
    {
        Scheme.Light => "claro",
        Scheme.Dark => "oscuro",
        Scheme.Auto => "sistema",
    };

    public static Scheme SchemeOf(string? word) => word switch
    {
        "claro" => Scheme.Light,
        "oscuro" => Scheme.Dark,
        _ => Scheme.Auto,
    };

    /// <summary>The media condition under which the light style sheets count.</summary>
    public string LightMedia => Scheme switch
    {
        Scheme.Light => "all",
        Scheme.Dark => "not all",
        Scheme.Auto => "(prefers-color-scheme: light)",
    };

    public string DarkMedia => Scheme switch
    {
        Scheme.Light => "not all",
        Scheme.Dark => "all",
        Scheme.Auto => "(prefers-color-scheme: dark)",
    };
}

/// <summary>Light, dark, or what the operating system prefers.</summary>
public enum Scheme
{
    Auto,
    Light,
    Dark,
}
