using System.Runtime.CompilerServices;

namespace PqrsDesk.Shell;

/// <summary>Where the style sheets of the product lie, seen from this file.</summary>
internal static class StyleSheets
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../PqrsDesk/wwwroot"));

    private static string Here([CallerFilePath] string path = "") => path;
}
