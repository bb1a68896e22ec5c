using System.Globalization;

namespace PqrsDesk.Ui;

// What is asked of the catalogue.
public static partial class DeskUrls
{
    public const string NewPlatform = "/plataformas/nueva";
    public const string PlatformEditor = "/plataformas/{numero:int}/editar";
    public const string ApiPlatforms = "/api/v1/platforms";
    public const string ApiPlatform = "/api/v1/platforms/{platform:int}";
    public const string ProductKindParameter = "tipo";
    public const string CriticalityParameter = "criticidad";
    public const string AreaParameter = "area";
    public const string OrderParameter = "orden";

    /// <summary>The platform that is chosen on the map.</summary>
    public const string PlatformParameter = "plataforma";

    /// <summary>Percent of its drawn size.</summary>
    public const string ZoomParameter = "zoom";

    public static string PlatformEditorOf(int id) => PlatformOf(id) + "/editar";

    /// <summary>The catalogue, filtered. Empty values are left out.</summary>
    public static string PlatformsWith(params IEnumerable<(string Name, string? Value)> filter) => With(Platforms, filter);

    public static string PlatformMapOf(int? chosen, int? zoom = null) =>
        With(PlatformMap, [(PlatformParameter, chosen?.ToString(CultureInfo.InvariantCulture)), (ZoomParameter, zoom?.ToString(CultureInfo.InvariantCulture))]);
}
