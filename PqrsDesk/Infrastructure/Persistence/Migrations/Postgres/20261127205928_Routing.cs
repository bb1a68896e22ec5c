using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Routing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "RoutedIn",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WorkQueueId",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubstituteId",
                table: "Staff",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SubstituteId = table.Column<int>(type: "integer", nullable: true),
                    MadeBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Absences_Staff_SubstituteId",
                        column: x => x.SubstituteId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "AreaResponsibles",
                columns: table => new
                {
                    AreaId = table.Column<int>(type: "integer", nullable: false),
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AreaResponsibles", x => new { x.AreaId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_AreaResponsibles_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AreaResponsibles_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoutingChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Definition = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoutingRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false),
                    Definition = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkQueues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AreaId = table.Column<int>(type: "integer", nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkQueues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkQueues_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue_WorkQueue",
                table: "Tickets",
                columns: new[] { "WorkQueueId", "QueueAt", "Id" },
                filter: "\"Status\" < 4 AND \"WorkQueueId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_WorkQueueId_FiledAt_Id",
                table: "Tickets",
                columns: new[] { "WorkQueueId", "FiledAt", "Id" },
                filter: "\"WorkQueueId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Staff_SubstituteId",
                table: "Staff",
                column: "SubstituteId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_StaffId_To",
                table: "Absences",
                columns: new[] { "StaffId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_SubstituteId",
                table: "Absences",
                column: "SubstituteId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_To",
                table: "Absences",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_AreaResponsibles_StaffId",
                table: "AreaResponsibles",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkQueues_AreaId_Name",
                table: "WorkQueues",
                columns: new[] { "AreaId", "Name" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Staff_Staff_SubstituteId",
                table: "Staff",
                column: "SubstituteId",
                principalTable: "Staff",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Tickets_WorkQueues_WorkQueueId",
                table: "Tickets",
                column: "WorkQueueId",
                principalTable: "WorkQueues",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Staff_Staff_SubstituteId",
                table: "Staff");

            migrationBuilder.DropForeignKey(
                name: "FK_Tickets_WorkQueues_WorkQueueId",
                table: "Tickets");

            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "AreaResponsibles");

            migrationBuilder.DropTable(
                name: "RoutingChanges");

            migrationBuilder.DropTable(
                name: "RoutingRules");

            migrationBuilder.DropTable(
                name: "WorkQueues");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_WorkQueue",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_WorkQueueId_FiledAt_Id",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Staff_SubstituteId",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "RoutedIn",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "WorkQueueId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "SubstituteId",
                table: "Staff");
        }
    }
}
