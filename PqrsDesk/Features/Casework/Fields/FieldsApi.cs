using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework.Fields;

/// <summary>What one of the house's own fields says on a ticket.</summary>
/// <param name="Key">It stays when the field's name changes.</param>
/// <param name="Value">One text whatever the type: numbers with a point, dates as yyyy-MM-dd, true or false, what is chosen line by line; null: nothing yet.</param>
/// <param name="Asked">Whether it is asked for as the ticket stands.</param>
/// <param name="Need">When it must have a value.</param>
public sealed record FieldDocument(string Key, string Name, FieldType Type, string? Value, bool Asked, FieldNeed Need);

public sealed record FieldList(IReadOnlyList<FieldDocument> Items, int Version);

/// <param name="Fields">By key; null empties one. Those that are not named stay.</param>
/// <param name="Seen">As of a reply.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FieldsRequest(IReadOnlyDictionary<string, JsonElement>? Fields, int? Seen);

/// <summary><c>GET</c> and <c>PATCH /api/v1/tickets/{radicado}/fields</c></summary>
internal static class FieldsApi
{
    private const int BodyLimit = 512 * 1024;

    public static void MapFields(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketFields, ReadAsync), "ReadFields", "Reads the house's own fields of a ticket.")
            .Produces<FieldList>()
            .Refuses(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapPatch(DeskUrls.ApiTicketFields, FillAsync), "FillFields", "Fills fields of a ticket in, or empties them.")
            .Takes(BodyLimit)
            .Produces<FieldList>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ReadAsync(string radicado, FieldShelf shelf, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Tickets.Where(t => t.Number == radicado).Select(t => new { t.Kind, t.Topic, t.Product, t.CaseFile, t.Version }).SingleOrDefaultAsync(cancel) is not { } ticket)
            return refusals.Problem(RefusalCode.TicketNotFound);
        var (book, values) = (await shelf.BookAsync(), FieldBook.ValuesOf(ticket.CaseFile));
        var asked = book.Shown(ticket.Kind, ticket.Topic, ticket.Product, values).Select(field => field.Id).ToHashSet();
        return TypedResults.Ok(new FieldList(
            [.. book.Fields.Where(field => asked.Contains(field.Id) || values.ContainsKey(field.Id)).Select(field => new FieldDocument(field.Key, field.Name, field.Type, values.GetValueOrDefault(field.Id), asked.Contains(field.Id), field.Need))],
            ticket.Version));
    }

    private static async Task<IResult> FillAsync(
        string radicado, FieldsRequest asked, HttpContext http, FillFields fill, SayByProgram say, FieldShelf shelf, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var values = FieldJson.ByNumber(await fill.BookAsync(), asked.Fields ?? new Dictionary<string, JsonElement>(), out var unknown);
        if (unknown is not null) return refusals.Problem(new Refusal(RefusalCode.FieldUnknown, unknown));
        var decision = await fill.RunAsync(radicado, asked.Seen, values, http.User.ToActor(), cancel);
        return decision.Succeeded ? await ReadAsync(radicado, shelf, desk, refusals, cancel) : await say.AnswerAsync(radicado, decision, cancel);
    }
}
