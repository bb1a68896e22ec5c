using Microsoft.Data.Sqlite;

namespace PqrsDesk.Testing;

/// <summary>One SQLite file, migrated and laid once in a run, and copied for each test.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<byte[]>> Template = new(MakeAsync);

    public static async Task<(string Connection, Func<ValueTask> Remove)> CopyAsync(string folder, bool blank)
    {
        var file = Path.Combine(folder, "desk.db");
        if (!blank) await File.WriteAllBytesAsync(file, await Template.Value);
        var connection = ConnectionOf(file);
        return (connection, () => Release(connection));
    }

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pqrsdesk-template-").FullName;
        try
        {
            var file = Path.Combine(folder, "desk.db");
            await TestDesk.LayAsync(Engine.Sqlite, ConnectionOf(file), folder);
            await Release(ConnectionOf(file));
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Written as the desk itself writes it, since pools go by the letter.</summary>
    private static string ConnectionOf(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;

    /// <summary>Closes the pooled connections; the last one to close writes the log back into the file.</summary>
    private static ValueTask Release(string connection)
    {
        using var any = new SqliteConnection(connection);
        SqliteConnection.ClearPool(any);
        return ValueTask.CompletedTask;
    }
}
