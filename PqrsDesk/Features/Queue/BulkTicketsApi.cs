using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>What a program wants done to many tickets.</summary>
public enum BulkAction
{
    Take = 1,
    Assign,
    Prioritize,
    Spam,
}

/// <summary>What a program sends to change many tickets at once.</summary>
/// <param name="Numbers">1 to 500; one that is written twice counts once.</param>
/// <param name="OwnerId">Number of the member of staff: for take and assign.</param>
/// <param name="Priority">For prioritize.</param>
/// <param name="Reason">For prioritize and spam: it stays in the history of each.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record BulkRequest(IReadOnlyList<string?>? Numbers, BulkAction? Action, int? OwnerId, Priority? Priority, string? Reason);

/// <summary>What came of one ticket.</summary>
/// <param name="Done">It was done, or was so already.</param>
/// <param name="Code">Why not.</param>
/// <param name="Detail">Why not, in words.</param>
public sealed record BulkItem(
    string Number,
    bool Done,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail);

/// <summary>What came of all, in the order they were asked for.</summary>
public sealed record BulkAnswer(IReadOnlyList<BulkItem> Results);

/// <summary><c>POST /api/v1/tickets/bulk</c></summary>
internal static class BulkTicketsApi
{
    private const int BodyLimit = 256 * 1024;

    public static void MapBulkTickets(this IEndpointRouteBuilder routes) =>
        routes.MapPost(DeskUrls.ApiTicketsBulk, ChangeAsync)
            .RequireAuthorization(AtLeast.Program)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
            .WithName("ChangeTickets")
            .WithSummary("Takes, assigns or prioritizes up to 500 tickets in one transaction, or ends them as spam.")
            .WithDescription("take gives ownerId those that nobody has; assign also those that others have, which is for a lead's key. A ticket that refuses stays as it is and says why; the others go on. What is so already is done: the same request can be sent again.")
            .Produces<BulkAnswer>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ChangeAsync(
        BulkRequest asked, HttpRequest request, ChangeRows rows, IStringLocalizer<QueueTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var reading = new ParameterReading(texts);
        var numbers = Numbers(asked, reading);
        var change = Change(asked, reading);
        if (reading.Errors.Count > 0) return TypedResults.ValidationProblem(reading.Errors, texts["Api.Bulk.Refused"]);
        var outcome = await rows.RunAsync([.. numbers.Select(number => new SeenRow(number, null))], change!, request.HttpContext.User.ToActor(), cancel);
        return outcome.Refusal is { } refusal ? refusals.Problem(refusal) : TypedResults.Ok(new BulkAnswer([.. outcome.Results.Select(row => Item(row, refusals))]));
    }

    private static List<string> Numbers(BulkRequest asked, ParameterReading reading)
    {
        var given = asked.Numbers ?? [];

        // PostgreSQL takes no NUL in a text; no number has any such letter.
        if (given.Count is 0 or > ChangeRows.Most || given.Any(number => string.IsNullOrWhiteSpace(number) || number.Any(char.IsControl))) reading.Refuse("numbers", "Api.Bulk.Numbers", ChangeRows.Most);
        return [.. given.OfType<string>().Distinct()];
    }

    private static RowsChange? Change(BulkRequest asked, ParameterReading reading)
    {
        switch (asked)
        {
            case { Action: BulkAction.Take, OwnerId: { } owner }: return new RowsChange.Take(owner);
            case { Action: BulkAction.Assign, OwnerId: { } owner }: return new RowsChange.Assign(owner);
            case { Action: BulkAction.Spam }: return new RowsChange.MarkSpam(asked.Reason);
            case { Action: BulkAction.Prioritize, Priority: { } priority }: return new RowsChange.Prioritize(priority, asked.Reason);
        }

        if (asked.Action is null) reading.Refuse("action", "Api.Bulk.Action");
        else reading.Refuse(asked.Action == BulkAction.Prioritize ? "priority" : "ownerId", "Api.Bulk.Missing");
        return null;
    }

    /// <remarks>No version is named, so nothing can be stale.</remarks>
    private static BulkItem Item(RowResult row, IStringLocalizer<RefusalTexts> refusals) =>
        row.Decision is Decision.Refused { Refusal: var refusal } ? new(row.Number, false, refusal.Code.ToString(), refusals.Say(refusal)) : new(row.Number, true, null, null);
}
