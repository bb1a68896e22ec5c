using System.Collections;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>
/// Inserts new entities of one table past the change tracker, by the columns and converters of the model, inside the
/// caller's transaction. The tracker needs ten times as long for a row that nobody will look at again.
/// </summary>
internal static class TableInsert
{
    /// <param name="numbered">Gives each entity the number that the database gave its row.</param>
    public static async Task InsertAsync<T>(this DeskDb db, IReadOnlyList<T> rows, CancellationToken cancel, bool numbered = false)
        where T : class
    {
        if (rows.Count == 0) return;
        var table = TableShape<T>.Of(db);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are inserted inside a transaction.");
#pragma warning disable CA2100 // Names come from the model, values from parameters.
        command.CommandText = table.Sql(numbered);
#pragma warning restore CA2100
        await (db is PostgresDeskDb ? AtOnceAsync(command, table, rows, numbered, cancel) : OneByOneAsync(command, table, rows, numbered, cancel));
    }

    /// <summary>SQLite looks every parameter up by name: one row in a statement, prepared once.</summary>
    private static async Task OneByOneAsync<T>(DbCommand command, TableShape<T> table, IReadOnlyList<T> rows, bool numbered, CancellationToken cancel)
        where T : class
    {
        foreach (var column in table.Columns) command.Parameters.Add(column.Mapping.CreateParameter(command, column.Parameter, null, column.IsNullable));
        await command.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            for (var at = 0; at < table.Columns.Count; at++) command.Parameters[at].Value = table.Columns[at].Stored(row) ?? DBNull.Value;
            var given = await command.ExecuteScalarAsync(cancel);
            if (numbered) table.Number(row, Convert.ToInt64(given, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>To PostgreSQL every statement is a journey: a column is one parameter, and the statement the same for any number of rows.</summary>
    private static async Task AtOnceAsync<T>(DbCommand command, TableShape<T> table, IReadOnlyList<T> rows, bool numbered, CancellationToken cancel)
        where T : class
    {
        command.Parameters.AddRange(Columns(table, rows));
        await command.PrepareAsync(cancel);
        await using var given = await command.ExecuteReaderAsync(cancel);
        await NumberAsync(table, rows, given, cancel);
    }

    /// <summary>The rows' numbers, as the statement returns them in the order of the rows.</summary>
    internal static async Task NumberAsync<T>(TableShape<T> table, IReadOnlyList<T> rows, DbDataReader given, CancellationToken cancel)
        where T : class
    {
        for (var at = 0; await given.ReadAsync(cancel); at++) table.Number(rows[at], given.GetInt64(0));
    }

    internal static NpgsqlParameter[] Columns<T>(TableShape<T> table, IReadOnlyList<T> rows)
        where T : class =>
    [
        .. table.Columns.Select(column =>
        {
            IList values = Array.CreateInstance(column.Element, rows.Count);
            for (var at = 0; at < rows.Count; at++) values[at] = column.Stored(rows[at]);
            return new NpgsqlParameter { ParameterName = column.Parameter, Value = values, DataTypeName = $"{column.Mapping.StoreTypeNameBase}[]" };
        }),
    ];
}
