using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>
/// Inserts new entities of one table past the change tracker, by the columns and converters of the model, inside the
/// caller's transaction. The tracker needs ten times as long for a row that nobody will look at again.
/// </summary>
/// <param name="rowsInStatement">Of PostgreSQL many, for each statement is a journey; of SQLite one, for it looks every parameter up by name.</param>
public sealed class TableInsert<T>(IModel model, int rowsInStatement)
    where T : class
{
    private readonly Column[] _columns = ColumnsOf(model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not of the model."));

    /// <param name="set">Columns that take another value than the entity's: the number of what it belongs to.</param>
    /// <param name="returning">A column pair to give back, the database's number first; null: nothing is given back.</param>
    /// <returns>The pairs, in no order.</returns>
    public async Task<List<(long Id, string Key)>> RunAsync(
        DeskDb db, IReadOnlyList<T> entities, (string Column, Func<T, object> Value)? set, string? returning, CancellationToken cancel)
    {
        var given = new List<(long, string)>();
        foreach (var chunks in entities.Chunk(rowsInStatement).GroupBy(chunk => chunk.Length))
        {
            await using var command = Command(db, chunks.Key, returning);
            await command.PrepareAsync(cancel);
            foreach (var chunk in chunks)
            {
                Fill(command, chunk, set);
                await using var rows = await command.ExecuteReaderAsync(cancel);
                while (await rows.ReadAsync(cancel)) given.Add((rows.GetInt64(0), rows.GetString(1)));
            }
        }

        return given;
    }

    private DbCommand Command(DeskDb db, int rows, string? returning)
    {
        var helper = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are imported inside a transaction.");
        var values = new List<string>();
        for (var row = 0; row < rows; row++)
        {
            var names = _columns.Select((_, column) => $"@p{row}_{column}").ToList();
            foreach (var (column, name) in _columns.Zip(names)) command.Parameters.Add(column.Mapping.CreateParameter(command, name, null, column.IsNullable));
            values.Add($"({string.Join(", ", names)})");
        }

        var table = helper.DelimitIdentifier(_columns[0].Table);
        var columns = string.Join(", ", _columns.Select(column => helper.DelimitIdentifier(column.Name)));
        var back = returning is null ? "" : $" RETURNING {helper.DelimitIdentifier("Id")}, {helper.DelimitIdentifier(returning)}";
#pragma warning disable CA2100 // Names come from the model, values from parameters.
        command.CommandText = $"INSERT INTO {table} ({columns}) VALUES {string.Join(", ", values)}{back}";
#pragma warning restore CA2100
        return command;
    }

    private void Fill(DbCommand command, T[] chunk, (string Column, Func<T, object> Value)? set)
    {
        var at = 0;
        foreach (var entity in chunk)
            foreach (var column in _columns)
                command.Parameters[at++].Value = (set?.Column == column.Name ? set.Value.Value(entity) : column.Of(entity)) ?? DBNull.Value;
    }

    private static Column[] ColumnsOf(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table) ?? throw new InvalidOperationException($"{type.Name} has no table.");
        return [.. type.GetProperties()
            .Where(property => !(property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd))
            .Select(property => new Column(table.Name, property.GetColumnName(table)!, property.IsNullable, property.GetRelationalTypeMapping(), property.GetGetter()))];
    }

    private sealed record Column(string Table, string Name, bool IsNullable, RelationalTypeMapping Mapping, IClrPropertyGetter Getter)
    {
        public object? Of(T entity)
        {
            var value = Getter.GetClrValue(entity);
            return Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
    }
}
