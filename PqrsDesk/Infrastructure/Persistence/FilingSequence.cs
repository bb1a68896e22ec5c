using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The last number given out in a year.</summary>
public sealed class FilingSequence
{
    public int Year { get; private set; }
    public int Last { get; private set; }

    /// <summary>
    /// Takes the next <paramref name="count"/> numbers of the year inside the caller's transaction: its row stays locked
    /// until the commit, and a rollback gives them back. That is what keeps radicados without gaps.
    /// </summary>
    /// <returns>The first of them.</returns>
    public static async Task<int> TakeAsync(DeskDb db, int year, int count, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Numbers are taken inside a transaction.");
        var last = await db.Database.SqlQuery<int>($"""
            INSERT INTO "FilingSequences" ("Year", "Last") VALUES ({year}, {count})
            ON CONFLICT ("Year") DO UPDATE SET "Last" = "FilingSequences"."Last" + {count}
            RETURNING "Last"
            """).ToListAsync(cancel);
        return last[0] - count + 1;
    }
}

/// <summary>Writes radicados by the desk's template.</summary>
public sealed class FilingNumbers(FilingNumberTemplate template)
{
    public string Format(DateOnly on, int sequence) => template.Format(on, sequence);
}
