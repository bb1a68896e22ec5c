using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SlaVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LegalCalendarVersionId",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MadeAt",
                table: "Policies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MadeBy",
                table: "Policies",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MadeAt",
                table: "Calendars",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MadeBy",
                table: "Calendars",
                type: "TEXT",
                maxLength: 150,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LegalCalendarVersionId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "Policies");

            migrationBuilder.DropColumn(
                name: "MadeBy",
                table: "Policies");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "Calendars");

            migrationBuilder.DropColumn(
                name: "MadeBy",
                table: "Calendars");
        }
    }
}
