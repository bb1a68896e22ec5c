using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
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
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MadeAt",
                table: "Policies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MadeBy",
                table: "Policies",
                type: "character varying(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MadeAt",
                table: "Calendars",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MadeBy",
                table: "Calendars",
                type: "character varying(150)",
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
