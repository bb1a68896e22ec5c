using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using PqrsDesk.Architecture;

namespace PqrsDesk.Testing;

/// <summary>A message that a real SMTP server took.</summary>
public sealed record TakenLetter(string From, IReadOnlyList<string> To, bool Secure, string? User, byte[] Message);

/// <summary>A real SMTP server (npm's smtp-server) on a free port of the loopback interface. It ends with the run, however that ends.</summary>
public sealed class SmtpPeer : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "PqrsDesk.Tests", "Testing", "Peers");
    private readonly Process _process;
    private readonly ConcurrentQueue<TakenLetter> _taken = [];
    private readonly string _scratch;

    private SmtpPeer(Process process, string scratch, string certificate) => (_process, _scratch, Certificate) = (process, scratch, certificate);

    /// <summary>The node program, where the packages of the peers are installed too.</summary>
    public static string? Program { get; } = Machine.Node is { } node && Directory.Exists(Path.Combine(Folder, "node_modules", "smtp-server")) ? node : null;

    public int Port { get; private set; }

    /// <summary>The file with its certificate.</summary>
    public string Certificate { get; }

    public IReadOnlyCollection<TakenLetter> Taken => _taken;

    /// <param name="port">0: any free one.</param>
    public static async Task<SmtpPeer> StartAsync(bool secure = false, bool certified = false, string? user = null, string? password = null, int port = 0)
    {
        var node = Machine.Need(Program, "A real SMTP server", "nodejs (and npm ci in PqrsDesk.Tests/Testing/Peers)");
        var scratch = Directory.CreateTempSubdirectory("pqrsdesk-smtp-").FullName;
        var (certificate, key) = LoopbackCertificate.Write(scratch);
        var options = JsonSerializer.Serialize(new { secure, cert = certified || secure ? certificate : null, key = certified || secure ? key : null, user, password, port });
        var process = Process.Start(new ProcessStartInfo(node, [Path.Combine(Folder, "smtp.js"), options]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Folder })!;
        var peer = new SmtpPeer(process, scratch, certificate);
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The SMTP server of the tests did not start.");
        peer.Port = JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32();
        _ = peer.ReadAsync();
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_scratch, recursive: true);
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var taken = JsonDocument.Parse(line).RootElement;
            _taken.Enqueue(new(
                taken.GetProperty("from").GetString()!, [.. taken.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)], taken.GetProperty("secure").GetBoolean(),
                taken.GetProperty("user").GetString(), Convert.FromBase64String(taken.GetProperty("message").GetString()!)));
        }
    }
}
