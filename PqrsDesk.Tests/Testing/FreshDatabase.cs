using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Testing;

/// <summary>An empty desk's database, migrated and laid: a copy of a template that is made once in a run.</summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;

    private FreshDatabase(DatabaseProvider provider, string connection, string folder, Func<ValueTask> remove)
    {
        Provider = provider;
        Connection = connection;
        Folder = folder;
        _remove = remove;
    }

    public DatabaseProvider Provider { get; }

    public string Connection { get; }

    /// <summary>A folder of this database's own, for the desk's files.</summary>
    public string Folder { get; }

    /// <param name="blank">Without even the tables: for tests of migrations and of the first start.</param>
    public static async Task<FreshDatabase> MakeAsync(Engine engine, bool blank = false)
    {
        if (engine == Engine.Postgres) Machine.Need(Machine.PostgresPrograms, "PostgreSQL's server", "postgresql");
        var folder = Directory.CreateTempSubdirectory("pqrsdesk-").FullName;
        var (connection, remove) = engine switch
        {
            Engine.Sqlite => await SqliteTemplate.CopyAsync(folder, blank),
            Engine.Postgres => await (await PostgresCluster.RunningAsync()).MakeDatabaseAsync(blank),
        };
        return new FreshDatabase(engine == Engine.Sqlite ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres, connection, folder, remove);
    }

    public async ValueTask DisposeAsync()
    {
        await _remove();
        Directory.Delete(Folder, recursive: true);
    }
}
