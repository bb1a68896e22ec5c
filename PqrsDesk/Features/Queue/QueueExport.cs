using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>The cases of a list as a file, written into the response page by page.</summary>
internal static class QueueExport
{
    /// <summary>Of the form: numbers with blanks between them.</summary>
    public const string NumbersField = "numeros";
    private const int Page = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var address in new[] { DeskUrls.QueueWorkbook, DeskUrls.QueueCsv })
        {
            var workbook = address == DeskUrls.QueueWorkbook;
            routes.MapGet(address, (HttpContext http, ListTickets tickets, SlaShelf shelf, IStringLocalizer<ExportTexts> texts, IStringLocalizer<UiTexts> words) =>
                SendAsync(OfFilterAsync(tickets, FilterAddress.Read(http.Request.QueryString.Value ?? "").For(http.User.MemberId()), http.RequestAborted), workbook, http, shelf, texts, words)).RequireAuthorization(AtLeast.Agent);

            // Nothing changes by it, and a page of somebody else that sends this form does not see what comes back.
            routes.MapPost(address, PickedAsync).RequireAuthorization(AtLeast.Agent).DisableAntiforgery();

            async Task PickedAsync(HttpContext http, ListTickets tickets, SlaShelf shelf, IStringLocalizer<ExportTexts> texts, IStringLocalizer<UiTexts> words)
            {
                var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
                string[] numbers = [.. form[NumbersField].ToString().Replace("\0", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
                if (numbers.Length is 0 or > ChangeRows.Most)
                {
                    await Results.Text(texts["Wrong", ChangeRows.Most], "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest).ExecuteAsync(http);
                    return;
                }

                await SendAsync(OfAsync(await tickets.OfAsync(numbers, http.RequestAborted)), workbook, http, shelf, texts, words);
            }
        }
    }

    private static async Task SendAsync(
        IAsyncEnumerable<QueueRow> rows, bool workbook, HttpContext http, SlaShelf shelf, IStringLocalizer<ExportTexts> texts, IStringLocalizer<UiTexts> words)
    {
        var zone = (await shelf.BookAsync()).Zone;
        var now = TimeZoneInfo.ConvertTime(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), zone);
        var name = texts["File", now.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)] + (workbook ? ".xlsx" : ".csv");
        http.Response.ContentType = workbook ? MonthlyWorkbook.ContentType : ListCsv.ContentType;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        http.Response.Headers.CacheControl = "no-store";
        var house = await http.RequestServices.GetRequiredService<FieldShelf>().BookAsync();
        var list = ListOf(rows, [.. house.Fields.Where(field => field.Active)], zone, texts, words);
        if (workbook) await ListWorkbook.WriteAsync(list, http.Response.Body, http.RequestAborted);
        else await ListCsv.WriteAsync(list, http.Response.Body, http.RequestAborted);
    }

    /// <summary>By key, as the queue is read: no more than a page is in memory. What changes meanwhile may be missed or come twice, as on the screen.</summary>
    private static async IAsyncEnumerable<QueueRow> OfFilterAsync(ListTickets tickets, TicketFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        QueueCursor? cursor = null;
        do
        {
            var page = await tickets.RunAsync(new QueueView(filter, cursor, Page, WithFields: true), cancel);
            foreach (var row in page.Rows) yield return row;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    private static async IAsyncEnumerable<QueueRow> OfAsync(IReadOnlyList<QueueRow> rows)
    {
        foreach (var row in rows) yield return row;
        await Task.CompletedTask;
    }

    private static CellList ListOf(IAsyncEnumerable<QueueRow> rows, IReadOnlyList<CustomField> house, TimeZoneInfo zone, IStringLocalizer<ExportTexts> texts, IStringLocalizer<UiTexts> words) => new(
        texts["Sheet"],
        [
            new(texts["Column.Number"], 22), new(texts["Column.Kind"], 16), new(texts["Column.Subject"], 48), new(texts["Column.Petitioner"], 28), new(texts["Column.Topic"], 30),
            new(texts["Column.Channel"], 16), new(texts["Column.Area"], 24), new(texts["Column.Owner"], 24), new(texts["Column.Priority"], 12), new(texts["Column.Status"], 22),
            new(texts["Column.Filed"], 18), new(texts["Column.Due"], 18), new(texts["Column.DueKind"], 20), new(texts["Column.Late"], 16), new(texts["Column.Answered"], 18),
            new(texts["Column.Closed"], 18), new(texts["Column.Snoozed"], 18),
            .. house.Select(field => new ListColumn(field.Name, field.Type == FieldType.LongText ? 48 : 22)),
        ],
        CellsAsync(rows, house, texts, words), zone, CultureInfo.CurrentUICulture, "…");

    /// <summary>As it is kept, so that a program reads it too, but for what only a person can have chosen.</summary>
    private static ListCell CellOf(FieldEntry? entry, IStringLocalizer<UiTexts> words) =>
        entry is null ? (string?)null : entry.Type is FieldType.YesNo or FieldType.ManyOf ? words.Value(entry.Type, entry.Value) : entry.Value;

    private static async IAsyncEnumerable<IReadOnlyList<ListCell>> CellsAsync(IAsyncEnumerable<QueueRow> rows, IReadOnlyList<CustomField> house, IStringLocalizer<ExportTexts> texts, IStringLocalizer<UiTexts> words)
    {
        await foreach (var row in rows)
        {
            yield return
            [
                row.Number, words.Word(row.Kind), row.Subject, row.PetitionerName ?? texts[row.ReservedIdentity ? "Reserved" : "Anonymous"].Value, row.Topic,
                words.Word(row.Channel), row.Area, row.Owner, words.Word(row.Priority), words.Word(row.Status),
                (DateTimeOffset?)row.FiledAt, row.NextDueAt, row.NextDueKind is { } due ? words.Word(due) : null, texts[row.Breached ? "Yes" : "No"].Value, row.AnsweredAt,
                row.ClosedAt, row.SnoozedUntil, .. house.Select(field => CellOf(row.FieldOf(field.Id), words)),
            ];
        }
    }
}
