using Microsoft.EntityFrameworkCore.Migrations;
using PqrsDesk.Infrastructure.Search;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            SearchSchema.ListWordsOnPostgres(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SearchSchema.UnlistWords(migrationBuilder, vocabulary: false);
        }
    }
}
