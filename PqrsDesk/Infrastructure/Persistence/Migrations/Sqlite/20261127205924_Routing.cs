using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WorkQueueId",
                table: "Tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubstituteId",
                table: "Staff",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SubstituteId = table.Column<int>(type: "INTEGER", nullable: true),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
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
                    AreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Act = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoutingRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkQueues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false)
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
