using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeskTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NextStepAt",
                table: "Tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SendAt",
                table: "Tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StepsShown",
                table: "Tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "At",
                table: "Notices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Batch",
                table: "Notices",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "Notices",
                type: "character varying(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Count",
                table: "Notices",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Notices",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Notices",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Public",
                table: "CustomFields",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "CareMarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseFields",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    FieldId = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
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
                name: "ChatLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Mentions = table.Column<string>(type: "text", nullable: true),
                    Key = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChatLines_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChatLines_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChatReadings",
                columns: table => new
                {
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    UpTo = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatReadings", x => new { x.StaffId, x.TicketId });
                    table.ForeignKey(
                        name: "FK_ChatReadings_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ChatReadings_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Followers",
                columns: table => new
                {
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Followers", x => new { x.StaffId, x.TicketId });
                    table.ForeignKey(
                        name: "FK_Followers_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Followers_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SpentTimes",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    StaffId = table.Column<int>(type: "integer", nullable: true),
                    By = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    What = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Timed = table.Column<bool>(type: "boolean", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    Corrected = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "IX_Tickets_SendAt",
                table: "Tickets",
                column: "SendAt",
                filter: "\"SendAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_At",
                table: "Notices",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Batch",
                table: "Notices",
                columns: new[] { "StaffId", "Batch" },
                filter: "\"Batch\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Unseen",
                table: "Notices",
                column: "StaffId",
                filter: "\"SeenAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ByStaffId_At",
                table: "Events",
                columns: new[] { "ByStaffId", "At" },
                filter: "\"ByStaffId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFields_TicketId",
                table: "CaseFields",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_ChatLines_Key",
                table: "ChatLines",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChatLines_StaffId",
                table: "ChatLines",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_ChatLines_TicketId_Id",
                table: "ChatLines",
                columns: new[] { "TicketId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatReadings_TicketId",
                table: "ChatReadings",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_Followers_TicketId",
                table: "Followers",
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
                name: "ChatLines");

            migrationBuilder.DropTable(
                name: "ChatReadings");

            migrationBuilder.DropTable(
                name: "Followers");

            migrationBuilder.DropTable(
                name: "SpentTimes");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_NextStepAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_SendAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Notices_At",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Batch",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_Unseen",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Events_ByStaffId_At",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "NextStepAt",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "SendAt",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "StepsShown",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "At",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Batch",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Count",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Public",
                table: "CustomFields");
        }
    }
}
