using System.Globalization;
using System.Runtime.InteropServices;

namespace PqrsDesk.Bench;

/// <summary>Runs benches and prints each as a Markdown table, with the machine it ran on.</summary>
public static class Benches
{
    private static readonly TextWriter Table = Console.Out;

    private static IReadOnlyList<IBench> All { get; } =
    [
        .. typeof(Benches).Assembly.GetTypes().Where(type => type.IsClass && typeof(IBench).IsAssignableFrom(type))
            .Select(type => (IBench)Activator.CreateInstance(type)!).OrderBy(bench => bench.Name, StringComparer.Ordinal),
    ];

    public static int Explain()
    {
        Console.WriteLine("dotnet run -c Release --project PqrsDesk.Tests -- bench [NAME…] [SIZE…]");
        foreach (var bench in All) Console.WriteLine($"  {bench.Name,-10} {bench.About}");
        Console.WriteLine("Sizes, such as 2000, are for a quick look at: " + string.Join(", ", All.OfType<ISizedBench>().Select(bench => $"{bench.Name} ({bench.SizesMean})")) + ".");
        return 2;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var sizes = words.Where(word => int.TryParse(word, out _)).Select(int.Parse).ToList();
        var names = words.Where(word => !int.TryParse(word, out _)).ToList();
        var chosen = names.Count == 0 ? All.Where(bench => bench.Usual).ToList() : All.Where(bench => names.Contains(bench.Name)).ToList();
        if (chosen.Count == 0 || names.Any(name => All.All(bench => bench.Name != name))) return Explain();
        if (sizes.Exists(size => size < 1) || (sizes.Count > 0 && chosen.Exists(bench => bench is not ISizedBench))) return Explain();
        foreach (var bench in chosen.OfType<ISizedBench>().Where(_ => sizes.Count > 0)) bench.Sizes = sizes;

        // What a desk says when it starts (its address, a token) has no place in a table.
        Console.SetOut(TextWriter.Null);
        Table.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {Memory()} of memory, load {Load()}, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}");
        foreach (var bench in chosen) await PrintAsync(bench);
        return 0;
    }

    private static async Task PrintAsync(IBench bench)
    {
        Table.WriteLine();
        Table.WriteLine($"{bench.About}");
        Table.WriteLine();
        Print(bench.Columns);
        Print([.. bench.Columns.Select((_, column) => column == 0 ? "---" : "---:")]);
        await foreach (var row in bench.RunAsync()) Print(row);
    }

    private static void Print(IReadOnlyList<string> cells) => Table.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>Processes that wanted a core in the last minute: more than there are cores, and the numbers are those of a busy machine.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Memory() => $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024):0} GiB";
}
