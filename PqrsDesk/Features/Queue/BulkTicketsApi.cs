using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
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
    Release,
    Classify,
    Wait,
    Resume,
    Reassign,
    MoveQueue,
    Merge,
    Snooze,
    Wake,
}

/// <summary>What a program sends to change many tickets at once.</summary>
/// <param name="Numbers">1 to 500; one that is written twice counts once.</param>
/// <param name="OwnerId">Number of the member of staff: for take and assign.</param>
/// <param name="Priority">For prioritize.</param>
/// <param name="Reason">For prioritize, spam, wait, reassign, merge and snooze: it stays in the history of each.</param>
/// <param name="Topic">For classify, as <paramref name="Product"/>; what is left out stays.</param>
/// <param name="CauseId">Number of a cause of the catalogue, for wait; then the reason may be left out.</param>
/// <param name="AreaId">For reassign.</param>
/// <param name="QueueId">For moveQueue; null: out of the one it is in.</param>
/// <param name="Until">For snooze, ISO 8601.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record BulkRequest(IReadOnlyList<string?>? Numbers, BulkAction? Action, int? OwnerId, Priority? Priority, string? Reason,
    string? Topic = null, string? Product = null, int? CauseId = null, int? AreaId = null, int? QueueId = null, DateTimeOffset? Until = null);

/// <summary>What came of one ticket.</summary>
/// <param name="Done">It was done, or was so already.</param>
/// <param name="Code">Why not.</param>
/// <param name="Detail">Why not, in words.</param>
public sealed record BulkItem(
    string Number,
    bool Done,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail)
{
    internal static BulkItem Of(RowResult row, IStringLocalizer<RefusalTexts> refusals)
    {
        // Stale is only what is taken back: a change names no version.
        var refusal = row.Decision switch
        {
            Decision.Refused { Refusal: var why } => why,
            Decision.Stale => RefusalCode.ChangedMeanwhile,
            _ => (Refusal?)null,
        };
        return refusal is null ? new(row.Number, true, null, null) : new(row.Number, false, refusal.Code.ToString(), refusals.Say(refusal));
    }
}

/// <summary>What came of all, in the order they were asked for.</summary>
/// <param name="Undo">By which it is taken back within 24 hours; missing where nothing changed, or what changed cannot be.</param>
public sealed record BulkAnswer(IReadOnlyList<BulkItem> Results, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Undo = null);

/// <summary><c>POST /api/v1/tickets/bulk</c></summary>
internal static class BulkTicketsApi
{
    private const int BodyLimit = 256 * 1024;

    public static void MapBulkTickets(this IEndpointRouteBuilder routes) =>
        Changing(routes.MapPost(DeskUrls.ApiTicketsBulk, ChangeAsync))
            .WithName("ChangeTickets")
            .WithSummary("Does one thing to up to 500 tickets in one transaction.")
            .WithDescription("merge answers all with the oldest of them, at most 50. snooze sets aside those that somebody has. take gives ownerId those that nobody has; assign also those that others have, which is for a lead's key. A ticket that refuses stays as it is and says why; the others go on. What is so already is done: the same request can be sent again. With undo of the answer it is taken back; spam and merge are not.");

    internal static RouteHandlerBuilder Changing(RouteHandlerBuilder route) => route
        .RequireAuthorization(AtLeast.Program)
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
        .Produces<BulkAnswer>()
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> ChangeAsync(
        BulkRequest asked, HttpRequest request, ChangeRows rows, UndoSlips slips, IStringLocalizer<QueueTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var reading = new ParameterReading(texts);
        var numbers = Numbers(asked, reading);
        var change = Change(asked, reading);
        if (reading.Errors.Count > 0) return TypedResults.ValidationProblem(reading.Errors, texts["Api.Bulk.Refused"]);
        var outcome = await rows.RunAsync([.. numbers.Select(number => new SeenRow(number, null))], change!, request.HttpContext.User.ToActor(), cancel);
        if (outcome.Refusal is { } refusal) return refusals.Problem(refusal);
        var undo = change!.CanBeTakenBack && outcome.Changed.Count > 0 ? slips.Write(request.HttpContext.User, new BulkDone(asked.Action!.Value, outcome.Changed)) : null;
        return TypedResults.Ok(new BulkAnswer([.. outcome.Results.Select(row => BulkItem.Of(row, refusals))], undo));
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
            case { Action: BulkAction.Release }: return new RowsChange.Release();
            case { Action: BulkAction.Resume }: return new RowsChange.Resume();
            case { Action: BulkAction.Wake }: return new RowsChange.Wake();
            case { Action: BulkAction.Wait }: return new RowsChange.Wait(asked.CauseId, Clean(asked.Reason));
            case { Action: BulkAction.MoveQueue }: return new RowsChange.MoveQueue(asked.QueueId);
            case { Action: BulkAction.Merge }: return new RowsChange.Merge(Clean(asked.Reason));
            case { Action: BulkAction.Reassign, AreaId: { } area }: return new RowsChange.Reassign(area, Clean(asked.Reason));
            case { Action: BulkAction.Snooze, Until: { } until }: return new RowsChange.Snooze(until.ToUniversalTime(), Clean(asked.Reason));
            case { Action: BulkAction.Classify } when asked.Topic is not null || asked.Product is not null: return new RowsChange.Classify(Clean(asked.Topic), Clean(asked.Product));
            case { Action: BulkAction.Prioritize, Priority: { } priority }: return new RowsChange.Prioritize(priority, asked.Reason);
        }

        if (asked.Action is null) reading.Refuse("action", "Api.Bulk.Action");
        else
        {
            reading.Refuse(asked.Action switch
            {
                BulkAction.Prioritize => "priority",
                BulkAction.Reassign => "areaId",
                BulkAction.Snooze => "until",
                BulkAction.Classify => "topic",
                _ => "ownerId",
            }, "Api.Bulk.Missing");
        }

        return null;
    }

    /// <summary>PostgreSQL takes no NUL in a text.</summary>
    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
