using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The cases that a ticket is merged with come along when it changes: none of them is written without having been locked.</summary>
internal static class MergedCases
{
    /// <summary>PostgreSQL's rows in the order of their ids, so that two who want several cannot block each other. SQLite has one writer.</summary>
    public static async Task LockAsync(DeskDb db, string[] numbers, CancellationToken cancel)
    {
        if (db is not PostgresDeskDb) return;
        await db.Database.ExecuteSqlAsync($"""
            SELECT 1 FROM "Tickets" WHERE "Id" IN (
              SELECT "Id" FROM "Tickets" WHERE "Number" = ANY ({numbers})
              UNION SELECT "Id" FROM "Tickets" WHERE "MergedInto" = ANY ({numbers})
              UNION SELECT s."Id" FROM "Tickets" t JOIN "Tickets" s ON s."Number" = t."MergedInto" WHERE t."Number" = ANY ({numbers}))
            ORDER BY "Id" FOR NO KEY UPDATE
            """, cancel);
    }

    /// <inheritdoc cref="LockAsync(DeskDb, string[], CancellationToken)"/>
    public static async Task LockAsync(DeskDb db, long[] ids, CancellationToken cancel)
    {
        if (db is not PostgresDeskDb) return;
        await db.Database.ExecuteSqlAsync($"""
            SELECT 1 FROM "Tickets" WHERE "Id" IN (
              SELECT unnest({ids})
              UNION SELECT f."Id" FROM "Tickets" t JOIN "Tickets" f ON f."MergedInto" = t."Number" WHERE t."Id" = ANY ({ids})
              UNION SELECT s."Id" FROM "Tickets" t JOIN "Tickets" s ON s."Number" = t."MergedInto" WHERE t."Id" = ANY ({ids}))
            ORDER BY "Id" FOR NO KEY UPDATE
            """, cancel);
    }

    /// <summary>Loads what the tickets are merged with, where they are, and makes them know each other.</summary>
    public static async Task MeetAsync(DeskDb db, IReadOnlyList<Ticket> tickets, CancellationToken cancel)
    {
        var into = tickets.Select(ticket => ticket.MergedInto).OfType<string>().Distinct().ToArray();
        var carrying = tickets.Where(ticket => ticket.MergedCount > 0).Select(ticket => ticket.Number).ToArray();
        if (into.Length + carrying.Length == 0) return;

        // A survivor carries others beside the one that leads to it.
        string[] heads = [.. into, .. carrying];
        var family = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery()
            .Where(t => heads.Contains(t.Number) || (t.MergedInto != null && heads.Contains(t.MergedInto))).OrderBy(t => t.Id).ToListAsync(cancel);
        foreach (var each in family)
        {
            each.Meet(
                each.MergedInto is { } number ? family.Find(other => other.Number == number) : null,
                family.Where(other => other.MergedInto == each.Number));
        }
    }
}
