using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework.Expedientes;

/// <summary>The pages of a case file, which any browser shows without a network. All that people typed is text in them.</summary>
public sealed class RecordPages(IStringLocalizer<ExpedienteTexts> texts, IStringLocalizer<UiTexts> words, EventWords events, WorkingWords workings)
{
    private const string Style = "body{font:14px/1.45 system-ui,sans-serif;margin:24px;color:#1c2127;max-width:1100px}h1{font-size:20px}h2{font-size:16px;margin-top:24px}table{border-collapse:collapse;width:100%}th,td{border:1px solid #d9dde3;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}code{font-size:11px}.typed{white-space:pre-wrap}@media print{@page{margin:18mm 15mm;@bottom-right{content:counter(page) ' / ' counter(pages)}}}";
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the case is, where it stands, with what it has to do, and why each deadline is what it is.</summary>
    public string Case(CaseRecord record, RecordWish wish, DeskZone zone)
    {
        var (t, page) = (record.Ticket, new StringBuilder());
        page.Append("<h2>").Append(T("Facts")).Append("</h2><table>");
        Row(page, "Number", t.Number);
        Row(page, "Subject", t.Subject);
        Row(page, "Kind", words.Word(t.Kind));
        Row(page, "Status", words.Word(t.Status));
        Row(page, "FiledAt", At(t.FiledAt, zone));
        Row(page, "Channel", words.Word(t.Channel));
        Row(page, "Priority", words.Word(t.Priority));
        Row(page, "Topic", t.Topic);
        Row(page, "Product", t.Product);
        Row(page, "Area", t.Area);
        Row(page, "Owner", t.Owner);
        Row(page, "Regime", t.Regime?.Name);
        Row(page, "Petitioner", record.Identity?.Name ?? (t.Petitioner.Reserved ? texts["Reserved"].Value : t.Petitioner.Name ?? texts["Anonymous"].Value));
        Row(page, "Document", record.Identity?.Document ?? t.Petitioner.Document);
        Row(page, "Email", record.Identity?.Email ?? t.Petitioner.Email);
        Row(page, "Telephone", record.Identity?.Telephone ?? t.Petitioner.Telephone);
        Row(page, "Address", record.Identity?.Address ?? t.Petitioner.Address);
        Row(page, "Municipality", record.Identity?.Municipality ?? t.Petitioner.Municipality);
        if (wish.Notes)
        {
            Row(page, "Tags", string.Join(", ", record.CaseFile.Tags));
            foreach (var entry in record.CaseFile.Fields) Plain(page, entry.Name, words.Value(entry.Type, entry.Value));
            Row(page, "Minutes", record.CaseFile.Minutes == 0 ? null : record.CaseFile.Minutes.ToString(CultureInfo.CurrentCulture));
        }

        page.Append("</table>");
        if (t.Related.Count > 0)
        {
            page.Append("<h2>").Append(T("Related")).Append("</h2><ul>");
            foreach (var other in t.Related) page.Append("<li>").Append(T($"Relation.{other.How}")).Append(": ").Append(E(other.Number)).Append(" · ").Append(E(words.Word(other.Status))).Append("</li>");
            page.Append("</ul>");
        }

        page.Append("<h2>").Append(T("Deadlines")).Append("</h2>");
        foreach (var deadline in t.Deadlines)
        {
            page.Append("<h3>").Append(E(words.Word(deadline.Kind))).Append(" · ").Append(E(words.Word(deadline.State)));
            if (deadline.LastDay is { } last) page.Append(" · ").Append(E(last.ToString(words["Instant.Date"], CultureInfo.CurrentCulture)));
            else if (deadline.Due is { } due) page.Append(" · ").Append(E(At(due, zone)));
            page.Append("</h3>");
            if (!record.Workings.TryGetValue(deadline.Id, out var working)) continue;
            page.Append("<ul>");
            foreach (var line in workings.Say(working)) page.Append("<li>").Append(E(line)).Append("</li>");
            page.Append("</ul>");
        }

        return Whole(texts["Case.Title", t.Number], page);
    }

    /// <summary>The trail: every line of the log. Without the notes, of what is the house's own only that it happened, when and by whom.</summary>
    public string Log(CaseRecord record, RecordWish wish, DeskZone zone)
    {
        var page = new StringBuilder("<table><thead><tr>");
        foreach (var head in (string[])["Line", "When", "Who", "What"]) page.Append("<th scope=\"col\">").Append(T(head)).Append("</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var line in record.Log)
        {
            var told = wish.Notes || CaseRecord.IsPublic(line.Event);
            page.Append("<tr><td>").Append(line.Sequence).Append("</td><td>").Append(E(At(line.At, zone))).Append("</td><td>").Append(E(line.ByName)).Append("</td><td>")
                .Append(told ? E(Sentence(line, wish)) : $"{E(line.Event.StoredName)} · {T("Withheld")}").Append("</td></tr>");
        }

        return Whole(texts["Log.Title", record.Ticket.Number], page.Append("</tbody></table>"));
    }

    public string LogForPrograms(CaseRecord record, RecordWish wish) => JsonSerializer.Serialize(
        record.Log.Select(line => wish.Notes
            ? (object)EventDocument.Of(line)
            : new { Version = line.Sequence, What = line.Event.StoredName, line.At, ByKind = line.ByKind.ToString(), By = line.ByName, Text = SearchedWords.TextOf(line.Event), Withheld = !CaseRecord.IsPublic(line.Event) }),
        Indented);

    /// <summary>What kind of turn it is.</summary>
    public string Label(TicketEvent happened) => texts[happened switch
    {
        TicketEvent.Filed or TicketEvent.Imported => "Turn.Filed",
        TicketEvent.Answered or TicketEvent.AnsweredTogether => "Turn.Answered",
        TicketEvent.PetitionerResponded or TicketEvent.HeardThrough => "Turn.Petitioner",
        TicketEvent.Noted => "Turn.Note",
        TicketEvent.TaskAsked => "Turn.TaskAsked",
        TicketEvent.TaskAnswered => "Turn.TaskAnswered",
        TicketEvent.CompletionRequested => "Turn.Completion",
        _ => "Turn.Reply",
    }];

    /// <summary>One turn of the conversation, with its head as a letter has it.</summary>
    public string Message(LoggedEvent line, string text, string label, string radicado, DeskZone zone) =>
        $"{texts["Number"]}: {radicado}\n{texts["What"]}: {label}\n{texts["When"]}: {At(line.At, zone)}\n{texts["Who"]}: {line.ByName}\n\n{text}\n";

    /// <summary>Of the file that holds what colleagues said.</summary>
    public string ChatName => $"{texts["Folio.Chat"]}.txt";

    /// <summary>What colleagues said beside the case, line by line.</summary>
    public string Chat(CaseRecord record, DeskZone zone)
    {
        var page = new StringBuilder($"{texts["Number"]}: {record.Ticket.Number}\n{texts["Folio.Chat"]}\n");
        foreach (var line in record.Chat) page.Append('\n').Append(At(line.At, zone)).Append(" · ").Append(line.By).Append('\n').Append(line.Text).Append('\n');
        return page.ToString();
    }

    public string Index(CaseRecord record, RecordWish wish, IReadOnlyList<Folio> folios, Actor by, DateTimeOffset now, DeskZone zone)
    {
        var page = new StringBuilder("<p>").Append(E(texts["Index.Taken", by.Name, At(now, zone)])).Append(' ').Append(T(wish.Notes ? "Index.WithNotes" : "Index.WithoutNotes")).Append("</p><table><thead><tr>");
        foreach (var head in (string[])["Folio", "Kind", "Title", "When", "Who", "Bytes", "Sha256"]) page.Append("<th scope=\"col\">").Append(T(head)).Append("</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var folio in folios)
        {
            page.Append("<tr><td>").Append(folio.Number).Append("</td><td>").Append(T(folio.Kind)).Append("</td><td>");
            if (folio.Path is { } path) page.Append("<a href=\"").Append(E(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)))).Append("\">").Append(E(folio.Title)).Append("</a>");
            else page.Append(E(folio.Title)).Append(" · <strong>").Append(T(folio.Missing ?? "Missing.Lost")).Append("</strong>");
            page.Append("</td><td>").Append(folio.At is { } at ? E(At(at, zone)) : "").Append("</td><td>").Append(E(folio.Who)).Append("</td><td>").Append(folio.Bytes.ToString("N0", CultureInfo.CurrentCulture))
                .Append("</td><td><code>").Append(folio.Sha256).Append("</code></td></tr>");
        }

        return Whole(texts["Index.Title", record.Ticket.Number], page.Append("</tbody></table>"));
    }

    /// <summary>For a spreadsheet: what it might take for a formula is text in it.</summary>
    public string IndexForSheets(IReadOnlyList<Folio> folios)
    {
        var sheet = new StringBuilder("folio,path,kind,title,date,who,bytes,sha256,missing\r\n");
        foreach (var folio in folios)
            sheet.AppendJoin(',', new[]
            {
                folio.Number.ToString(CultureInfo.InvariantCulture), folio.Path, texts[folio.Kind], folio.Title, folio.At?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), folio.Who,
                folio.Bytes.ToString(CultureInfo.InvariantCulture), folio.Sha256, folio.Missing is { } missing ? texts[missing].Value : null,
            }.Select(Cell)).Append("\r\n");
        return sheet.ToString();
    }

    private string Sentence(LoggedEvent line, RecordWish wish)
    {
        // Who filed it, and where it was sent to and why, is the house's own beside what they said.
        var said = SearchedWords.TextOf(line.Event) ?? (line.Event is TicketEvent.Noted note ? note.Text : line.Event is TicketEvent.TaskAsked asked ? asked.Question : line.Event is TicketEvent.TaskAnswered answer ? answer.Text : null);
        var sentence = wish.Notes || line.Event is not (TicketEvent.Filed or TicketEvent.Imported) ? events.Say(line) : line.Event.StoredName;
        return said is null || sentence.Contains(said, StringComparison.Ordinal) ? sentence : $"{sentence}\n{said}";
    }

    private static string Whole(string title, StringBuilder body) =>
        $"<!DOCTYPE html>\n<html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{E(title)}</title><style>{Style}</style></head><body class=\"typed\"><h1>{E(title)}</h1>{body}</body></html>\n";

    private void Row(StringBuilder page, string key, string? value) => Plain(page, texts[key], value);

    private static void Plain(StringBuilder page, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) page.Append("<tr><th scope=\"row\">").Append(E(name)).Append("</th><td>").Append(E(value)).Append("</td></tr>");
    }

    private string At(DateTimeOffset at, DeskZone zone) => zone.LocalOf(at).ToString(words["Instant.Full"], CultureInfo.CurrentCulture);

    private string T(string key) => E(texts[key]);

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string Cell(string? text)
    {
        var safe = text is null ? "" : SafeText.LooksLikeFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
