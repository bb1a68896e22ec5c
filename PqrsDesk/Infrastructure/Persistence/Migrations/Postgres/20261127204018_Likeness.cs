using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Likeness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_PetitionerId",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Document",
                table: "Contacts");

            migrationBuilder.AddColumn<string>(
                name: "DocumentKey",
                table: "Contacts",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DistinctPairs",
                columns: table => new
                {
                    FirstId = table.Column<long>(type: "bigint", nullable: false),
                    SecondId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ByStaffId = table.Column<int>(type: "integer", nullable: true),
                    ByName = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistinctPairs", x => new { x.FirstId, x.SecondId });
                    table.ForeignKey(
                        name: "FK_DistinctPairs_Tickets_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DistinctPairs_Tickets_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TextBands",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextBands", x => new { x.Hash, x.TicketId });
                });

            migrationBuilder.CreateTable(
                name: "TextReadings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextReadings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TextSignatures",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    FiledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Sketch = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextSignatures", x => x.TicketId);
                    table.ForeignKey(
                        name: "FK_TextSignatures_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_PetitionerId_FiledAt_Id",
                table: "Tickets",
                columns: new[] { "PetitionerId", "FiledAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_DocumentKey",
                table: "Contacts",
                column: "DocumentKey");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Unkeyed",
                table: "Contacts",
                column: "Id",
                filter: "\"DocumentKey\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DistinctPairs_SecondId",
                table: "DistinctPairs",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_TextSignatures_FiledAt_GroupId",
                table: "TextSignatures",
                columns: new[] { "FiledAt", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_TextSignatures_GroupId_FiledAt",
                table: "TextSignatures",
                columns: new[] { "GroupId", "FiledAt" },
                filter: "\"GroupId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DistinctPairs");

            migrationBuilder.DropTable(
                name: "TextBands");

            migrationBuilder.DropTable(
                name: "TextReadings");

            migrationBuilder.DropTable(
                name: "TextSignatures");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_PetitionerId_FiledAt_Id",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_DocumentKey",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Unkeyed",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "DocumentKey",
                table: "Contacts");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_PetitionerId",
                table: "Tickets",
                column: "PetitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Document",
                table: "Contacts",
                column: "Document");
        }
    }
}
