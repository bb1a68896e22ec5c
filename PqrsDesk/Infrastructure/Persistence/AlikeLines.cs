using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A line that many cases get word for word alike, because of whom or what they are about. It moves no clock, and of the state one column.</summary>
/// <param name="Property">Of <see cref="Ticket"/>.</param>
public sealed record AlikeLine(TicketEvent Event, string Property, object To)
{
    public static AlikeLine Of(TicketEvent happened) => happened switch
    {
        TicketEvent.PartyMerged { Of: PartyKind.Person } merged => new(happened, nameof(Ticket.PetitionerId), merged.To),
        TicketEvent.PartyMerged merged => new(happened, nameof(Ticket.CustomerId), merged.To),
        TicketEvent.ProductRenamed renamed => new(happened, nameof(Ticket.Product), renamed.To),
        _ => throw new ArgumentException($"{happened.GetType().Name} is not of many cases alike.", nameof(happened)),
    };
}

/// <summary>
/// Writes such a line to any number of cases by two statements, and the state that follows from it: what the verb would do to
/// each, at a hundredth of its cost. No reader beside the log and the feed has anything to do with these lines; see
/// <see cref="TicketEvent.IsOfItsSubject"/>.
/// </summary>
internal static class AlikeLines
{
    /// <summary>So many in one statement: their numbers travel with it.</summary>
    private const int Chunk = 5_000;

    /// <summary>Those of which no clock has anything to say at that instant. The others need the verb, which records first what passed.</summary>
    public static IQueryable<Ticket> Quiet(this IQueryable<Ticket> tickets, DateTimeOffset at) => tickets.Where(t => t.NextMarkAt == null || t.NextMarkAt > at);

    /// <summary>In the caller's transaction, with the turn at the log and the rows locked.</summary>
    /// <param name="ids">Rising.</param>
    public static async Task<IReadOnlyList<TicketChange>> WriteAsync(DeskDb db, AlikeLine line, long[] ids, Moment now, CancellationToken cancel)
    {
        var changes = new List<TicketChange>(ids.Length);
        foreach (var some in ids.Chunk(Chunk))
        {
            await using var log = LogOf(db, line, some, now);
            await log.ExecuteNonQueryAsync(cancel);
            await using var state = StateOf(db, line, some, now);
            await using var rows = await state.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
                changes.Add(new(rows.GetInt64(0), rows.GetString(1), rows.GetInt32(2), rows.IsDBNull(3) ? null : rows.GetInt32(3), rows.GetInt32(4), [line.Event]));
        }

        return changes;
    }

    private static DbCommand LogOf(DeskDb db, AlikeLine line, long[] ids, Moment now)
    {
        var command = Begin(db, ids);
        var logged = new LoggedEvent { Sequence = 0, At = now.At, On = now.On, ByKind = now.By.Kind, ByStaffId = now.By.StaffId, ByName = TextWithoutNul.Of(now.By.Name), Event = line.Event };
        var (type, columns, values) = (db.Model.FindEntityType(typeof(LoggedEvent))!, new List<string>(), new List<string>());
        foreach (var property in type.GetProperties().Where(property => !property.IsPrimaryKey()))
        {
            columns.Add($"\"{property.GetColumnName()}\"");
            values.Add(property.Name switch
            {
                nameof(LoggedEvent.TicketId) => "t.\"Id\"",
                nameof(LoggedEvent.Sequence) => "t.\"Version\" + 1",
                _ => Add(command, property, property.GetGetter().GetClrValue(logged)),
            });
        }

        return Say(command, $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM \"Tickets\" t WHERE t.{Among(db)} ORDER BY t.\"Id\"");
    }

    private static DbCommand StateOf(DeskDb db, AlikeLine line, long[] ids, Moment now)
    {
        var command = Begin(db, ids);
        var type = db.Model.FindEntityType(typeof(Ticket))!;
        var (to, at) = (Add(command, type.FindProperty(line.Property)!, line.To), Add(command, type.FindProperty(nameof(Ticket.ChangedAt))!, now.At));
        return Say(command, $"""
            UPDATE "Tickets" SET "{line.Property}" = {to}, "Version" = "Version" + 1, "ChangedAt" = CASE WHEN "ChangedAt" < {at} THEN {at} ELSE "ChangedAt" END
            WHERE {Among(db)} RETURNING "Id", "Number", "AreaId", "OwnerId", "Version"
            """);
    }

    private static DbCommand Begin(DeskDb db, long[] ids)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("The log is written inside a transaction.");
        var among = command.CreateParameter();
        (among.ParameterName, among.Value) = ("@ids", command is NpgsqlCommand ? ids : JsonSerializer.Serialize(ids));
        command.Parameters.Add(among);
        return command;
    }

    private static string Among(DeskDb db) => db is PostgresDeskDb ? "\"Id\" = ANY (@ids)" : "\"Id\" IN (SELECT value FROM json_each(@ids))";

    /// <returns>How the statement calls it.</returns>
    private static string Add(DbCommand command, IProperty property, object? value)
    {
        var name = $"@{property.Name}";
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable));
        return name;
    }

    private static DbCommand Say(DbCommand command, string sql)
    {
#pragma warning disable CA2100 // Names come from the model, values from parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
