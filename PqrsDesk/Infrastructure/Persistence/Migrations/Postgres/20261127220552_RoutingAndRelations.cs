using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PqrsDesk.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RoutingAndRelations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_PetitionerId",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_TicketId_Sequence",
                table: "OutgoingMails");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Document",
                table: "Contacts");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Tickets",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MergedCount",
                table: "Tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MergedInto",
                table: "Tickets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartCount",
                table: "Tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PartOf",
                table: "Tickets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Product",
                table: "Tickets",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RoutedIn",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WorkQueueId",
                table: "Tickets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubstituteId",
                table: "Staff",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Carrier",
                table: "OutgoingMails",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Hindrance",
                table: "OutgoingMails",
                type: "integer",
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "DocumentKey",
                table: "Contacts",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Conversation",
                table: "ChannelMessages",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SentAt",
                table: "ChannelMessages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SubstituteId = table.Column<int>(type: "integer", nullable: true),
                    MadeBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
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
                    AreaId = table.Column<int>(type: "integer", nullable: false),
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false)
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
                name: "ClassificationSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    Demands = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassificationSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DistinctPairs",
                columns: table => new
                {
                    FirstId = table.Column<long>(type: "bigint", nullable: false),
                    SecondId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ByStaffId = table.Column<int>(type: "integer", nullable: true),
                    ByName = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistinctPairs", x => new { x.FirstId, x.SecondId });
                    table.ForeignKey(
                        name: "FK_DistinctPairs_Tickets_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DistinctPairs_Tickets_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    StaffId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => new { x.StaffId, x.Key });
                    table.ForeignKey(
                        name: "FK_Drafts_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateTable(
                name: "MediaToFetch",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    Product = table.Column<int>(type: "integer", nullable: false),
                    Account = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MediaId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Url = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ContentType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    QueuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Error = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
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
                    MailId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    HandedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "Products",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoutingChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Definition = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoutingRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false),
                    Definition = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TextBands",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextBands", x => new { x.Hash, x.TicketId });
                });

            migrationBuilder.CreateTable(
                name: "TextReadings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextReadings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TextSignatures",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    FiledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Sketch = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextSignatures", x => x.TicketId);
                    table.ForeignKey(
                        name: "FK_TextSignatures_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Topics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ParentId = table.Column<int>(type: "integer", nullable: true),
                    Name = table.Column<string>(type: "character varying(58)", maxLength: 58, nullable: false),
                    AreaId = table.Column<int>(type: "integer", nullable: true),
                    Active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Topics_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Topics_Topics_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkQueues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AreaId = table.Column<int>(type: "integer", nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "KeywordRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Any = table.Column<string>(type: "text", nullable: false),
                    All = table.Column<string>(type: "text", nullable: false),
                    Without = table.Column<string>(type: "text", nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: true),
                    TopicId = table.Column<int>(type: "integer", nullable: true),
                    AreaId = table.Column<int>(type: "integer", nullable: true),
                    Urgency = table.Column<int>(type: "integer", nullable: true),
                    AppliesAlone = table.Column<bool>(type: "boolean", nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeywordRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeywordRules_Areas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "Areas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeywordRules_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_MergedInto",
                table: "Tickets",
                column: "MergedInto",
                filter: "\"MergedInto\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_PartOf",
                table: "Tickets",
                column: "PartOf",
                filter: "\"PartOf\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_PetitionerId_FiledAt_Id",
                table: "Tickets",
                columns: new[] { "PetitionerId", "FiledAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Product_FiledAt_Id",
                table: "Tickets",
                columns: new[] { "Product", "FiledAt", "Id" },
                filter: "\"Product\" IS NOT NULL");

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
                name: "IX_ReceivedMails_FileId",
                table: "ReceivedMails",
                column: "FileId");

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
                name: "IX_Files_NextScanAt",
                table: "Files",
                column: "NextScanAt",
                filter: "\"NextScanAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_DocumentKey",
                table: "Contacts",
                column: "DocumentKey");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Unkeyed",
                table: "Contacts",
                column: "Id",
                filter: "\"DocumentKey\" IS NULL");

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
                name: "IX_DistinctPairs_SecondId",
                table: "DistinctPairs",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ChangedAt",
                table: "Drafts",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_HeldFiles_Form",
                table: "HeldFiles",
                column: "Form");

            migrationBuilder.CreateIndex(
                name: "IX_HeldFiles_KeptUntil",
                table: "HeldFiles",
                column: "KeptUntil");

            migrationBuilder.CreateIndex(
                name: "IX_KeywordRules_AreaId",
                table: "KeywordRules",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_KeywordRules_TopicId",
                table: "KeywordRules",
                column: "TopicId");

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

            migrationBuilder.CreateIndex(
                name: "IX_Products_Name",
                table: "Products",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TextSignatures_FiledAt_GroupId",
                table: "TextSignatures",
                columns: new[] { "FiledAt", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_TextSignatures_GroupId_FiledAt",
                table: "TextSignatures",
                columns: new[] { "GroupId", "FiledAt" },
                filter: "\"GroupId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_AreaId",
                table: "Topics",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_ParentId_Name",
                table: "Topics",
                columns: new[] { "ParentId", "Name" },
                unique: true);

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
                name: "ClassificationSettings");

            migrationBuilder.DropTable(
                name: "DistinctPairs");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "HeldFiles");

            migrationBuilder.DropTable(
                name: "KeywordRules");

            migrationBuilder.DropTable(
                name: "MediaToFetch");

            migrationBuilder.DropTable(
                name: "OutgoingParts");

            migrationBuilder.DropTable(
                name: "Products");

            migrationBuilder.DropTable(
                name: "RoutingChanges");

            migrationBuilder.DropTable(
                name: "RoutingRules");

            migrationBuilder.DropTable(
                name: "TextBands");

            migrationBuilder.DropTable(
                name: "TextReadings");

            migrationBuilder.DropTable(
                name: "TextSignatures");

            migrationBuilder.DropTable(
                name: "WorkQueues");

            migrationBuilder.DropTable(
                name: "Topics");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_MergedInto",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_PartOf",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_PetitionerId_FiledAt_Id",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Product_FiledAt_Id",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_Queue_WorkQueue",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_WorkQueueId_FiledAt_Id",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Staff_SubstituteId",
                table: "Staff");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedMails_FileId",
                table: "ReceivedMails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_TicketId_Sequence_Carrier",
                table: "OutgoingMails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_ToAddress_Carrier_Id",
                table: "OutgoingMails");

            migrationBuilder.DropIndex(
                name: "IX_Files_NextScanAt",
                table: "Files");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_DocumentKey",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Unkeyed",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "MergedCount",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "PartCount",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "Product",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "RoutedIn",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "WorkQueueId",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "SubstituteId",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Carrier",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "Hindrance",
                table: "OutgoingMails");

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

            migrationBuilder.DropColumn(
                name: "DocumentKey",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "Conversation",
                table: "ChannelMessages");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "ChannelMessages");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_PetitionerId",
                table: "Tickets",
                column: "PetitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_TicketId_Sequence",
                table: "OutgoingMails",
                columns: new[] { "TicketId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Document",
                table: "Contacts",
                column: "Document");
        }
    }
}
