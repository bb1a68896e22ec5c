using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SavedViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_Area",
                table: "Tickets");

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MakerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reach = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<int>(type: "INTEGER", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SavedViews_Staff_MakerId",
                        column: x => x.MakerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets",
                columns: new[] { "QueueAt", "Id", "Status", "Kind", "Priority" },
                filter: "\"Status\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue_Area",
                table: "Tickets",
                columns: new[] { "AreaId", "QueueAt", "Id", "Status" },
                filter: "\"Status\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue_Topic",
                table: "Tickets",
                columns: new[] { "Topic", "QueueAt", "Id", "Status" },
                filter: "\"Status\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_AreaId",
                table: "SavedViews",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_MakerId",
                table: "SavedViews",
                column: "MakerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_Area",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_Topic",
                table: "Tickets");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue",
                table: "Tickets",
                columns: new[] { "QueueAt", "Id", "Status" },
                filter: "\"Status\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Queue_Area",
                table: "Tickets",
                columns: new[] { "AreaId", "QueueAt", "Id" },
                filter: "\"Status\" < 4");
        }
    }
}
