using System.Globalization;

namespace PqrsDesk.Ui;

// Cases, and how they come in.
public static partial class DeskUrls
{
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
    public const string NewTicket = "/casos/nuevo";
    public const string Attachment = "/adjuntos/{id}";

    /// <summary>Mail that nobody could place; with a number, one message of it.</summary>
    public const string Mail = "/correo/{numero?}";
    public const string MailOriginal = "/correo/{id:long}/original.eml";

    /// <summary>Telephone and counter, and the papers of a suggestion box.</summary>
    public const string Reception = "/recepcion";
    public const string SuggestionBox = "/recepcion/buzon";
    public const string BoxSheet = "/recepcion/buzon/{apertura:int}";
    public const string Label = "/recepcion/rotulo/{radicado}";

    /// <summary>Answers that wait for somebody's approval.</summary>
    public const string Reviews = "/revision";
    public const string MailViewParameter = "ver";

    /// <summary>With which a telephone system opens the reception: the number that calls.</summary>
    public const string TelephoneParameter = "telefono";

    public static string TicketOf(string radicado) => $"/casos/{Uri.EscapeDataString(radicado)}";

    /// <param name="notes">Also what only the house was to read.</param>
    public static string PrintOf(string radicado, bool notes) => With($"{TicketOf(radicado)}/imprimir", [(NotesParameter, notes ? "true" : null)]);

    public static string ExpedienteOf(string radicado, bool notes, bool identity) =>
        With($"{TicketOf(radicado)}/expediente.zip", [(NotesParameter, notes ? "true" : null), (IdentityParameter, identity ? "true" : null)]);

    /// <param name="view">Which list; null: one's own.</param>
    public static string TasksOf(string? view) => With(Tasks, [(MailViewParameter, view)]);

    public static string AttachmentOf(Guid id) => $"/adjuntos/{id:D}";

    public static string AttachmentOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/adjuntos/{id}");

    /// <param name="queue">An address of the queue with its filter.</param>
    public static string QueueFileOf(string file, string queue) => queue.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? file + queue[at..] : file;

    /// <param name="view">Which list; null: what is to be sorted.</param>
    public static string MailOf(long? id, string? view = null) =>
        With(id is null ? "/correo" : string.Create(CultureInfo.InvariantCulture, $"/correo/{id}"), [(MailViewParameter, view)]);

    public static string MailOriginalOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/correo/{id}/original.eml");

    public static string ReceptionOf(string? telephone) => With(Reception, [(TelephoneParameter, telephone)]);

    public static string BoxSheetOf(int opening) => string.Create(CultureInfo.InvariantCulture, $"/recepcion/buzon/{opening}");

    public static string LabelOf(string radicado) => $"/recepcion/rotulo/{Uri.EscapeDataString(radicado)}";
}
