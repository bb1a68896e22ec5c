using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RollUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_FiledOn",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_Owner",
                table: "Tickets");

            migrationBuilder.CreateTable(
                name: "DayFigures",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    AreaId = table.Column<int>(type: "integer", nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    Received = table.Column<int>(type: "integer", nullable: false),
                    AnsweredInTime = table.Column<int>(type: "integer", nullable: false),
                    AnsweredLate = table.Column<int>(type: "integer", nullable: false),
                    Closed = table.Column<int>(type: "integer", nullable: false),
                    ClosedReopened = table.Column<int>(type: "integer", nullable: false),
                    Ended = table.Column<int>(type: "integer", nullable: false),
                    RepliedInTime = table.Column<int>(type: "integer", nullable: false),
                    RepliedLate = table.Column<int>(type: "integer", nullable: false),
                    Overdue = table.Column<int>(type: "integer", nullable: false),
                    OwedReply = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayFigures", x => new { x.Day, x.AreaId, x.Priority });
                });

            migrationBuilder.CreateTable(
                name: "DayParts",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    AreaId = table.Column<int>(type: "integer", nullable: false),
                    Received = table.Column<string>(type: "text", nullable: false),
                    Waited = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayParts", x => new { x.Day, x.AreaId });
                });

            migrationBuilder.CreateTable(
                name: "RollUps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Formula = table.Column<int>(type: "integer", nullable: false),
                    Zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    RebuildingUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RollUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaleDays",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaleDays", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_BreachedAt",
                table: "Tickets",
                column: "BreachedAt",
                filter: "\"BreachedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Done",
                table: "Tickets",
                columns: new[] { "FiledAt", "Id" },
                filter: "\"Status\" >= 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Done_Status",
                table: "Tickets",
                columns: new[] { "Status", "FiledAt", "Id" },
                filter: "\"Status\" >= 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_FirstReplyAt",
                table: "Tickets",
                column: "FirstReplyAt",
                filter: "\"FirstReplyAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_FirstResponseBreachedAt",
                table: "Tickets",
                column: "FirstResponseBreachedAt",
                filter: "\"FirstResponseBreachedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_OwnerId_FiledAt_Id",
                table: "Tickets",
                columns: new[] { "OwnerId", "FiledAt", "Id" },
                filter: "\"OwnerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets",
                columns: new[] { "QueueAt", "Id", "Status" },
                filter: "\"Status\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue_Owner",
                table: "Tickets",
                columns: new[] { "OwnerId", "QueueAt", "Id", "Status" },
                filter: "\"Status\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Reopened",
                table: "Tickets",
                columns: new[] { "FiledAt", "Id" },
                filter: "\"ReopenedCount\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Topic_FiledAt_Id",
                table: "Tickets",
                columns: new[] { "Topic", "FiledAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StaleDays_Day",
                table: "StaleDays",
                column: "Day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DayFigures");

            migrationBuilder.DropTable(
                name: "DayParts");

            migrationBuilder.DropTable(
                name: "RollUps");

            migrationBuilder.DropTable(
                name: "StaleDays");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_BreachedAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Done",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Done_Status",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_FirstReplyAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_FirstResponseBreachedAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_OwnerId_FiledAt_Id",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_Owner",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Reopened",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Topic_FiledAt_Id",
                table: "Tickets");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_FiledOn",
                table: "Tickets",
                column: "FiledOn");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets",
                columns: new[] { "QueueAt", "Id" },
                filter: "\"Status\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue_Owner",
                table: "Tickets",
                columns: new[] { "OwnerId", "QueueAt", "Id" },
                filter: "\"Status\" < 4");
        }
    }
}
