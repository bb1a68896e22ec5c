using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Availability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outages_ExternalId",
                table: "Outages");

            migrationBuilder.AddColumn<long>(
                name: "AnnouncedAt",
                table: "PlannedDowntimes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "PlannedDowntimes",
                type: "TEXT",
                maxLength: 150,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CancelReason",
                table: "PlannedDowntimes",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CancelledAt",
                table: "PlannedDowntimes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CancelledBy",
                table: "PlannedDowntimes",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Repeat",
                table: "PlannedDowntimes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RepeatsUntil",
                table: "PlannedDowntimes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "JoinsFilings",
                table: "Outages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Outages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PublicText",
                table: "Outages",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Outages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "VoidedAt",
                table: "Outages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinedAt",
                table: "OutageCases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "LeftAt",
                table: "OutageCases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Scope",
                table: "ApiKeys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IncidentAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OutageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Spanish = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ByRole = table.Column<int>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentAnswers_Outages_OutageId",
                        column: x => x.OutageId,
                        principalTable: "Outages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutageUpdates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OutageId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutageUpdates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutageUpdates_Outages_OutageId",
                        column: x => x.OutageId,
                        principalTable: "Outages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlatformWatches",
                columns: table => new
                {
                    ProductId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Target = table.Column<decimal>(type: "TEXT", precision: 7, scale: 3, nullable: true),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformWatches", x => x.ProductId);
                    table.ForeignKey(
                        name: "FK_PlatformWatches_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnsweredCases",
                columns: table => new
                {
                    AnswerId = table.Column<int>(type: "INTEGER", nullable: false),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sent = table.Column<bool>(type: "INTEGER", nullable: true),
                    Refused = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnsweredCases", x => new { x.AnswerId, x.TicketId });
                    table.ForeignKey(
                        name: "FK_AnsweredCases_IncidentAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "IncidentAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnsweredCases_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outages_ExternalId",
                table: "Outages",
                column: "ExternalId",
                unique: true,
                filter: "\"ExternalId\" IS NOT NULL AND \"Until\" IS NULL AND \"VoidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outages_ExternalId_From",
                table: "Outages",
                columns: new[] { "ExternalId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Outages_From",
                table: "Outages",
                column: "From",
                filter: "\"Until\" IS NULL AND \"VoidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnsweredCases_TicketId",
                table: "AnsweredCases",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentAnswers_At",
                table: "IncidentAnswers",
                column: "At",
                filter: "\"FinishedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentAnswers_OutageId",
                table: "IncidentAnswers",
                column: "OutageId");

            migrationBuilder.CreateIndex(
                name: "IX_OutageUpdates_OutageId",
                table: "OutageUpdates",
                column: "OutageId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnsweredCases");

            migrationBuilder.DropTable(
                name: "OutageUpdates");

            migrationBuilder.DropTable(
                name: "PlatformWatches");

            migrationBuilder.DropTable(
                name: "IncidentAnswers");

            migrationBuilder.DropIndex(
                name: "IX_Outages_ExternalId",
                table: "Outages");

            migrationBuilder.DropIndex(
                name: "IX_Outages_ExternalId_From",
                table: "Outages");

            migrationBuilder.DropIndex(
                name: "IX_Outages_From",
                table: "Outages");

            migrationBuilder.DropColumn(
                name: "AnnouncedAt",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "By",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "CancelReason",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "CancelledBy",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "Repeat",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "RepeatsUntil",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "JoinsFilings",
                table: "Outages");

            migrationBuilder.DropColumn(
                name: "Percent",
                table: "Outages");

            migrationBuilder.DropColumn(
                name: "PublicText",
                table: "Outages");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Outages");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "Outages");

            migrationBuilder.DropColumn(
                name: "JoinedAt",
                table: "OutageCases");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "OutageCases");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "ApiKeys");

            migrationBuilder.CreateIndex(
                name: "IX_Outages_ExternalId",
                table: "Outages",
                column: "ExternalId",
                unique: true);
        }
    }
}
