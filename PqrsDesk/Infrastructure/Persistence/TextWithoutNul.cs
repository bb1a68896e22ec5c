using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Leaves U+0000 out of all text that goes to the database: PostgreSQL refuses it, and SQLite's functions end at it. Nobody can see it.</summary>
public sealed class TextWithoutNul : DbCommandInterceptor
{
    private const char Nul = '\0';

    public static string Of(string text) => text.Contains(Nul) ? text.Replace($"{Nul}", "", StringComparison.Ordinal) : text;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData about, InterceptionResult<DbDataReader> result)
    {
        Tidy(command);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData about, InterceptionResult<int> result)
    {
        Tidy(command);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData about, InterceptionResult<object> result)
    {
        Tidy(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData about, InterceptionResult<DbDataReader> result, CancellationToken cancel = default) => new(ReaderExecuting(command, about, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData about, InterceptionResult<int> result, CancellationToken cancel = default) => new(NonQueryExecuting(command, about, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData about, InterceptionResult<object> result, CancellationToken cancel = default) => new(ScalarExecuting(command, about, result));

    private static void Tidy(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text) parameter.Value = Of(text);
            else if (parameter.Value is IEnumerable<string?> texts && texts.Any(each => each?.Contains(Nul) == true)) parameter.Value = texts.Select(each => each is null ? null : Of(each)).ToArray();
        }
    }
}
