using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ContractsAsTheyStood : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ApprovalReason",
                table: "PlannedDowntimes",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ApprovedAt",
                table: "PlannedDowntimes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "PlannedDowntimes",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MadeAt",
                table: "PlannedDowntimes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NoticeId",
                table: "OutgoingMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PlanId",
                table: "ContractSteps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_NoticeId",
                table: "OutgoingMails",
                column: "NoticeId",
                unique: true,
                filter: "\"NoticeId\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_OutgoingMails_Notices_NoticeId",
                table: "OutgoingMails",
                column: "NoticeId",
                principalTable: "Notices",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_OutgoingMails_Notices_NoticeId",
                table: "OutgoingMails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_NoticeId",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "ApprovalReason",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "ApprovedAt",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "PlannedDowntimes");

            migrationBuilder.DropColumn(
                name: "NoticeId",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "PlanId",
                table: "ContractSteps");
        }
    }
}
