using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextScanAt",
                table: "Files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Scan",
                table: "Files",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ScanFailures",
                table: "Files",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Threat",
                table: "Files",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HeldFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StoredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptUntil = table.Column<long>(type: "INTEGER", nullable: false)
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
