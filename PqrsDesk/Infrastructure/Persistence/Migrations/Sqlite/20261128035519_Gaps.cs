using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Gaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "NextStepAt",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StepsShown",
                table: "Tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Public",
                table: "CustomFields",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CareMarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseFields",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    FieldId = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFields", x => new { x.FieldId, x.Value, x.TicketId });
                    table.ForeignKey(
                        name: "FK_CaseFields_CustomFields_FieldId",
                        column: x => x.FieldId,
                        principalTable: "CustomFields",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseFields_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SpentTimes",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Timed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrected = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentTimes", x => new { x.TicketId, x.Number });
                    table.ForeignKey(
                        name: "FK_SpentTimes_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_NextStepAt",
                table: "Tickets",
                column: "NextStepAt",
                filter: "\"Status\" < 4 AND \"NextStepAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFields_TicketId",
                table: "CaseFields",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_SpentTimes_On_TicketId_Number",
                table: "SpentTimes",
                columns: new[] { "On", "TicketId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CareMarks");

            migrationBuilder.DropTable(
                name: "CaseFields");

            migrationBuilder.DropTable(
                name: "SpentTimes");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_NextStepAt",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "NextStepAt",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "StepsShown",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "Public",
                table: "CustomFields");
        }
    }
}
