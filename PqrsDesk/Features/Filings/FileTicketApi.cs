using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

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
        routes.MapPost(DeskUrls.ApiTickets, FileAsync)
            .RequireAuthorization(AtLeast.Program)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
            .Accepts<FileTicketRequest>("application/json")
            .WithName("FileTicket")
            .WithSummary("Files a ticket and gives it its number.")
            .Produces<TicketDocument>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> FileAsync(
        HttpRequest request,
        FilingDoor door,
        ReadTicketDocument read,
        IDbContextFactory<DeskDb> desk,
        IStringLocalizer<FilingTexts> texts,
        IStringLocalizer<RefusalTexts> refusals,
        CancellationToken cancel)
    {
        var (asked, problem) = await ReadAsync(request, texts, cancel);
        if (asked is null) return problem!;
        if (await AreaAsync(asked.Area, desk, cancel) is not { } area) return refusals.Problem(new Refusal(RefusalCode.AreaUnknown, nameof(FileTicketRequest.Area)));
        var outcome = await door.FileAsync(asked.ToFiling(area), asked.ToPetitioner(), request.HttpContext.User.ToActor(), [], cancel);
        if (outcome.Refusal is { } refusal) return refusals.Problem(refusal with { Field = FieldOf(refusal.Field) });
        var number = outcome.Receipt!.Number;
        return TypedResults.Created(DeskUrls.ApiTicketOf(number), await read.RunAsync(number, CancellationToken.None));
    }

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

    private static async Task<int?> AreaAsync(JsonElement? asked, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var areas = db.Areas.Where(area => area.Active);
        return asked switch
        {
            null or { ValueKind: JsonValueKind.Null } => await areas.OrderBy(area => area.Id).Select(area => (int?)area.Id).FirstOrDefaultAsync(cancel),
            { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var id) ? id : null,
            { ValueKind: JsonValueKind.String } word => await areas.Where(area => area.Name == word.GetString()).Select(area => (int?)area.Id).FirstOrDefaultAsync(cancel),
            _ => null,
        };
    }

    /// <summary>The domain's name of a field, as the body has it.</summary>
    private static string? FieldOf(string? field) => field switch
    {
        nameof(Filing.AreaId) => nameof(FileTicketRequest.Area),
        nameof(Filing.PriorityOverride) => nameof(FileTicketRequest.Priority),
        nameof(PetitionerDetails.Name) or nameof(PetitionerDetails.Document) or nameof(PetitionerDetails.Email) or nameof(PetitionerDetails.Telephone) =>
            $"petitioner.{JsonNamingPolicy.CamelCase.ConvertName(field)}",
        _ => field,
    };
}
