namespace PqrsDesk.Architecture;

/// <summary>The source that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Files of the product by ending, with their path from the root.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending, SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Root, file), File: file))
            .Where(file => !file.Path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, File.ReadAllText(file.File)));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "PqrsDesk.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } above ? Find(above)
        : throw new InvalidOperationException("The tests do not lie under the repository they were built from.");
}
