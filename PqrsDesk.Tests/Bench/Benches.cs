using System.Globalization;
using System.Runtime.InteropServices;

namespace PqrsDesk.Bench;

/// <summary>Runs benches and prints each as a Markdown table, with the machine it ran on.</summary>
public static class Benches
{
    private static IReadOnlyList<IBench> All { get; } =
    [
        .. typeof(Benches).Assembly.GetTypes().Where(type => type.IsClass && typeof(IBench).IsAssignableFrom(type))
            .Select(type => (IBench)Activator.CreateInstance(type)!).OrderBy(bench => bench.Name, StringComparer.Ordinal),
    ];

    public static int Explain()
    {
        Console.WriteLine("dotnet run -c Release --project PqrsDesk.Tests -- bench [NAME…]");
        foreach (var bench in All) Console.WriteLine($"  {bench.Name,-10} {bench.About}");
        return 2;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> names)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var chosen = names.Count == 0 ? All.Where(bench => bench.Usual).ToList() : All.Where(bench => names.Contains(bench.Name)).ToList();
        if (chosen.Count == 0 || names.Any(name => All.All(bench => bench.Name != name))) return Explain();
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {Memory()} of memory, load {Load()}, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}");
        foreach (var bench in chosen) await PrintAsync(bench);
        return 0;
    }

    private static async Task PrintAsync(IBench bench)
    {
        Console.WriteLine();
        Console.WriteLine($"{bench.About}");
        Console.WriteLine();
        Print(bench.Columns);
        Print([.. bench.Columns.Select((_, column) => column == 0 ? "---" : "---:")]);
        await foreach (var row in bench.RunAsync()) Print(row);
    }

    private static void Print(IReadOnlyList<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>Processes that wanted a core in the last minute: more than there are cores, and the numbers are those of a busy machine.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Memory() => $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024):0} GiB";
}
