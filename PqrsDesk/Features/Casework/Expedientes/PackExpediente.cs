using System.IO.Compression;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework.Expedientes;

/// <summary>The whole case in one archive: its index, all that was said, all files, the trail, and why its dates are what they are.</summary>
/// <remarks>Files pass through piece by piece; only the case's texts are ever in memory. That it was taken is in its log before the first byte leaves.</remarks>
public sealed class PackExpediente(ReadRecord read, TicketDoor door, FileStore store, Scanner scanner, RecordPages pages, SlaShelf shelf, TimeProvider clock)
{
    /// <returns>What writes it, or why it is not handed out.</returns>
    public async Task<(Func<Stream, CancellationToken, Task>? Write, Refusal? Refusal)> BeginAsync(string radicado, RecordWish wish, Actor by, CancellationToken cancel)
    {
        if (await read.RunAsync(radicado, wish, cancel) is not { } before) return (null, RefusalCode.TicketNotFound);
        var files = before.Files.Count(file => Lets(file, wish));
        var decision = await door.ChangeAsync(radicado, null, by, (ticket, book, now) => ticket.TakeExpediente(wish.Notes, wish.Identity, files, book, now), cancel);
        if (decision is Decision.Refused { Refusal: var refusal }) return (null, refusal);

        // Read again: the log in it says that it was taken.
        if (await read.RunAsync(radicado, wish, cancel) is not { } record) return (null, RefusalCode.TicketNotFound);
        var zone = new DeskZone((await shelf.BookAsync()).Zone);
        return (async (stream, stop) =>
        {
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
            await WriteAsync(new FolioWriter(zip, SafeNames.Of(radicado, "expediente"), stop), record, wish, by, zone, stop);
        }, null);
    }

    private async Task WriteAsync(FolioWriter writer, CaseRecord record, RecordWish wish, Actor by, DeskZone zone, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await writer.AddAsync("Folio.Case", record.Ticket.Subject, record.Ticket.FiledAt, record.Ticket.Area, "", "caso.html", pages.Case(record, wish, zone));
        await writer.AddAsync("Folio.Log", record.Ticket.Number, now, by.Name, "", "registro.html", pages.Log(record, wish, zone));
        await writer.AddAsync("Folio.LogForPrograms", record.Ticket.Number, now, by.Name, "", "registro.json", pages.LogForPrograms(record, wish));
        foreach (var line in record.Log)
        {
            if (Turn.Of(new(line.Sequence, line.At, line.ByKind, line.ByStaffId, line.ByName, line.Event), line.ByName) is not { } turn) continue;
            if (!wish.Notes && !CaseRecord.IsPublic(line.Event)) continue;
            var label = pages.Label(line.Event);
            await writer.AddAsync("Folio.Message", label, line.At, line.ByName, "mensajes", $"{label}.txt", pages.Message(line, turn.Text, label, record.Ticket.Number, zone));
        }

        if (record.Chat is [.., var last]) await writer.AddAsync("Folio.Chat", record.Ticket.Number, last.At, last.By, "", pages.ChatName, pages.Chat(record, zone));
        foreach (var mail in record.Mails) await AddMailAsync(writer, mail, cancel);
        foreach (var file in record.Files) await AddFileAsync(writer, file, wish, cancel);
        await writer.IndexAsync("indice.html", pages.Index(record, wish, writer.Folios, by, now, zone));
        await writer.IndexAsync("indice.csv", pages.IndexForSheets(writer.Folios));
    }

    private async Task AddFileAsync(FolioWriter writer, RecordFile each, RecordWish wish, CancellationToken cancel)
    {
        var file = each.File;
        var missing = !each.ForPetitioner && !wish.Notes ? "Missing.Internal"
            : file.Scan == FileScan.Quarantined ? "Missing.Quarantined"
            : !scanner.Lets(file.Scan) ? "Missing.Waiting"
            : null;
        if (missing is null && await store.ShowAsync(file, cancel) is { } content) await writer.AddAsync("Folio.File", file.Name, file.StoredAt, each.Who, "archivos", file.Name, content);
        else writer.Mention("Folio.File", file.Name, file.StoredAt, each.Who, file.Bytes, missing ?? "Missing.Lost");
    }

    /// <summary>It has no state of its own: it is looked through now.</summary>
    private async Task AddMailAsync(FolioWriter writer, RecordMail mail, CancellationToken cancel)
    {
        var path = store.Find(mail.FileId);
        var missing = path is null ? "Missing.Lost" : !scanner.IsSet ? null : await scanner.LookAsync(path, cancel) switch
        {
            Verdict.Clean => null,
            Verdict.Infected => "Missing.Quarantined",
            _ => "Missing.Waiting",
        };
        if (missing is not null) writer.Mention("Folio.Mail", mail.Subject, mail.At, mail.From, mail.Bytes, missing);
        else await writer.AddAsync("Folio.Mail", mail.Subject, mail.At, mail.From, "correos", "recibido.eml", new FileStream(path!, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true));
    }

    private bool Lets(RecordFile each, RecordWish wish) => (wish.Notes || each.ForPetitioner) && scanner.Lets(each.File.Scan);
}
