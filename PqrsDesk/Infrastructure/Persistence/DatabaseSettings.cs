using Microsoft.Data.Sqlite;
using Npgsql;

namespace PqrsDesk.Infrastructure.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>A setting that keeps the desk from starting, said in one sentence.</summary>
public sealed class SettingException(string sentence) : Exception(sentence);

/// <summary><c>Database:Provider</c> and <c>ConnectionStrings:Desk</c>, checked.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>Seconds that a writer waits for another process that holds the SQLite file.</summary>
    private const int BusySeconds = 30;

    /// <summary>Statements that PostgreSQL keeps for each connection, read and planned once. A <c>Max Auto Prepare</c> of the connection string has the say.</summary>
    private const int StatementsKept = 200;

    /// <exception cref="SettingException">The settings do not name a database.</exception>
    public static DatabaseSettings Read(IConfiguration settings, string dataFolder)
    {
        var named = settings["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            throw new SettingException($"Database:Provider is \"{named}\"; it must be Sqlite or Postgres.");
        var connection = settings.GetConnectionString("Desk");
        try
        {
            return provider == DatabaseProvider.Sqlite
                ? new(provider, Sqlite(connection, dataFolder))
                : new(provider, Postgres(connection));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new SettingException($"ConnectionStrings:Desk is not a connection string for {provider}: {wrong.Message}");
        }
    }

    private static string Sqlite(string? connection, string dataFolder)
    {
        var sqlite = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connection) ? $"Data Source={Path.Combine(dataFolder, "desk.db")}" : connection)
        {
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        };
        if (string.IsNullOrWhiteSpace(sqlite.DataSource)) throw new SettingException("ConnectionStrings:Desk names no file: write Data Source=FILE.");
        if (Path.GetDirectoryName(Path.GetFullPath(sqlite.DataSource)) is { } folder)
        {
            try
            {
                Directory.CreateDirectory(folder);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                throw new SettingException($"The folder of the SQLite file, {folder}, cannot be made: {wrong.Message}");
            }
        }

        return sqlite.ConnectionString;
    }

    private static string Postgres(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
            throw new SettingException("Database:Provider is Postgres, and ConnectionStrings:Desk is empty: write Host=…;Database=…;Username=…;Password=….");
        var postgres = new NpgsqlConnectionStringBuilder(connection);
        if (!postgres.ContainsKey("Max Auto Prepare")) postgres.MaxAutoPrepare = StatementsKept;
        return postgres.ConnectionString;
    }
}
