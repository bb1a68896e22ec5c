using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Handling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "IdleSince",
                table: "Tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SnoozedUntil",
                table: "Tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StandsInFor",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CaseLimit",
                table: "Staff",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CaseLimit",
                table: "Areas",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReturnAfterHours",
                table: "Areas",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "GivenBackAt",
                table: "Absences",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HandOver",
                table: "Absences",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "HandedAt",
                table: "Absences",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgentSkills",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgentSkills", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgentSkills_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_AreaId_IdleSince",
                table: "Tickets",
                columns: new[] { "AreaId", "IdleSince" },
                filter: "\"IdleSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue_Snoozed",
                table: "Tickets",
                columns: new[] { "QueueAt", "Id" },
                filter: "\"SnoozedUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_StandsInFor",
                table: "Tickets",
                column: "StandsInFor",
                filter: "\"StandsInFor\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_From",
                table: "Absences",
                column: "From",
                filter: "\"HandOver\" <> 0 AND \"GivenBackAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgentSkills_StaffId_Kind_Value",
                table: "AgentSkills",
                columns: new[] { "StaffId", "Kind", "Value" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgentSkills");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_AreaId_IdleSince",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_Snoozed",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_StandsInFor",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Absences_From",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "IdleSince",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "StandsInFor",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "CaseLimit",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "CaseLimit",
                table: "Areas");

            migrationBuilder.DropColumn(
                name: "ReturnAfterHours",
                table: "Areas");

            migrationBuilder.DropColumn(
                name: "GivenBackAt",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "HandOver",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "HandedAt",
                table: "Absences");
        }
    }
}
