using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MetaChannel : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_TicketId_Sequence",
                table: "OutgoingMails");

            migrationBuilder.AddColumn<int>(
                name: "Carrier",
                table: "OutgoingMails",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Hindrance",
                table: "OutgoingMails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Conversation",
                table: "ChannelMessages",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SentAt",
                table: "ChannelMessages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MediaToFetch",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    Product = table.Column<int>(type: "INTEGER", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MediaId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaToFetch", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MediaToFetch_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingParts",
                columns: table => new
                {
                    MailId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HandedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingParts", x => new { x.MailId, x.Number });
                    table.ForeignKey(
                        name: "FK_OutgoingParts_OutgoingMails_MailId",
                        column: x => x.MailId,
                        principalTable: "OutgoingMails",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_TicketId_Sequence_Carrier",
                table: "OutgoingMails",
                columns: new[] { "TicketId", "Sequence", "Carrier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_ToAddress_Carrier_Id",
                table: "OutgoingMails",
                columns: new[] { "ToAddress", "Carrier", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MediaToFetch_NextAttemptAt",
                table: "MediaToFetch",
                column: "NextAttemptAt",
                filter: "\"NextAttemptAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MediaToFetch_TicketId",
                table: "MediaToFetch",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingParts_ExternalId",
                table: "OutgoingParts",
                column: "ExternalId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MediaToFetch");

            migrationBuilder.DropTable(
                name: "OutgoingParts");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_TicketId_Sequence_Carrier",
                table: "OutgoingMails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_ToAddress_Carrier_Id",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "Carrier",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "Hindrance",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "Conversation",
                table: "ChannelMessages");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "ChannelMessages");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_TicketId_Sequence",
                table: "OutgoingMails",
                columns: new[] { "TicketId", "Sequence" },
                unique: true);
        }
    }
}
