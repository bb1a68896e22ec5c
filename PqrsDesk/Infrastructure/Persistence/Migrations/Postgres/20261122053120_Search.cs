using Microsoft.EntityFrameworkCore.Migrations;
using PqrsDesk.Infrastructure.Search;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            SearchSchema.CreateOnPostgres(migrationBuilder);
            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Tickets");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SearchSchema.Drop(migrationBuilder);
            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Tickets",
                type: "text",
                nullable: false,
                defaultValue: "");
        }
    }
}
