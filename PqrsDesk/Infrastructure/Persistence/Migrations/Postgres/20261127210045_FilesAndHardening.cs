using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FilesAndHardening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SealedCode",
                table: "OutgoingMails",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NextScanAt",
                table: "Files",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Scan",
                table: "Files",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ScanFailures",
                table: "Files",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Threat",
                table: "Files",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HeldFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StoredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    KeptUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldFiles", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMails_FileId",
                table: "ReceivedMails",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_NextScanAt",
                table: "Files",
                column: "NextScanAt",
                filter: "\"NextScanAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HeldFiles_Form",
                table: "HeldFiles",
                column: "Form");

            migrationBuilder.CreateIndex(
                name: "IX_HeldFiles_KeptUntil",
                table: "HeldFiles",
                column: "KeptUntil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HeldFiles");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedMails_FileId",
                table: "ReceivedMails");

            migrationBuilder.DropIndex(
                name: "IX_Files_NextScanAt",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "SealedCode",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "NextScanAt",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Scan",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "ScanFailures",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Threat",
                table: "Files");
        }
    }
}
