using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Where somebody is who was merged, and what leads to them.</summary>
public static class MergeTrace
{
    /// <summary>Longer chains of merges are a mistake.</summary>
    private const int MostSteps = 20;

    /// <returns>The one that stayed at the end of the chain; null when nobody of that number was merged.</returns>
    public static async Task<int?> SurvivorAsync(DeskDb db, PartyKind kind, int id, CancellationToken cancel)
    {
        int? survivor = null;
        for (var step = 0; step < MostSteps; step++)
        {
            var from = survivor ?? id;
            var into = await db.PartyMerges.Where(merge => merge.Kind == kind && merge.FromId == from && merge.UndoneAt == null)
                .OrderByDescending(merge => merge.Id).Select(merge => (int?)merge.IntoId).FirstOrDefaultAsync(cancel);
            if (into is null) break;
            survivor = into;
        }

        return survivor;
    }

    /// <summary>
    /// All columns of other tables that name people, or organisations: whatever the desk keeps of them later goes over too,
    /// without a line here. Their cases go over by an event each, and what finds them is made anew.
    /// </summary>
    public static IReadOnlyList<Lead> LeadsTo(DeskDb db, PartyKind kind)
    {
        var principal = db.Model.FindEntityType(kind == PartyKind.Person ? typeof(Contact) : typeof(Customer))!;
        return
        [
            .. from type in db.Model.GetEntityTypes()
               where type.ClrType != typeof(Domain.Tickets.Ticket) && type.ClrType != typeof(ContactWord) && type.ClrType != typeof(CustomerWord) && type.ClrType != typeof(ContactPoint)
               from key in type.GetForeignKeys()
               where key.PrincipalEntityType == principal
               let table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value
               select new Lead(table.Name, key.Properties.Single().GetColumnName(table)!, type.FindPrimaryKey()!.Properties.Single().GetColumnName(table)!)
               {
                   Once =
                   [
                       .. from index in type.GetIndexes()
                          where index.IsUnique && index.Properties.Contains(key.Properties[0])
                          select (IReadOnlyList<string>)[.. index.Properties.Where(property => property != key.Properties[0]).Select(property => property.GetColumnName(table)!)],
                   ],
               },
        ];
    }

    /// <summary>Moves the rows, and says which they were. What there is once of each, and the other has already, stays where it is.</summary>
    /// <param name="only">Null: all of them.</param>
    internal static async Task<IReadOnlyList<long>> MoveAsync(DeskDb db, Lead lead, int from, int to, IReadOnlyList<long>? only, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are moved inside a transaction.");
        var among = only is null ? "" : only.Count == 0 ? " AND 1 = 0" : $" AND \"{lead.Id}\" IN ({string.Join(", ", only.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
#pragma warning disable CA2100 // Names come from the model, numbers are numbers.
        command.CommandText = $"UPDATE \"{lead.Table}\" SET \"{lead.Column}\" = @to WHERE \"{lead.Column}\" = @from{among}{string.Concat(lead.Once.Select(Free))} RETURNING \"{lead.Id}\"";
#pragma warning restore CA2100
        Add(command, "to", to);
        Add(command, "from", from);
        var moved = new List<long>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) moved.Add(Convert.ToInt64(rows.GetValue(0), CultureInfo.InvariantCulture));
        return moved;

        string Free(IReadOnlyList<string> columns) =>
            $" AND NOT EXISTS (SELECT 1 FROM \"{lead.Table}\" had WHERE had.\"{lead.Column}\" = @to{string.Concat(columns.Select(column => $" AND had.\"{column}\" = \"{lead.Table}\".\"{column}\""))})";
    }

    /// <summary>The rows that did not go over, as text: with the one that goes they go too, and the trace keeps what they said.</summary>
    internal static async Task<IReadOnlyList<LeftRow>> LeftAsync(DeskDb db, Lead lead, int from, CancellationToken cancel)
    {
        if (lead.Once.Count == 0) return [];
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Names come from the model.
        command.CommandText = $"SELECT * FROM \"{lead.Table}\" WHERE \"{lead.Column}\" = @from";
#pragma warning restore CA2100
        Add(command, "from", from);
        var left = new List<LeftRow>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            left.Add(new(lead.Table, Enumerable.Range(0, rows.FieldCount).ToDictionary(rows.GetName, at => rows.IsDBNull(at) ? null : Convert.ToString(rows.GetValue(at), CultureInfo.InvariantCulture))));
        return left;
    }

    private static void Add(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"@{name}", value);
        command.Parameters.Add(parameter);
    }
}

/// <summary>A column that names somebody, and the one that numbers its rows.</summary>
public sealed record Lead(string Table, string Column, string Id)
{
    public string Name => $"{Table}.{Column}";

    /// <summary>Of each set of these columns there is one row for each that is named.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Once { get; init; } = [];
}
