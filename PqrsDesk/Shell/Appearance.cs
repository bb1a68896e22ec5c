namespace PqrsDesk.Shell;

/// <summary>What a browser remembers about the frame, in two cookies that hold nothing personal.</summary>
/// <remarks>wwwroot/js/frame.js writes the same cookies when the page has a script.</remarks>
public sealed record Appearance(Scheme Scheme, bool RailFolded)
{
    public const string SchemeCookie = "tema";
    public const string RailCookie = "riel";
    public const string Folded = "plegado";

    public static Appearance Of(IRequestCookieCollection cookies) =>
        new(SchemeOf(cookies[SchemeCookie]), cookies[RailCookie] == Folded);

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
