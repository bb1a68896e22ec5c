using System.Globalization;

namespace PqrsDesk.Ui;

// What programs ask.
public static partial class DeskUrls
{
    public const string ApiTickets = "/api/v1/tickets";
    public const string ApiSearch = "/api/v1/search";
    public const string ApiTicketsBulk = "/api/v1/tickets/bulk";
    public const string ApiTicketsBulkUndo = "/api/v1/tickets/bulk/undo";
    public const string ApiTicketsNext = "/api/v1/tickets/next";
    public const string ApiViews = "/api/v1/views";
    public const string ApiTicket = "/api/v1/tickets/{radicado}";
    public const string ApiTicketEvents = "/api/v1/tickets/{radicado}/events";
    public const string ApiTicketNotes = "/api/v1/tickets/{radicado}/notes";
    public const string ApiTicketReplies = "/api/v1/tickets/{radicado}/replies";
    public const string ApiTicketMessages = "/api/v1/tickets/{radicado}/messages";
    public const string ApiTicketFollowers = "/api/v1/tickets/{radicado}/followers";
    public const string ApiTicketFollower = "/api/v1/tickets/{radicado}/followers/{member:int}";
    public const string ApiTicketChat = "/api/v1/tickets/{radicado}/chat";
    public const string ApiTicketPlanned = "/api/v1/tickets/{radicado}/planned";
    public const string ApiTicketPlannedSend = "/api/v1/tickets/{radicado}/planned/send";
    public const string ApiTicketSnooze = "/api/v1/tickets/{radicado}/snooze";
    public const string ApiTicketVoid = "/api/v1/tickets/{radicado}/void";
    public const string ApiTicketLinks = "/api/v1/tickets/{radicado}/links";
    public const string ApiTicketLink = "/api/v1/tickets/{radicado}/links/{other}";
    public const string ApiTicketParts = "/api/v1/tickets/{radicado}/parts";
    public const string ApiTicketMerge = "/api/v1/tickets/{radicado}/merge";
    public const string ApiTicketSeparate = "/api/v1/tickets/{radicado}/separate";
    public const string ApiTicketAttachments = "/api/v1/tickets/{radicado}/attachments";
    public const string ApiTicketAttachment = "/api/v1/tickets/{radicado}/attachments/{id:guid}";
    public const string ApiTicketDuplicates = "/api/v1/tickets/{radicado}/duplicates";
    public const string ApiTicketProtocol = "/api/v1/tickets/{radicado}/protocol";
    public const string ApiTicketProtocolStep = "/api/v1/tickets/{radicado}/protocol/{step}";
    public const string ApiTicketReview = "/api/v1/tickets/{radicado}/review";
    public const string ApiArticles = "/api/v1/articles";
    public const string ApiArticle = "/api/v1/articles/{numero:int}";
    public const string ApiReplyTemplates = "/api/v1/templates";
    public const string ApiMacros = "/api/v1/macros";
    public const string ApiMacroApply = "/api/v1/macros/{macro:int}/apply";
    public const string ApiTicketTags = "/api/v1/tickets/{radicado}/tags";
    public const string ApiTags = "/api/v1/tags";
    public const string ApiTicketTasks = "/api/v1/tickets/{radicado}/tasks";
    public const string ApiTicketTaskAnswer = "/api/v1/tickets/{radicado}/tasks/{number:int}/answer";
    public const string ApiTicketFields = "/api/v1/tickets/{radicado}/fields";
    public const string ApiTicketExpediente = "/api/v1/tickets/{radicado}/expediente";
    public const string ApiOutages = "/api/v1/outages";
    public const string ApiAvailability = "/api/v1/products/{numero:int}/availability";
    public const string ApiChanges = "/api/v1/changes";
    public const string ApiInboundChannel = "/api/v1/channels/{name}/inbound";
    public const string ApiMetaChannel = "/api/v1/channels/meta";
    public const string ApiInboundMail = "/api/v1/mail/inbound";
    public const string ApiCalculatorDue = "/api/v1/calculator/due";
    public const string ApiCalculatorElapsed = "/api/v1/calculator/elapsed";
    public const string ApiCalculatorTerm = "/api/v1/calculator/term";
    public const string ApiCalculatorReplay = "/api/v1/calculator/replay";
    public const string ApiCalculatorHolidays = "/api/v1/calculator/holidays/{country}/{year}";

    /// <summary>Under it everything is for programs: JSON, keys, problem details.</summary>
    public const string Api = "/api";
    public const string ApiDescription = "/openapi/{documentName}.json";
    public const string HealthLive = "/healthz/live";
    public const string HealthReady = "/healthz/ready";

    public static string ApiTicketOf(string radicado) => $"{ApiTickets}/{Uri.EscapeDataString(radicado)}";

    public static string ApiTicketEventsOf(string radicado) => $"{ApiTicketOf(radicado)}/events";

    public static string ApiTicketNotesOf(string radicado) => $"{ApiTicketOf(radicado)}/notes";

    public static string ApiTicketRepliesOf(string radicado) => $"{ApiTicketOf(radicado)}/replies";

    public static string ApiTicketMessagesOf(string radicado) => $"{ApiTicketOf(radicado)}/messages";

    public static string ApiTicketFollowersOf(string radicado) => $"{ApiTicketOf(radicado)}/followers";

    public static string ApiTicketFollowerOf(string radicado, int member) => string.Create(CultureInfo.InvariantCulture, $"{ApiTicketFollowersOf(radicado)}/{member}");

    public static string ApiTicketChatOf(string radicado) => $"{ApiTicketOf(radicado)}/chat";

    public static string ApiTicketPlannedOf(string radicado) => $"{ApiTicketOf(radicado)}/planned";

    public static string ApiTicketPlannedSendOf(string radicado) => $"{ApiTicketPlannedOf(radicado)}/send";

    public static string ApiTicketSnoozeOf(string radicado) => $"{ApiTicketOf(radicado)}/snooze";

    public static string ApiTicketVoidOf(string radicado) => $"{ApiTicketOf(radicado)}/void";

    public static string ApiTicketLinksOf(string radicado) => $"{ApiTicketOf(radicado)}/links";

    public static string ApiTicketLinkOf(string radicado, string other) => $"{ApiTicketLinksOf(radicado)}/{Uri.EscapeDataString(other)}";

    public static string ApiTicketPartsOf(string radicado) => $"{ApiTicketOf(radicado)}/parts";

    public static string ApiTicketMergeOf(string radicado) => $"{ApiTicketOf(radicado)}/merge";

    public static string ApiTicketSeparateOf(string radicado) => $"{ApiTicketOf(radicado)}/separate";

    public static string ApiTicketAttachmentsOf(string radicado) => $"{ApiTicketOf(radicado)}/attachments";

    public static string ApiTicketAttachmentOf(string radicado, Guid id) => $"{ApiTicketAttachmentsOf(radicado)}/{id:D}";

    public static string ApiTicketDuplicatesOf(string radicado) => $"{ApiTicketOf(radicado)}/duplicates";

    public static string ApiTicketProtocolOf(string radicado) => $"{ApiTicketOf(radicado)}/protocol";

    public static string ApiTicketProtocolStepOf(string radicado, string step) => $"{ApiTicketProtocolOf(radicado)}/{Uri.EscapeDataString(step)}";

    public static string ApiTicketReviewOf(string radicado) => $"{ApiTicketOf(radicado)}/review";

    public static string ApiTicketTasksOf(string radicado) => $"{ApiTicketOf(radicado)}/tasks";

    public static string ApiTicketTaskAnswerOf(string radicado, int number) => string.Create(CultureInfo.InvariantCulture, $"{ApiTicketTasksOf(radicado)}/{number}/answer");

    public static string ApiTicketFieldsOf(string radicado) => $"{ApiTicketOf(radicado)}/fields";

    public static string ApiTicketExpedienteOf(string radicado) => $"{ApiTicketOf(radicado)}/expediente";

    public static string ApiTicketTagsOf(string radicado) => $"{ApiTicketOf(radicado)}/tags";

    public static string ApiInboundChannelOf(string name) => $"/api/v1/channels/{Uri.EscapeDataString(name)}/inbound";
}
