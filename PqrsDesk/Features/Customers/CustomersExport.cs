using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Customers;

/// <summary>What the lists show as a file, written into the response page by page. An import reads the same columns.</summary>
internal static class CustomersExport
{
    private const int Page = 500;

    public static void MapCustomersExport(this IEndpointRouteBuilder routes)
    {
        foreach (var (address, kind, workbook) in new[]
        {
            (DeskUrls.CustomersWorkbook, PartyKind.Organisation, true), (DeskUrls.CustomersCsv, PartyKind.Organisation, false),
            (DeskUrls.PeopleWorkbook, PartyKind.Person, true), (DeskUrls.PeopleCsv, PartyKind.Person, false),
        })
        {
            routes.MapGet(address, (HttpContext http, ListParties list, IDbContextFactory<DeskDb> desk, SlaShelf shelf, IStringLocalizer<CustomersTexts> texts, IStringLocalizer<UiTexts> words) =>
                SendAsync(kind, workbook, http, list, desk, shelf, texts, words)).RequireAuthorization(AtLeast.Agent);
        }
    }

    private static async Task SendAsync(
        PartyKind kind, bool workbook, HttpContext http, ListParties list, IDbContextFactory<DeskDb> desk, SlaShelf shelf, IStringLocalizer<CustomersTexts> texts, IStringLocalizer<UiTexts> words)
    {
        var asked = http.Request.Query;
        var query = PartyQuery.Of(asked[DeskUrls.SearchParameter], asked[DeskUrls.CategoryParameter], asked[DeskUrls.ActiveParameter], asked[DeskUrls.OpenParameter], asked[DeskUrls.OrganisationParameter]);
        var zone = (await shelf.BookAsync()).Zone;
        var now = TimeZoneInfo.ConvertTime(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), zone);
        var name = texts[kind == PartyKind.Person ? "File.People" : "File.Organisations", now.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)] + (workbook ? ".xlsx" : ".csv");
        http.Response.ContentType = workbook ? MonthlyWorkbook.ContentType : ListCsv.ContentType;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        http.Response.Headers.CacheControl = "no-store";
        var cells = new CellList(
            texts[kind == PartyKind.Person ? "People" : "Title"], [.. Columns(kind).Select(column => new ListColumn(texts[$"Column.{column}"], column is "Name" or "OtherPoints" ? 36 : 20))],
            RowsAsync(kind, query, list, desk, texts, words, http.RequestAborted), zone, CultureInfo.CurrentUICulture, "…");
        if (workbook) await ListWorkbook.WriteAsync(cells, http.Response.Body, http.RequestAborted);
        else await ListCsv.WriteAsync(cells, http.Response.Body, http.RequestAborted);
    }

    private static IEnumerable<string> Columns(PartyKind kind) => kind == PartyKind.Person
        ? ["ExternalId", "Name", "DocumentType", "Document", "Email", "Telephone", "Address", "Municipality", "Organisation", "Active", "OtherPoints"]
        : ["ExternalId", "Name", "DocumentType", "Document", "Email", "Telephone", "Address", "Municipality", "Category", "Active", "OtherPoints"];

    private static async IAsyncEnumerable<IReadOnlyList<ListCell>> RowsAsync(
        PartyKind kind, PartyQuery query, ListParties list, IDbContextFactory<DeskDb> desk, IStringLocalizer<CustomersTexts> texts, IStringLocalizer<UiTexts> words, [EnumeratorCancellation] CancellationToken cancel)
    {
        PartyCursor? after = null;
        do
        {
            var (ids, next) = await PageAsync(kind, query, after, list, cancel);
            foreach (var party in await OfAsync(kind, ids, desk, cancel))
            {
                yield return
                [
                    party.ExternalId, party.Name, party.DocumentType is { } type ? words[$"DocumentType.{type}"].Value : null, party.Document, party.Email, party.Telephone, party.Address, party.Municipality,
                    party is Customer customer ? texts[$"Category.{customer.ServiceLevel}"].Value : ((Contact)party).Customer?.Name, texts[party.Active ? "Yes" : "No"].Value,
                    string.Join(" | ", party.OtherPoints.Select(point => string.Join(", ", new[] { point.Value, point.Municipality }.Where(part => !string.IsNullOrEmpty(part))))),
                ];
            }

            after = next;
        }
        while (after is not null);
    }

    private static async Task<(int[] Ids, PartyCursor? Next)> PageAsync(PartyKind kind, PartyQuery query, PartyCursor? after, ListParties list, CancellationToken cancel)
    {
        if (kind == PartyKind.Person)
        {
            var people = await list.PeopleAsync(query, after, Page, cancel);
            return ([.. people.Lines.Select(line => line.Id)], people.Next);
        }

        var customers = await list.CustomersAsync(query, after, Page, cancel);
        return ([.. customers.Lines.Select(line => line.Id)], customers.Next);
    }

    private static async Task<IEnumerable<Party>> OfAsync(PartyKind kind, int[] ids, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        IEnumerable<Party> parties = kind == PartyKind.Person
            ? await db.Contacts.AsNoTracking().Include(contact => contact.OtherPoints).Include(contact => contact.Customer).Where(contact => EF.Parameter(ids).Contains(contact.Id) && !contact.Reserved).ToListAsync(cancel)
            : await db.Customers.AsNoTracking().Include(customer => customer.OtherPoints).Where(customer => EF.Parameter(ids).Contains(customer.Id)).ToListAsync(cancel);
        return parties.OrderBy(party => Array.IndexOf(ids, party.Id));
    }
}
