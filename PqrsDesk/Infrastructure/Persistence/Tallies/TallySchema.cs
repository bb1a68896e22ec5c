using Microsoft.EntityFrameworkCore.Migrations;

namespace PqrsDesk.Infrastructure.Persistence.Tallies;

/// <summary>The tallies of a database that has tickets already, for the migration of each engine.</summary>
internal static class TallySchema
{
    public static void FillOnSqlite(MigrationBuilder migration) => Fill(migration, """ "QueueAt" / 3600000000 """);

    public static void FillOnPostgres(MigrationBuilder migration) => Fill(migration, """floor(extract(epoch FROM "QueueAt") / 3600)::integer""");

    private static void Fill(MigrationBuilder migration, string hour)
    {
        Fill(migration, TallyBy.Owner, """coalesce("OwnerId", 0)""");
        Fill(migration, TallyBy.DueHour, hour);
    }

    private static void Fill(MigrationBuilder migration, TallyBy by, string key) => migration.Sql($"""
        INSERT INTO "OpenTallies" ("By", "Key", "Count")
        SELECT {(int)by}, {key}, count(*) FROM "Tickets" WHERE "Status" < 4 GROUP BY 2
        """);
}
