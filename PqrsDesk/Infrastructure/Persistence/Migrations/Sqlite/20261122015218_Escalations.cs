using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Escalations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_NextBreachAt",
                table: "Tickets");

            migrationBuilder.AddColumn<long>(
                name: "FlaggedAt",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextMarkAt",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "Pauses",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "Pauses",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedBy",
                table: "Pauses",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PetitionerWaited",
                table: "Pauses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "UsedPercent",
                table: "Pauses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WantsReview",
                table: "Pauses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Reached",
                table: "Deadlines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Notices_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PauseCauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PauseCauses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_FlaggedAt",
                table: "Tickets",
                column: "FlaggedAt",
                filter: "\"FlaggedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_NextMarkAt",
                table: "Tickets",
                column: "NextMarkAt",
                filter: "\"NextMarkAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Pauses_From",
                table: "Pauses",
                column: "From",
                filter: "\"WantsReview\"");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_StaffId_Id",
                table: "Notices",
                columns: new[] { "StaffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_TicketId",
                table: "Notices",
                column: "TicketId");

            // The sweep looks at each once, records what its thresholds have seen so far, and knows what comes next.
            migrationBuilder.Sql("""UPDATE "Tickets" SET "NextMarkAt" = "FiledAt" WHERE "NextBreachAt" IS NOT NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "PauseCauses");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_FlaggedAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_NextMarkAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Pauses_From",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "FlaggedAt",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "NextMarkAt",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "EndedBy",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "PetitionerWaited",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "UsedPercent",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "WantsReview",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Reached",
                table: "Deadlines");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_NextBreachAt",
                table: "Tickets",
                column: "NextBreachAt",
                filter: "\"NextBreachAt\" IS NOT NULL");
        }
    }
}
