using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Released : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsReleased",
                table: "Deadlines",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What was withdrawn or transferred so far counted as met at its end.
            migrationBuilder.Sql("""
                UPDATE "Deadlines" SET "IsReleased" = TRUE, "UsedMinutes" = NULL
                WHERE "SettledAt" = (SELECT "ClosedAt" FROM "Tickets" WHERE "Tickets"."Id" = "Deadlines"."TicketId" AND "Status" IN (6, 7))
                """);
            migrationBuilder.Sql("""UPDATE "Tickets" SET "ResolutionMinutes" = NULL WHERE "Status" IN (6, 7)""");
            migrationBuilder.Sql("""UPDATE "Tickets" SET "FirstResponseMinutes" = NULL WHERE "Status" IN (6, 7) AND "FirstReplyAt" IS NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsReleased",
                table: "Deadlines");
        }
    }
}
