using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class StartBench : IBench
{
    public string Name => "start";
    public string About => "From starting the built program to its first page served, sign-in, in a process of its own on SQLite.";
    public IReadOnlyList<string> Columns => ["start", "seconds", "memory MiB"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pqrsdesk-start-").FullName;
        try
        {
            foreach (var (name, demo) in new[] { ("empty folder, production", false), ("second start", false), ("third start", false) })
                yield return [name, .. await MeasureAsync(Path.Combine(folder, "desk"), "Production", demo)];
            foreach (var name in new[] { "empty folder, with the demo desk", "second start with it" })
                yield return [name, .. await MeasureAsync(Path.Combine(folder, "demo"), "Development", true)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> MeasureAsync(string folder, string environment, bool demo)
    {
        Directory.CreateDirectory(folder);
        var address = $"http://127.0.0.1:{FreePort()}";
        using var client = new HttpClient();
        var since = Stopwatch.GetTimestamp();
        using var program = Process.Start(new ProcessStartInfo("dotnet",
        [
            typeof(SettingException).Assembly.Location, "--urls", address, "--environment", environment,
            "--Desk:DataFolder", folder, "--Desk:Demo:Enabled", demo.ToString(),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = program.StandardOutput.ReadToEndAsync();
        var complained = program.StandardError.ReadToEndAsync();
        try
        {
            while (!await ServesAsync(client, address + DeskUrls.SignIn))
            {
                if (program.HasExited) throw new InvalidOperationException($"The program ended: {await said}{await complained}");
                await Task.Delay(5);
            }

            var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
            program.Refresh();
            return [seconds.ToString("0.00", CultureInfo.InvariantCulture), $"{program.WorkingSet64 / 1024 / 1024}"];
        }
        finally
        {
            if (!program.HasExited) program.Kill();
            await program.WaitForExitAsync();
        }
    }

    private static async Task<bool> ServesAsync(HttpClient client, string address)
    {
        try
        {
            using var page = await client.GetAsync(address);
            return page.IsSuccessStatusCode;
        }
        catch (HttpRequestException wrong) when (wrong.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
