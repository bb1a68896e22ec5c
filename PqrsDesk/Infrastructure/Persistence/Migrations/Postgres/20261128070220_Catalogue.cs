using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Internal",
                table: "Products",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ReviewReminded",
                table: "Products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<long>(
                name: "TicketId",
                table: "Notices",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<DateOnly>(
                name: "On",
                table: "Notices",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Thing",
                table: "Notices",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ThingId",
                table: "Notices",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProductId = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    SchemeVersion = table.Column<int>(type: "integer", nullable: false),
                    Scheme = table.Column<string>(type: "text", nullable: true),
                    Score = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    Class = table.Column<int>(type: "integer", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    ProposedById = table.Column<int>(type: "integer", nullable: true),
                    ProposedBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<int>(type: "integer", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CriticalitySchemes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Scheme = table.Column<string>(type: "text", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriticalitySchemes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Open_Product",
                table: "Tickets",
                column: "Product",
                filter: "\"Status\" < 4 AND \"Product\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Products_CriticalityReviewOn",
                table: "Products",
                column: "CriticalityReviewOn",
                filter: "\"CriticalityReviewOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Open",
                table: "Assessments",
                column: "ProductId",
                unique: true,
                filter: "\"State\" < 4");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_ProductId_Id",
                table: "Assessments",
                columns: new[] { "ProductId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "CriticalitySchemes");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Open_Product",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Products_CriticalityReviewOn",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Internal",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "ReviewReminded",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "On",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Thing",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "ThingId",
                table: "Notices");

            migrationBuilder.AlterColumn<long>(
                name: "TicketId",
                table: "Notices",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
