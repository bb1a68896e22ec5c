using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Printing;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Mailing;

/// <summary>Puts a letter together from the line of the log that it tells of, by the template for it.</summary>
public sealed class ComposeLetter(IDbContextFactory<DeskDb> desk, LetterTemplates templates, MailTokens tokens, MailSettings mail, DeskSettings settings, SlaShelf shelf, FileStore store, Scanner scanner, SealedCodes codes, ReportLetters reports, ComposeReminder reminders)
{
    private const int ConversationLimit = 10;

    /// <summary>A letter waits so long for its files to be looked through; then it goes without them and says so.</summary>
    private static readonly TimeSpan FilesPatience = TimeSpan.FromMinutes(15);

    /// <summary>Whether it should go a little later, with its files.</summary>
    public async Task<bool> WaitsAsync(OutgoingMail outgoing, DateTimeOffset now, CancellationToken cancel)
    {
        if (!scanner.IsSet || outgoing.TicketId is null || now - outgoing.QueuedAt >= FilesPatience) return false;
        await using var db = await desk.CreateDbContextAsync(cancel);
        var happened = await db.Events.AsNoTracking().SingleAsync(l => l.TicketId == outgoing.TicketId && l.Sequence == outgoing.Sequence, cancel);
        return (await FilesAsync(db, happened.Event, cancel)).Any(file => file.Scan is FileScan.Waiting or FileScan.Failed);
    }

    public async Task<Letter> RunAsync(OutgoingMail outgoing, DateTimeOffset now, CancellationToken cancel)
    {
        if (outgoing.ReportId is { } report) return await reports.ComposeAsync(report, outgoing, now, cancel);
        if (outgoing.NoticeId is { } notice) return await reminders.RunAsync(notice, outgoing, now, cancel);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ticket = await db.Tickets.AsNoTracking().Include(t => t.Area).Include(t => t.Deadlines).SingleAsync(t => t.Id == outgoing.TicketId, cancel);
        var line = await db.Events.AsNoTracking().SingleAsync(l => l.TicketId == outgoing.TicketId && l.Sequence == outgoing.Sequence, cancel);
        var zone = (await shelf.BookAsync()).Zone;
        var all = await FilesAsync(db, line.Event, cancel);
        var files = all.Where(file => scanner.Lets(file.Scan)).ToList();
        var fits = files.Sum(file => file.Bytes) <= mail.FilesLimit;
        var carried = fits ? files.Select(file => (file, Path: store.Find(file.Id))).Where(each => each.Path is not null).Select(each => new LetterFile(each.file.Name, each.file.ContentType, each.Path!)).ToList() : [];
        var words = Words(ticket, line, outgoing, zone, files, carried, [.. all.Except(files)], await AnsweringAsync(db, line.Event, cancel));
        var token = await tokens.OfAsync(ticket.Id, cancel);
        var template = templates.Of(outgoing.Occasion, mail.Language);
        var subject = MailText.Line(Places.Fill(template.Subject, words));
        var byAddress = mail.ReplyTo?.Contains("{token}", StringComparison.Ordinal) == true;
        return new Letter
        {
            From = mail.From ?? throw new InvalidOperationException("Without Mail:Smtp nothing is sent."),
            ToAddress = outgoing.ToAddress,
            ToName = outgoing.ToName,
            ReplyTo = mail.ReplyTo?.Replace("{token}", token, StringComparison.Ordinal),
            Subject = byAddress ? subject : $"{subject} [{token}]",
            Text = Places.Fill(template.Body, words),
            Message = WritesMarkdown(line.Event) ? DrawnOf(template, words, MessageOf(line.Event)) : null,
            Language = mail.Language,
            MessageId = outgoing.MessageId,
            WrittenAt = TimeZoneInfo.ConvertTime(now, zone),
            Before = await BeforeAsync(db, outgoing, cancel),
            IsAutomatic = outgoing.IsAutomatic,
            Files = carried,
            Picture = outgoing.Occasion == MailOccasion.Receipt && TrackOf(ticket) is { } track
                ? new(track, mail.Language == "en" ? $"QR code of the address {track}" : $"Código QR de la dirección {track}", QrDrawing.Png(track))
                : null,
        };
    }

    /// <summary>Where the petitioner follows the case. The code is not in it: addresses are kept in many places.</summary>
    private string? TrackOf(Ticket ticket) => settings.PublicAddress is { } desk ? desk + DeskUrls.TrackOf(ticket.Number) : null;

    private Dictionary<string, string> Words(
        Ticket ticket, LoggedEvent line, OutgoingMail outgoing, TimeZoneInfo zone, List<StoredFile> files, List<LetterFile> carried, List<StoredFile> keptBack, Ticket? answering)
    {
        var culture = CultureInfo.GetCultureInfo(mail.Language == "en" ? "en-US" : "es-CO");
        var legal = (answering ?? ticket).Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
        return new()
        {
            ["radicado"] = ticket.Number,
            ["asunto"] = ticket.Subject,
            ["nombre"] = outgoing.ToName ?? ticket.PetitionerName ?? "",
            ["entidad"] = settings.Name,
            ["dependencia"] = ticket.Area?.Name ?? "",
            ["fecha"] = TimeZoneInfo.ConvertTime(ticket.FiledAt, zone).ToString(Say("d 'de' MMMM 'de' yyyy, H:mm", "MMMM d, yyyy, h:mm tt"), culture),
            ["vence"] = legal?.LastDay is { } last ? Say($"Fecha máxima de respuesta: {Date(last)}.", $"To be answered by {Date(last)} at the latest.") : "",
            ["plazo"] = ticket.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.Completion)?.LastDay is { } until ? Say($"Tiene plazo hasta el {Date(until)}.", $"You have until {Date(until)}.") : "",
            ["mensaje"] = WritesMarkdown(line.Event) ? PlainWords.Of(MessageOf(line.Event)) : MessageOf(line.Event),
            ["codigo"] = codes.Open(outgoing.SealedCode) is { } code ? Say($"Código de seguimiento: {code}. Guárdelo: con él y el número consulta su caso.", $"Tracking code: {code}. Keep it: with it and the number you follow your case.") : "",
            ["consulta"] = TrackOf(ticket) is { } track ? Say($"Consulte su caso en {track}", $"Follow your case at {track}") : "",
            ["fecha_respuesta"] = line.Event switch
            {
                TicketEvent.Extended extension => Date(extension.AnswerBy),
                TicketEvent.ExtendedTogether extension => Date(extension.AnswerBy),
                _ => "",
            },
            ["parte"] = line.Event is TicketEvent.SplitOff part ? part.Number : "",
            ["asunto_parte"] = line.Event is TicketEvent.SplitOff { Subject: var subject } ? subject : "",
            ["autoridad"] = line.Event is TicketEvent.Transferred transfer ? transfer.Authority : "",
            ["archivos"] = string.Join('\n', new[] { Sent(), KeptBack() }.Where(sentence => sentence.Length > 0)),
            ["responder"] = Say("Puede responder a este correo: su mensaje llegará a su caso.", "You can answer this message: what you write will reach your case."),
        };

        string Say(string spanish, string english) => mail.Language == "en" ? english : spanish;

        string Date(DateOnly day) => day.ToString(Say("d 'de' MMMM 'de' yyyy", "MMMM d, yyyy"), culture);

        string Sent() => files.Count == 0 ? ""
            : carried.Count == files.Count ? Say($"Archivos adjuntos: {Names(files)}.", $"Files attached: {Names(files)}.")
            : Say($"Hay archivos que no caben en este correo: {Names(files)}. Puede pedirlos respondiendo a este mensaje.", $"There are files too large for this message: {Names(files)}. You can ask for them by answering it.");

        string KeptBack() => keptBack.Count == 0 ? "" : Say($"No se envían, porque no han pasado la revisión: {Names(keptBack)}.", $"Not sent, because they have not passed the check: {Names(keptBack)}.");

        static string Names(IEnumerable<StoredFile> listed) => string.Join(", ", listed.Select(file => file.Name));
    }

    /// <summary>The letter's page with what a person wrote as it was meant: the place is filled last, so that nothing of it is looked through for places.</summary>
    private LetterMessage DrawnOf(LetterTemplate template, Dictionary<string, string> words, string text)
    {
        // Whoever writes the letter that stands for the drawing gets no second drawing for it.
        var clean = words.ToDictionary(word => word.Key, word => word.Value.Replace(LetterMessage.Place, "", StringComparison.Ordinal));
        clean["mensaje"] = LetterMessage.Place;
        return new(Places.Fill(template.Body, clean), MarkdownWords.Letter(text, settings.PublicAddress));
    }

    /// <summary>What staff write for the petitioner to read whole; reasons and comments are lines as they were typed.</summary>
    private static bool WritesMarkdown(TicketEvent happened) => happened is TicketEvent.Replied or TicketEvent.Answered or TicketEvent.AnsweredTogether or TicketEvent.CompletionRequested;

    private static string MessageOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Replied reply => reply.Text,
        TicketEvent.Answered answer => answer.Text,
        TicketEvent.CompletionRequested request => request.Text,
        TicketEvent.Extended extension => extension.Reason,
        TicketEvent.Closed closed => closed.Note ?? "",
        TicketEvent.Transferred transfer => transfer.Reason,
        TicketEvent.AnsweredTogether answer => answer.Text,
        TicketEvent.ExtendedTogether extension => extension.Reason,
        TicketEvent.Voided voided => voided.Reason,

        // Why two cases are one was written for the house, and may say something of the other petitioner.
        TicketEvent.Filed or TicketEvent.SplitOff or TicketEvent.Merged or TicketEvent.Absorbed or TicketEvent.Separated => "",
        _ => throw new UnreachableException($"No letter tells of {happened.GetType().Name}."),
    };

    /// <summary>The case that the letter's dates are of, where it is another: the part, or the one that goes on. Nothing else of it is told.</summary>
    private static async Task<Ticket?> AnsweringAsync(DeskDb db, TicketEvent happened, CancellationToken cancel)
    {
        var number = happened switch
        {
            TicketEvent.SplitOff part => part.Number,
            TicketEvent.Merged merged => merged.Into,
            _ => null,
        };
        return number is null ? null : await db.Tickets.AsNoTracking().Include(t => t.Deadlines).SingleOrDefaultAsync(t => t.Number == number, cancel);
    }

    /// <summary>Those that were sent with it.</summary>
    private static async Task<IReadOnlyList<StoredFile>> FilesAsync(DeskDb db, TicketEvent happened, CancellationToken cancel)
    {
        var ids = happened switch
        {
            TicketEvent.Replied reply => reply.FileIds ?? [],
            TicketEvent.Answered answer => answer.FileIds ?? [],
            TicketEvent.AnsweredTogether answer => answer.FileIds ?? [],
            _ => [],
        };
        return ids.Count == 0 ? [] : await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).OrderBy(file => file.Name).ToListAsync(cancel);
    }

    /// <summary>What was said before in the case, so that mail programs show one conversation.</summary>
    private static async Task<IReadOnlyList<string>> BeforeAsync(DeskDb db, OutgoingMail outgoing, CancellationToken cancel)
    {
        var received = await db.ReceivedMails.Where(row => row.TicketId == outgoing.TicketId && row.MessageId != null && (row.Fate == MailFate.Filed || row.Fate == MailFate.Added))
            .OrderByDescending(row => row.Id).Select(row => new { At = row.ReceivedAt, row.MessageId }).Take(ConversationLimit).ToListAsync(cancel);
        var sent = await db.OutgoingMails.Where(row => row.TicketId == outgoing.TicketId && row.Carrier == Carrier.Mail && row.Id < outgoing.Id)
            .OrderByDescending(row => row.Id).Select(row => new { At = row.QueuedAt, MessageId = (string?)row.MessageId }).Take(ConversationLimit).ToListAsync(cancel);
        return [.. received.Concat(sent).OrderBy(each => each.At).TakeLast(ConversationLimit).Select(each => each.MessageId!)];
    }
}
