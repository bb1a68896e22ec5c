using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Testing;

/// <summary>A node of a desk as it is run for years: a process of its own, on a database that others may share.</summary>
public sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private const int MostKept = 5_000;
    private readonly Process _process;
    private readonly string _folder;
    private readonly ConcurrentQueue<string> _said = [];

    private NodeProcess(Process process, string folder, string address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>What it has used of the processor since it started.</summary>
    public TimeSpan Processor => Refreshed.TotalProcessorTime;

    /// <summary>Bytes of memory that it holds.</summary>
    public long Resident => Refreshed.WorkingSet64;

    public int Id => _process.Id;

    /// <summary>What it logged as an error, by the first line of each.</summary>
    public IReadOnlyCollection<string> Errors => [.. _said.Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))];

    /// <summary>All that it has said since it listened, the newest lines of it.</summary>
    public IReadOnlyCollection<string> Said => _said;

    private Process Refreshed
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    /// <param name="environment">Over what a node has as a rule, such as <c>Desk__Demo__Enabled</c>.</param>
    public static async Task<NodeProcess> StartAsync(string connection, Engine engine = Engine.Postgres, IReadOnlyDictionary<string, string>? environment = null)
    {
        var folder = Directory.CreateTempSubdirectory("pqrsdesk-node-").FullName;
        var start = new ProcessStartInfo("dotnet", [typeof(SettingException).Assembly.Location, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Database__Provider"] = engine.ToString(),
                ["ConnectionStrings__Desk"] = connection,
                ["Desk__DataFolder"] = Path.Combine(folder, "data"),
                ["Logging__LogLevel__Default"] = "Error",
            },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            var node = new NodeProcess(process, folder, new Uri(line[at..].Split(' ')[0]).GetLeftPart(UriPartial.Authority));
            _ = node.DrainAsync(process.StandardOutput);
            _ = node.DrainAsync(process.StandardError);
            return node;
        }

        throw new InvalidOperationException($"The node ended before it listened: {await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(30) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>What a supervisor is told; null when it does not answer at all.</summary>
    public async Task<(HttpStatusCode Status, string Text)?> HealthAsync()
    {
        using var client = Client();
        try
        {
            using var response = await client.GetAsync("/healthz/ready");
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>As the power does: SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A pipe that nobody reads fills up and stops the process.</summary>
    private async Task DrainAsync(StreamReader pipe)
    {
        while (await pipe.ReadLineAsync() is { } line)
        {
            _said.Enqueue(line);
            if (_said.Count > MostKept) _said.TryDequeue(out _);
        }
    }
}
