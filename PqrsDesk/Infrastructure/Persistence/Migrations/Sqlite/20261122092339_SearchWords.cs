using Microsoft.EntityFrameworkCore.Migrations;
using PqrsDesk.Infrastructure.Search;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            SearchSchema.ListWordsOnSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SearchSchema.UnlistWords(migrationBuilder, vocabulary: true);
        }
    }
}
