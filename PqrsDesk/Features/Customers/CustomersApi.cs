using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Customers;

/// <summary><c>/api/v1/customers</c> and <c>/api/v1/contacts</c>: list, read, make, change.</summary>
internal static class CustomersApi
{
    private const int BodyLimit = 256 * 1024;
    private const int MostItems = 100;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static void MapCustomersApi(this IEndpointRouteBuilder routes)
    {
        const string list = "q finds by words of the name, document, telephones and e-mails. active: true (the usual), false or any. Pages follow with cursor.";
        const string make = "With the header Idempotency-Key the same request can be sent again for 24 hours: it is made once and answered alike. The same key with another body is refused with 422.";
        const string change = "All of it is written: what is left out is emptied. version must be the one that was read: when another changed it meanwhile it is refused with 409, and nothing is written over.";
        ForPrograms(routes.MapGet(DeskUrls.ApiCustomers, CustomersAsync), "ListCustomers", "Lists organisations by name, page by page.").WithDescription(list).Produces<CustomerItems>();
        ForPrograms(routes.MapGet(DeskUrls.ApiCustomer, CustomerAsync), "GetCustomer", "One organisation. One that was merged is found as the one that stayed.").Produces<CustomerDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        Writing(routes.MapPost(DeskUrls.ApiCustomers, MakeCustomerAsync), "MakeCustomer", "Makes an organisation.").WithDescription(make).Produces<CustomerDocument>(StatusCodes.Status201Created);
        Writing(routes.MapPut(DeskUrls.ApiCustomer, ChangeCustomerAsync), "ChangeCustomer", "Changes an organisation.").WithDescription(change).Produces<CustomerDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapGet(DeskUrls.ApiContacts, ContactsAsync), "ListContacts", "Lists people, the latest first, page by page.").WithDescription(list + " customer: those of one organisation.").Produces<ContactItems>();
        ForPrograms(routes.MapGet(DeskUrls.ApiContact, ContactAsync), "GetContact", "One person. One that was merged is found as the one that stayed.").Produces<ContactDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        Writing(routes.MapPost(DeskUrls.ApiContacts, MakeContactAsync), "MakeContact", "Makes a person.").WithDescription(make).Produces<ContactDocument>(StatusCodes.Status201Created);
        Writing(routes.MapPut(DeskUrls.ApiContact, ChangeContactAsync), "ChangeContact", "Changes a person.").WithDescription(change).Produces<ContactDocument>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder Writing(RouteHandlerBuilder route, string name, string summary) => ForPrograms(route, name, summary)
        .Takes(BodyLimit)
        .Refuses(StatusCodes.Status409Conflict);

    private static async Task<CustomerItems> CustomersAsync(ListParties list, IDbContextFactory<DeskDb> desk, CancellationToken cancel, string? q = null, string? category = null, string? active = null, string? cursor = null, int limit = 50)
    {
        var page = await list.CustomersAsync(PartyQuery.Of(q, category, Active(active), null, null), PartyCursor.Read(cursor), Math.Clamp(limit, 1, MostItems), cancel);
        int[] ids = [.. page.Lines.Select(line => line.Id)];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var rows = await db.Customers.AsNoTracking().Include(customer => customer.OtherPoints).Where(customer => EF.Parameter(ids).Contains(customer.Id)).ToListAsync(cancel);
        return new([.. rows.OrderBy(row => Array.IndexOf(ids, row.Id)).Select(Document)], page.Next?.ToString());
    }

    private static async Task<ContactItems> ContactsAsync(ListParties list, IDbContextFactory<DeskDb> desk, CancellationToken cancel, string? q = null, string? active = null, int? customer = null, string? cursor = null, int limit = 50)
    {
        var page = await list.PeopleAsync(PartyQuery.Of(q, null, Active(active), null, null) with { CustomerId = customer }, PartyCursor.Read(cursor), Math.Clamp(limit, 1, MostItems), cancel);
        int[] ids = [.. page.Lines.Select(line => line.Id)];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var rows = await db.Contacts.AsNoTracking().Include(contact => contact.OtherPoints).Where(contact => EF.Parameter(ids).Contains(contact.Id) && !contact.Reserved).ToListAsync(cancel);
        return new([.. rows.OrderBy(row => Array.IndexOf(ids, row.Id)).Select(Document)], page.Next?.ToString());
    }

    private static async Task<IResult> CustomerAsync(int id, ReadParty read, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        await read.OneAsync(PartyKind.Organisation, id, cancel) is Customer customer ? TypedResults.Ok(Document(customer)) : refusals.Problem(RefusalCode.PartyNotFound);

    private static async Task<IResult> ContactAsync(int id, ReadParty read, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        await read.OneAsync(PartyKind.Person, id, cancel) is Contact contact ? TypedResults.Ok(Document(contact)) : refusals.Problem(RefusalCode.PartyNotFound);

    private static Task<IResult> MakeCustomerAsync(CustomerRequest asked, HttpRequest request, PartyPrograms programs, CancellationToken cancel) =>
        programs.MakeAsync(PartyKind.Organisation, Details(asked), JsonSerializer.SerializeToUtf8Bytes(asked), request, Life, cancel);

    private static Task<IResult> MakeContactAsync(ContactRequest asked, HttpRequest request, PartyPrograms programs, CancellationToken cancel) =>
        programs.MakeAsync(PartyKind.Person, Details(asked), JsonSerializer.SerializeToUtf8Bytes(asked), request, Life, cancel);

    private static Task<IResult> ChangeCustomerAsync(int id, CustomerRequest asked, HttpRequest request, PartyPrograms programs, CancellationToken cancel) =>
        programs.ChangeAsync(PartyKind.Organisation, id, asked.Version, Details(asked), request, cancel);

    private static Task<IResult> ChangeContactAsync(int id, ContactRequest asked, HttpRequest request, PartyPrograms programs, CancellationToken cancel) =>
        programs.ChangeAsync(PartyKind.Person, id, asked.Version, Details(asked), request, cancel);

    private static PartyDetails Details(CustomerRequest asked) => new()
    {
        Name = asked.Name,
        DocumentType = asked.DocumentType,
        Document = asked.Document,
        Category = asked.Category,
        Active = asked.Active,
        ExternalId = asked.ExternalId,
        Points = Points(asked.Points),
    };

    private static PartyDetails Details(ContactRequest asked) => new()
    {
        Name = asked.Name,
        DocumentType = asked.DocumentType,
        Document = asked.Document,
        Person = asked.Person,
        CustomerId = asked.CustomerId,
        Active = asked.Active,
        ExternalId = asked.ExternalId,
        Points = Points(asked.Points),
    };

    private static PointDetails[] Points(IReadOnlyList<PointDocument>? points) => [.. (points ?? []).Where(point => point is not null).Select(point => point.Details)];

    internal static object Document(Party party) => party is Customer customer ? Document(customer) : Document((Contact)party);

    private static CustomerDocument Document(Customer customer) => new(
        customer.Id, customer.Version, customer.Name, customer.DocumentType, customer.Document, customer.ServiceLevel, customer.Active, customer.ExternalId, [.. customer.Points.Select(PointDocument.Of)], customer.ChangedAt);

    private static ContactDocument Document(Contact contact) => new(
        contact.Id, contact.Version, contact.Name, contact.DocumentType, contact.Document, contact.Person, contact.CustomerId, contact.Active, contact.ExternalId, [.. contact.Points.Select(PointDocument.Of)], contact.ChangedAt);

    private static string? Active(string? asked) => asked switch { "false" => "no", "any" => "todos", _ => null };
}
