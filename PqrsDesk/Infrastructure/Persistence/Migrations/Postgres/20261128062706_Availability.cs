using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AnnouncedAt",
                table: "PlannedDowntimes",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "PlannedDowntimes",
                type: "character varying(150)",
                maxLength: 150,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CancelReason",
                table: "PlannedDowntimes",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CancelledAt",
                table: "PlannedDowntimes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CancelledBy",
                table: "PlannedDowntimes",
                type: "character varying(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Repeat",
                table: "PlannedDowntimes",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RepeatsUntil",
                table: "PlannedDowntimes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "JoinsFilings",
                table: "Outages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Outages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PublicText",
                table: "Outages",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Outages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "VoidedAt",
                table: "Outages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "JoinedAt",
                table: "OutageCases",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeftAt",
                table: "OutageCases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Scope",
                table: "ApiKeys",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IncidentAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OutageId = table.Column<int>(type: "integer", nullable: false),
                    Spanish = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    English = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    By = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    ByRole = table.Column<int>(type: "integer", nullable: true),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OutageId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    IsPublic = table.Column<bool>(type: "boolean", nullable: false)
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
                    ProductId = table.Column<int>(type: "integer", nullable: false),
                    IsPublic = table.Column<bool>(type: "boolean", nullable: false),
                    Target = table.Column<decimal>(type: "numeric(7,3)", precision: 7, scale: 3, nullable: true),
                    Since = table.Column<DateOnly>(type: "date", nullable: true)
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
                    AnswerId = table.Column<int>(type: "integer", nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    Sent = table.Column<bool>(type: "boolean", nullable: true),
                    Refused = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
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
