using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace PqrsDesk.Ui;

/// <summary>Every address of the desk. Constants are route templates; methods build an address to follow.</summary>
public static class DeskUrls
{
    public const string Queue = "/";
    public const string Ticket = "/casos/{radicado}";
    /// <summary>What other areas ask of one's own.</summary>
    public const string Tasks = "/tareas";
    public const string Print = "/casos/{radicado}/imprimir";
    public const string Expediente = "/casos/{radicado}/expediente.zip";
    public const string NotesParameter = "notas";
    public const string IdentityParameter = "identidad";

    /// <summary>The cases of a list as a file: by GET those of a filter, by POST those that are named.</summary>
    public const string QueueWorkbook = "/casos/lista.xlsx";
    public const string QueueCsv = "/casos/lista.csv";
    public const string SearchPage = "/buscar";
    public const string NewTicket = "/casos/nuevo";
    public const string Wall = "/muro";
    public const string Dashboard = "/tablero";
    public const string Reports = "/informes";
    public const string ReportFile = "/informes/{month}.xlsx";
    public const string SlaCalendars = "/sla/calendarios/{clave?}";
    public const string SlaPolicies = "/sla/politicas/{clave?}";

    public const string SlaTerms = "/sla/terminos/{clave?}";
    public const string PauseCauses = "/sla/pausas";
    public const string Supervision = "/supervision";

    /// <summary>Who files many times, and what many file alike.</summary>
    public const string Repetition = "/supervision/reiterativos";

    /// <summary>In the place of a key: one that is not there yet.</summary>
    public const string NewRule = "nuevo";
    public const string Attachment = "/adjuntos/{id}";

    /// <summary>Mail that nobody could place; with a number, one message of it.</summary>
    public const string Mail = "/correo/{numero?}";
    public const string MailOriginal = "/correo/{id:long}/original.eml";

    /// <summary>Telephone and counter, and the papers of a suggestion box.</summary>
    public const string Reception = "/recepcion";
    public const string SuggestionBox = "/recepcion/buzon";
    public const string BoxSheet = "/recepcion/buzon/{apertura:int}";
    public const string Label = "/recepcion/rotulo/{radicado}";

    public const string Simulator = "/sla/simulador";

    public const string PublicForm = "/radicar";
    public const string PublicHint = "/radicar/sugerencia";
    public const string PublicReceipt = "/radicar/recibo/{sello}";
    public const string Track = "/consultar";
    public const string TrackedCase = "/consultar/caso";
    public const string TrackedFile = "/consultar/archivo/{id}";
    public const string Poster = "/buzon/{sede}";
    /// <summary>Under it is what an administrator sets up.</summary>
    public const string Administration = "/administracion/";
    public const string PortalSettings = "/administracion/portal";
    public const string Skills = "/administracion/habilidades/{numero:int?}";
    public const string RoutingRules = "/administracion/reparto/{clave?}";
    public const string Areas = "/administracion/areas/{numero:int?}";

    /// <summary>Topics and products, what each kind asks for, and the rules of words.</summary>
    public const string Classification = "/administracion/clasificacion";
    public const string RequiredFields = "/administracion/clasificacion/datos";
    public const string KeywordRules = "/administracion/clasificacion/reglas/{regla?}";

    /// <summary>What the steps of good care ask for.</summary>
    public const string Protocol = "/administracion/protocolo";

    /// <summary>Answers that wait for somebody's approval.</summary>
    public const string Reviews = "/revision";
    /// <summary>What the house knows, and what it writes often.</summary>
    public const string Knowledge = "/conocimiento";
    public const string NewArticle = "/conocimiento/articulos/nuevo";
    public const string Article = "/conocimiento/articulos/{numero:int}";
    public const string ArticleEditor = "/conocimiento/articulos/{numero:int}/editar";
    public const string ArticleVersions = "/conocimiento/articulos/{numero:int}/versiones";
    public const string ReplyTemplates = "/conocimiento/plantillas/{clave?}";
    public const string Macros = "/conocimiento/macros/{clave?}";

    /// <summary>What citizens may read of it.</summary>
    public const string Help = "/ayuda";
    public const string HelpArticle = "/ayuda/{articulo}";
    /// <summary>The words by which the house sorts its cases.</summary>
    public const string Tags = "/administracion/etiquetas";

    /// <summary>What the house asks of its cases beside what every desk does.</summary>
    public const string CustomFields = "/administracion/campos";

    public const string SignIn = "/entrar";
    public const string SignOut = "/salir";
    public const string Setup = "/instalar";

    public const string Language = "/idioma";
    public const string Theme = "/tema";
    public const string ClockNow = "/reloj";
    public const string NotFound = "/no-encontrado";
    public const string Error = "/error";
    public const string Hub = "/hubs/desk";

    public const string ApiTickets = "/api/v1/tickets";
    public const string ApiSearch = "/api/v1/search";
    public const string ApiTicketsBulk = "/api/v1/tickets/bulk";
    public const string ApiTicketsNext = "/api/v1/tickets/next";
    public const string ApiViews = "/api/v1/views";
    public const string ApiTicket = "/api/v1/tickets/{radicado}";
    public const string ApiTicketEvents = "/api/v1/tickets/{radicado}/events";
    public const string ApiTicketNotes = "/api/v1/tickets/{radicado}/notes";
    public const string ApiTicketReplies = "/api/v1/tickets/{radicado}/replies";
    public const string ApiTicketMessages = "/api/v1/tickets/{radicado}/messages";
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

    /// <summary>The query parameter that carries the address to come back to. Only local addresses are followed.</summary>
    public const string ReturnParameter = "volver";
    public const string BranchParameter = "sede";
    public const string NumberParameter = "radicado";
    public const string DoneParameter = "hecho";
    public const string SearchParameter = "q";
    public const string MailViewParameter = "ver";
    public const string LeastCasesParameter = "casos";
    public const string DaysParameter = "dias";

    /// <summary>With which a telephone system opens the reception: the number that calls.</summary>
    public const string TelephoneParameter = "telefono";
    public const string TopicParameter = "tema";
    public const string LanguageParameter = "idioma";
    public const string VisibilityParameter = "para";
    public const string StateParameter = "estado";
    public const string PageParameter = "pagina";
    public const string TranslatedParameter = "traduce";
    public const string BeforeParameter = "de";
    public const string AfterParameter = "a";
    public const string CultureParameter = "cultura";
    public const string SchemeParameter = "valor";

    public static string TicketOf(string radicado) => $"/casos/{Uri.EscapeDataString(radicado)}";

    public static string ApiTicketOf(string radicado) => $"{ApiTickets}/{Uri.EscapeDataString(radicado)}";

    public static string ApiTicketEventsOf(string radicado) => $"{ApiTicketOf(radicado)}/events";

    public static string ApiTicketNotesOf(string radicado) => $"{ApiTicketOf(radicado)}/notes";

    public static string ApiTicketRepliesOf(string radicado) => $"{ApiTicketOf(radicado)}/replies";

    public static string ApiTicketMessagesOf(string radicado) => $"{ApiTicketOf(radicado)}/messages";

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
    /// <param name="notes">Also what only the house was to read.</param>
    public static string PrintOf(string radicado, bool notes) => With($"{TicketOf(radicado)}/imprimir", [(NotesParameter, notes ? "true" : null)]);

    public static string ExpedienteOf(string radicado, bool notes, bool identity) =>
        With($"{TicketOf(radicado)}/expediente.zip", [(NotesParameter, notes ? "true" : null), (IdentityParameter, identity ? "true" : null)]);

    public static string ApiTicketTasksOf(string radicado) => $"{ApiTicketOf(radicado)}/tasks";

    public static string ApiTicketTaskAnswerOf(string radicado, int number) => string.Create(CultureInfo.InvariantCulture, $"{ApiTicketTasksOf(radicado)}/{number}/answer");

    public static string ApiTicketFieldsOf(string radicado) => $"{ApiTicketOf(radicado)}/fields";

    public static string ApiTicketExpedienteOf(string radicado) => $"{ApiTicketOf(radicado)}/expediente";

    /// <param name="view">Which list; null: one's own.</param>
    public static string TasksOf(string? view) => With(Tasks, [(MailViewParameter, view)]);

    public static string ApiTicketTagsOf(string radicado) => $"{ApiTicketOf(radicado)}/tags";

    public static string RepetitionOf(int leastCases, int days) =>
        With(Repetition, [(LeastCasesParameter, leastCases.ToString(CultureInfo.InvariantCulture)), (DaysParameter, days.ToString(CultureInfo.InvariantCulture))]);

    public static string ApiInboundChannelOf(string name) => $"/api/v1/channels/{Uri.EscapeDataString(name)}/inbound";

    public static string AttachmentOf(Guid id) => $"/adjuntos/{id:D}";

    public static string AttachmentOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/adjuntos/{id}");

    public static string RoutingRuleOf(string? key) => key is null ? "/administracion/reparto" : $"/administracion/reparto/{Uri.EscapeDataString(key)}";

    public static string AreaOf(int? id) => id is { } area ? string.Create(CultureInfo.InvariantCulture, $"/administracion/areas/{area}") : "/administracion/areas";

    /// <summary>What somebody can do, and how much they are handed out.</summary>
    public static string SkillsOf(int? member) => member is { } id ? string.Create(CultureInfo.InvariantCulture, $"/administracion/habilidades/{id}") : "/administracion/habilidades";

    /// <param name="queue">An address of the queue with its filter.</param>
    public static string QueueFileOf(string file, string queue) => queue.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? file + queue[at..] : file;

    public static string PublicFormOf(string? branch) => With(PublicForm, [(BranchParameter, branch)]);

    public static string PublicReceiptOf(string seal) => $"/radicar/recibo/{Uri.EscapeDataString(seal)}";

    public static string TrackOf(string? radicado) => With(Track, [(NumberParameter, radicado)]);

    public static string TrackedCaseAfter(string what) => With(TrackedCase, [(DoneParameter, what)]);

    public static string TrackedFileOf(Guid id) => $"/consultar/archivo/{id:D}";

    public static string PosterOf(string branch) => $"/buzon/{Uri.EscapeDataString(branch)}";

    public static string SlaCalendarOf(string? key) => key is null ? "/sla/calendarios" : $"/sla/calendarios/{Uri.EscapeDataString(key)}";

    public static string SlaPolicyOf(string? key) => key is null ? "/sla/politicas" : $"/sla/politicas/{Uri.EscapeDataString(key)}";

    public static string SlaTermOf(string? key) => key is null ? "/sla/terminos" : $"/sla/terminos/{Uri.EscapeDataString(key)}";

    public static string SlaTermOf(string code, int version) => SlaTermOf(SlaTermKey(code, version));

    /// <summary>One version of a rule of law. A dot in the last part of an address would look like a file.</summary>
    public static string SlaTermKey(string code, int version) => string.Create(CultureInfo.InvariantCulture, $"{code.Replace('.', '_')}~{version}");

    /// <param name="view">Which list; null: what is to be sorted.</param>
    public static string MailOf(long? id, string? view = null) =>
        With(id is null ? "/correo" : string.Create(CultureInfo.InvariantCulture, $"/correo/{id}"), [(MailViewParameter, view)]);

    public static string MailOriginalOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/correo/{id}/original.eml");

    public static string ReportFileOf(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"/informes/{year:0000}-{month:00}.xlsx");

    /// <param name="rule">Its number, or <see cref="NewRule"/>; null: the list.</param>
    public static string KeywordRuleOf(string? rule) => rule is null ? "/administracion/clasificacion/reglas" : $"/administracion/clasificacion/reglas/{Uri.EscapeDataString(rule)}";

    public static string ArticleOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/conocimiento/articulos/{number}");

    public static string ArticleEditorOf(int number) => $"{ArticleOf(number)}/editar";

    /// <param name="translated">The article that a new one translates; null: none.</param>
    public static string NewArticleOf(int? translated, string? language = null) =>
        With(NewArticle, [(TranslatedParameter, translated?.ToString(CultureInfo.InvariantCulture)), (LanguageParameter, language)]);

    /// <param name="before">Numbers of two versions to lay side by side; null: the newest and the one before.</param>
    public static string ArticleVersionsOf(int number, int? before = null, int? after = null) =>
        With($"{ArticleOf(number)}/versiones", [(BeforeParameter, before?.ToString(CultureInfo.InvariantCulture)), (AfterParameter, after?.ToString(CultureInfo.InvariantCulture))]);

    /// <param name="key">Its number, or <see cref="NewRule"/>; null: the list.</param>
    public static string ReplyTemplateOf(string? key) => key is null ? "/conocimiento/plantillas" : $"/conocimiento/plantillas/{Uri.EscapeDataString(key)}";

    /// <inheritdoc cref="ReplyTemplateOf"/>
    public static string MacroOf(string? key) => key is null ? "/conocimiento/macros" : $"/conocimiento/macros/{Uri.EscapeDataString(key)}";

    /// <summary>The knowledge base, filtered. Empty values are left out.</summary>
    public static string KnowledgeWith(params IEnumerable<(string Name, string? Value)> filter) => With(Knowledge, filter);

    public static string HelpFor(string? text) => With(Help, [(SearchParameter, text)]);

    public static string HelpArticleOf(string slug) => $"/ayuda/{Uri.EscapeDataString(slug)}";

    public static string HelpArticleAfter(string slug, string what) => With(HelpArticleOf(slug), [(DoneParameter, what)]);

    public static string ReceptionOf(string? telephone) => With(Reception, [(TelephoneParameter, telephone)]);

    public static string BoxSheetOf(int opening) => string.Create(CultureInfo.InvariantCulture, $"/recepcion/buzon/{opening}");

    public static string LabelOf(string radicado) => $"/recepcion/rotulo/{Uri.EscapeDataString(radicado)}";

    public static string SearchFor(string text) => With(SearchPage, [(SearchParameter, text)]);

    public static string ViewOf(int view) => QueueWith((QueueParameter.View, view.ToString(CultureInfo.InvariantCulture)));

    public static string MyTickets => QueueWith((QueueParameter.Mine, "true"));

    /// <summary>The queue, filtered. Empty values are left out, so that one view has one address.</summary>
    public static string QueueWith(params IEnumerable<(string Name, string? Value)> filter) => With(Queue, filter);

    public static string SignInThen(string returnTo) => With(SignIn, [(ReturnParameter, returnTo)]);

    public static string LanguageOf(string culture, string returnTo) =>
        With(Language, [(CultureParameter, culture), (ReturnParameter, returnTo)]);

    public static string ThemeOf(string scheme, string returnTo) =>
        With(Theme, [(SchemeParameter, scheme), (ReturnParameter, returnTo)]);

    /// <summary>Whether an address stays in this desk: a path, and neither another host nor another scheme.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);

    /// <summary>What somebody wrote into an address for a number; null when it is none. (The framework's own reading would end in a fault.)</summary>
    public static int? WholeNumber(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string With(string path, IEnumerable<(string Name, string? Value)> parameters) =>
        QueryHelpers.AddQueryString(path, parameters
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
}
