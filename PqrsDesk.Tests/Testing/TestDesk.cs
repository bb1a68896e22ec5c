using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PqrsDesk.Domain.Care;
using PqrsDesk.Features;
using PqrsDesk.Features.Starting;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Shell;
using PqrsDesk.Ui;

namespace PqrsDesk.Testing;

/// <summary>
/// The desk as it is composed in Program.cs, on a fresh database, without a server and without its background work:
/// what a test wants done by the clock it calls itself.
/// </summary>
public sealed class TestDesk : AnyDesk, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FreshDatabase _database;
    private bool _borrowed;

    private TestDesk(WebApplication app, FreshDatabase database, TestClock clock) => (_app, _database, Clock) = (app, database, clock);

    public TestClock Clock { get; }

    public override IServiceProvider Services => _app.Services;

    public string Folder => _database.Folder;

    public string Connection => _database.Connection;

    /// <param name="settings">Settings beside the database's, such as <c>("Desk:FilingNumber", "Q-{yyyy}-{seq:0}")</c>.</param>
    public static Task<TestDesk> StartAsync(Engine engine = Engine.Sqlite, params (string Name, string? Value)[] settings) =>
        StartAsync(engine, blank: false, settings);

    /// <summary>On a database without a table.</summary>
    public static Task<TestDesk> StartBlankAsync(Engine engine, params (string Name, string? Value)[] settings) =>
        StartAsync(engine, blank: true, settings);

    /// <summary>Another node of the same desk: services of its own, the same database and clock.</summary>
    public TestDesk AnotherNode(params (string Name, string? Value)[] settings) => new(Compose(_database.Provider, _database.Connection, _database.Folder, Clock, settings), _database, Clock) { _borrowed = true };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (!_borrowed) await _database.DisposeAsync();
    }

    /// <summary>Migrates and lays a database, as the desk does when it starts.</summary>
    internal static async Task LayAsync(Engine engine, string connection, string folder)
    {
        await using var app = Compose(Enum.Parse<DatabaseProvider>(engine.ToString()), connection, folder, new TestClock(), []);
        await app.PrepareDeskAsync();

        // A test that is not about the care of a case answers without more ado; those that are ask for what comes with the product.
        await app.Services.GetRequiredService<DeskWriter>().RunAsync(db => Task.FromResult(db.CareVersions.Add(new CareVersion
        {
            Definition = CareBook.AsksNothing.Definition,
            MadeAt = TestClock.Tuesday,
            MadeBy = "PqrsDesk",
        })), CancellationToken.None);
    }

    private static async Task<TestDesk> StartAsync(Engine engine, bool blank, (string Name, string? Value)[] settings)
    {
        var database = await FreshDatabase.MakeAsync(engine, blank);
        try
        {
            var clock = new TestClock();
            return new TestDesk(Compose(database.Provider, database.Connection, database.Folder, clock, settings), database, clock);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Compose(DatabaseProvider provider, string connection, string folder, TimeProvider clock, (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder, EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:Desk"] = connection,
            ["Desk:DataFolder"] = folder,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)));
        builder.AddInfrastructure(DeskUrls.SignIn, DeskUrls.ReturnParameter);
        builder.AddFeatures();
        builder.AddShell();
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        return builder.Build();
    }
}
