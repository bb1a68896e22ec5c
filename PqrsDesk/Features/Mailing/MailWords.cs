using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.Mailing;

/// <summary>What of a message becomes the words of a case.</summary>
internal static class MailWords
{
    /// <summary>Of a turn of the conversation, as the domain takes it.</summary>
    private const int TurnLimit = Filing.DescriptionLimit;
    private const int NoteLimit = 1_000;
    private const string NoSubject = "(Sin asunto)";
    private const string NoText = "(Sin texto: vea los archivos adjuntos.)";
    private static readonly string[] Prefixes = ["re:", "rv:", "fw:", "fwd:", "aw:", "res:", "enc:"];

    private static readonly HashSet<string> ThankfulWords = new(StringComparer.Ordinal)
    {
        "gracias", "muchas", "mil", "muchisimas", "recibido", "ok", "vale", "listo", "perfecto", "excelente", "muy", "amable", "por", "su", "la", "respuesta", "atencion", "ayuda", "quedo", "agradecida", "agradecido",
        "thank", "thanks", "you", "many", "received", "very", "much", "so", "for", "your", "the", "help", "answer", "reply",
    };

    public static string Subject(ReadMail mail)
    {
        var subject = mail.Subject;
        while (Array.Find(Prefixes, prefix => subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix) subject = subject[prefix.Length..].TrimStart();
        return subject.Length == 0 ? NoSubject : Texts.Cut(subject, Filing.SubjectLimit);
    }

    /// <summary>Of a new case all of the text: what was forwarded is often the matter itself.</summary>
    public static (string Text, bool Cut) Description(ReadMail mail) => Within(mail.WholeText.Length > 0 ? mail.WholeText : mail.Files.Count > 0 ? NoText : mail.Subject, Filing.DescriptionLimit);

    /// <summary>Of an answer what is new in it. Who writes from another address than the petitioner's is named.</summary>
    public static (string Text, bool Cut) Turn(ReadMail mail, string? petitionerEmail)
    {
        var text = mail.NewText.Length > 0 ? mail.NewText : mail.Files.Count > 0 ? NoText : mail.Subject;
        if (text.Length == 0 || mail.From is not { } from || from.Address.Equals(petitionerEmail, StringComparison.OrdinalIgnoreCase)) return Within(text, TurnLimit);
        return Within($"De: {(from.Name.Length > 0 ? $"{from.Name} <{from.Address}>" : from.Address)}\n\n{text}", TurnLimit);
    }

    /// <summary>The text, and which files of the message are not beside it.</summary>
    public static string With(string text, IReadOnlyList<string> leftOut)
    {
        if (leftOut.Count == 0) return text;
        var note = Texts.Cut($"[Archivos que no se guardaron aparte: {string.Join(", ", leftOut)}. Están en el mensaje original, que se conserva completo.]", NoteLimit);
        return $"{Texts.Cut(text, TurnLimit - note.Length - 2)}\n\n{note}";
    }

    /// <summary>Thanks and nothing else: nobody waits for an answer to it, and nothing is opened again by it.</summary>
    public static bool IsThanks(ReadMail mail)
    {
        if (mail.NewText.Length is 0 or > 120 || mail.Files.Count > 0 || mail.NewText.Contains('?')) return false;
        var words = SearchedWords.Split(mail.NewText).ToList();
        return words.Count > 0 && words.TrueForAll(ThankfulWords.Contains);
    }

    public static string NameOf(ReadMail mail) =>
        mail.From is not { } from ? ""
        : Texts.Cut(from.Name.Length > 0 ? from.Name : from.Address.Split('@')[0], Domain.Customers.Contact.NameLimit);

    private static (string Text, bool Cut) Within(string text, int limit) => (Texts.Cut(text, limit), text.Length > limit);
}
