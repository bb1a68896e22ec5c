using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PqrsDesk.Infrastructure.Persistence;
using Xunit;

namespace PqrsDesk.Testing;

/// <summary>How a <see cref="WebDesk"/> differs from the usual one.</summary>
public sealed record WebDeskOptions
{
    public Engine Engine { get; init; } = Engine.Sqlite;
    public string Environment { get; init; } = "Development";

    /// <summary>The first instant of its clock, which then goes on by itself; null: now.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Settings over those of appsettings.json.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether an empty database is filled with the demo desk.</summary>
    public bool Demo { get; init; }

    /// <summary>Hears what the program logs; null: nobody does.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>The port to listen on; 0: any free one.</summary>
    public int Port { get; init; }
}

/// <summary>
/// The whole program, started by its own Program.cs, on a real port of the loopback interface. As a class fixture it is
/// the usual desk, shared by the tests of a class; <see cref="StartAsync"/> makes one to measure.
/// </summary>
public sealed class WebDesk : AnyDesk, IAsyncLifetime, IAsyncDisposable
{
    private readonly WebDeskOptions _options;
    private readonly FreshDatabase? _borrowed;
    private FreshDatabase? _database;
    private Running? _running;

    public WebDesk() : this(new WebDeskOptions(), null)
    {
    }

    private WebDesk(WebDeskOptions options, FreshDatabase? borrowed) => (_options, _borrowed) = (options, borrowed);

    public MovingClock Clock { get; } = new();

    public override IServiceProvider Services => _running!.Services;

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public static async Task<WebDesk> StartAsync(WebDeskOptions? options = null)
    {
        var desk = new WebDesk(options ?? new(), null);
        await desk.InitializeAsync();
        return desk;
    }

    /// <summary>A client without cookies that follows no redirects.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Address) };

    /// <summary>Stops the program and starts it again on the same port, database and files, as an upgrade does.</summary>
    public async Task RestartAsync(Func<Task>? meanwhile = null)
    {
        var port = new Uri(Address).Port;
        await _running!.DisposeAsync();
        if (meanwhile is not null) await meanwhile();
        Start(port);
    }

    /// <summary>A second node on the same database; the first one must be disposed last.</summary>
    public async Task<WebDesk> AnotherNodeAsync()
    {
        var node = new WebDesk(_options with { Port = 0 }, _database);
        await node.InitializeAsync();
        return node;
    }

    public async Task InitializeAsync()
    {
        if (_options.StartAt is { } start) Clock.Now = start;
        _database = _borrowed ?? await FreshDatabase.MakeAsync(_options.Engine);
        try
        {
            Start(_options.Port);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_running is not null) await _running.DisposeAsync();
        if (_borrowed is null && _database is not null) await _database.DisposeAsync();
    }

    private void Start(int port)
    {
        _running = new Running(_options, _database!, Clock);
        _running.UseKestrel(port);
        _running.StartServer();
        Address = _running.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    // Any type of the product names its entry point; the tests have a Program of their own.
    private sealed class Running(WebDeskOptions options, FreshDatabase database, TimeProvider clock) : WebApplicationFactory<SettingException>
    {
        protected override void ConfigureWebHost(IWebHostBuilder web)
        {
            web.UseEnvironment(options.Environment);
            web.UseSetting("Database:Provider", database.Provider.ToString());
            web.UseSetting("ConnectionStrings:Desk", database.Connection);
            web.UseSetting("Desk:DataFolder", database.Folder);
            web.UseSetting("Desk:Demo:Enabled", options.Demo.ToString());
            foreach (var (name, value) in options.Settings) web.UseSetting(name, value);
            web.ConfigureLogging(logging =>
            {
                logging.ClearProviders();
                if (options.Log is { } log) logging.AddProvider(log);
            });
            web.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(clock)));
        }
    }
}
