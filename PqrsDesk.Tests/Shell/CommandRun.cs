using System.Diagnostics;

namespace PqrsDesk.Shell;

/// <summary>The built program, run as a person runs it: a process with its own folder of data.</summary>
internal sealed class CommandRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("pqrsdesk-commands-").FullName;

    public string DataFolder => Path.Combine(Folder, "data");

    public Task<Ended> RunAsync(params string[] args) => RunAsync("es_CO.UTF-8", args);

    public async Task<Ended> RunAsync(string language, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Commands).Assembly.Location, .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = language, ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Desk__DataFolder"] = DataFolder },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, Lines(await output), Lines(await error));
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return name;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal sealed record Ended(int Code, string[] Output, string[] Error);
}
