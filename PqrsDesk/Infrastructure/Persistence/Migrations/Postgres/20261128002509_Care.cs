using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
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
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProposalHash",
                table: "Tickets",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ProposedById",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReviewSince",
                table: "Tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewStage",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewStages",
                table: "Tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StepsDone",
                table: "Tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "StepsSkipped",
                table: "Tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CareVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Definition = table.Column<string>(type: "text", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
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
