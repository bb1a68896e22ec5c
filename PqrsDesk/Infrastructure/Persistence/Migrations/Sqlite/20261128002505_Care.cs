using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Care : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ApproverId",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProposalHash",
                table: "Tickets",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ProposedById",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReviewSince",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewStage",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewStages",
                table: "Tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StepsDone",
                table: "Tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "StepsSkipped",
                table: "Tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CareVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareVersions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_ReviewSince",
                table: "Tickets",
                column: "ReviewSince",
                filter: "\"ReviewStage\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_StepsSkipped",
                table: "Tickets",
                column: "ChangedAt",
                filter: "\"StepsSkipped\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CareVersions");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_ReviewSince",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_StepsSkipped",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ApproverId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ProposalHash",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ProposedById",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ReviewSince",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ReviewStage",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ReviewStages",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "ReviewedById",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "StepsDone",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "StepsSkipped",
                table: "Tickets");
        }
    }
}
