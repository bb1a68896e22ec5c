using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Filings;

/// <summary><c>POST /api/v1/tickets</c></summary>
internal static class FileTicketApi
{
    private const int BodyLimit = 1024 * 1024;

    /// <summary>Words for enumerations and never numbers: a number would pass for any of them.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static void MapFileTicket(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapPost(DeskUrls.ApiTickets, FileAsync), "FileTicket", "Files a ticket and gives it its number.",
                "With the header Idempotency-Key (1 to 200 signs of your choice, new for each filing) the same request can be sent again for 24 hours, also at the same instant: it is filed once and answered alike each time. The same key with another body is refused with 422.")
            .Takes(BodyLimit)
            .Accepts<FileTicketRequest>("application/json")
            .Produces<TicketDocument>(StatusCodes.Status201Created);

    private static async Task<IResult> FileAsync(
        HttpRequest request,
        FilingDoor door,
        FieldShelf shelf,
        IStringLocalizer<FilingTexts> texts,
        IStringLocalizer<ApiTexts> api,
        IStringLocalizer<RefusalTexts> refusals,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> written,
        CancellationToken cancel)
    {
        var key = IdempotencyKey.Of(request);
        if (key is { IsUnusable: true }) return Results.Problem(api["KeyUnusable", IdempotencyKey.Longest], statusCode: StatusCodes.Status400BadRequest);
        var (asked, problem) = await ReadAsync(request, texts, cancel);
        if (asked is null) return problem!;
        if (AreaOf(asked.Area) is not { } area) return refusals.Problem(new Refusal(RefusalCode.AreaUnknown, nameof(FileTicketRequest.Area)));
        string? unknown = null;
        var fields = asked.Fields is { } given ? FieldJson.ByNumber(await shelf.BookAsync(), given, out unknown) : null;
        if (unknown is not null) return refusals.Problem(new Refusal(RefusalCode.FieldUnknown, FieldOf(unknown, asked)));
        var seal = key?.Seal(request, JsonSerializer.SerializeToUtf8Bytes(asked, Json), document => JsonSerializer.Serialize(document, written.Value.SerializerOptions));
        var outcome = await door.FileAsync(new(asked.ToFiling(), area, asked.ToPetitioner(), request.HttpContext.User.ToActor(), []) { Form = seal, FilledBy = FilledBy.Program, Fields = fields }, cancel);
        return outcome switch
        {
            { Filed: { } filed } => Created(TicketDocument.Of(filed), filed.Code),
            { EarlierForm: { } earlier } when earlier.Content != seal!.Content => Results.Problem(api["KeyUsed"], statusCode: StatusCodes.Status422UnprocessableEntity),
            { EarlierForm: { } earlier } => Created(JsonSerializer.Deserialize<TicketDocument>(earlier.Answer!, written.Value.SerializerOptions)!, seal!.Code),
            _ => refusals.Problem(outcome.Refusal! with { Field = FieldOf(outcome.Refusal.Field, asked) }),
        };
    }

    private static Created<TicketDocument> Created(TicketDocument document, TrackingCode code) =>
        TypedResults.Created(DeskUrls.ApiTicketOf(document.Number), document with { TrackingCode = code.ToString() });

    private static async Task<(FileTicketRequest? Asked, IResult? Problem)> ReadAsync(HttpRequest request, IStringLocalizer<FilingTexts> texts, CancellationToken cancel)
    {
        if (!request.HasJsonContentType()) return (null, Results.Problem(texts["Api.MediaType"], statusCode: StatusCodes.Status415UnsupportedMediaType));
        try
        {
            var asked = await request.ReadFromJsonAsync<FileTicketRequest>(Json, cancel);
            return (asked, asked is null ? Malformed(texts, null) : null);
        }
        catch (JsonException wrong)
        {
            return (null, Malformed(texts, wrong.Path));
        }
        catch (BadHttpRequestException wrong)
        {
            var tooLarge = wrong.StatusCode == StatusCodes.Status413PayloadTooLarge;
            return (null, Results.Problem(texts[tooLarge ? "Api.TooLarge" : "Api.Malformed"], statusCode: wrong.StatusCode));
        }
    }

    /// <param name="path">Where in the body, as <c>$.petitioner.name</c>.</param>
    private static IResult Malformed(IStringLocalizer<FilingTexts> texts, string? path)
    {
        var field = path is ['$', '.', .. var inner] ? inner : null;
        var more = field is null ? null : new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [field] = [texts["Api.Field"]] } };
        return Results.Problem(texts["Api.Malformed"], statusCode: StatusCodes.Status400BadRequest, extensions: more);
    }

    /// <returns>Null when it can be no area's.</returns>
    private static AreaChoice? AreaOf(JsonElement? asked) => asked switch
    {
        null or { ValueKind: JsonValueKind.Null } => new AreaChoice.Routed(),
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var id) ? new AreaChoice.Numbered(id) : null,
        { ValueKind: JsonValueKind.String } word => new AreaChoice.Named(word.GetString()!),
        _ => null,
    };

    /// <summary>The domain's name of a field, as the body has it.</summary>
    private static string? FieldOf(string? field, FileTicketRequest asked) => field switch
    {
        not null when asked.Fields?.ContainsKey(field) == true || !char.IsAsciiLetterUpper(field[0]) => $"fields.{field}",
        nameof(Filing.AreaId) => nameof(FileTicketRequest.Area),
        nameof(Filing.PriorityOverride) => nameof(FileTicketRequest.Priority),
        nameof(PetitionerDetails.Name) or nameof(PetitionerDetails.Document) or nameof(PetitionerDetails.Email) or nameof(PetitionerDetails.Telephone) =>
            $"petitioner.{JsonNamingPolicy.CamelCase.ConvertName(field)}",
        _ => field,
    };
}
