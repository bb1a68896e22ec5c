using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>What a program wants to be again as it was.</summary>
/// <param name="Undo">Of the answer to the change.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BulkUndoRequest(string? Undo);

/// <summary>What is sealed in <see cref="BulkAnswer.Undo"/>.</summary>
internal sealed record BulkDone(BulkAction Action, IReadOnlyList<ChangedRow> Changed);

/// <summary><c>POST /api/v1/tickets/bulk/undo</c></summary>
internal static class BulkUndoApi
{
    public static void MapBulkUndo(this IEndpointRouteBuilder routes) =>
        BulkTicketsApi.Changing(routes.MapPost(DeskUrls.ApiTicketsBulkUndo, UndoAsync))
            .WithName("UndoTickets")
            .WithSummary("Makes the tickets of a change again what they were, in one transaction.")
            .WithDescription("With the key that changed them, within 24 hours. A ticket that anybody has changed since stays as it is and says so (ChangedMeanwhile), also when it was taken back already; the others go on. Both changes stand in the history.");

    private static async Task<IResult> UndoAsync(
        BulkUndoRequest asked, HttpRequest request, ChangeRows rows, UndoSlips slips, IStringLocalizer<QueueTexts> texts, IStringLocalizer<HandlingTexts> verbs, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var reading = new ParameterReading(texts);
        if (slips.Read<BulkDone>(request.HttpContext.User, asked.Undo) is not { } done)
        {
            reading.Refuse("undo", "Api.Bulk.Undo");
            return TypedResults.ValidationProblem(reading.Errors, texts["Api.Bulk.Refused"]);
        }

        var back = new RowsChange.TakeBack(Named(done.Action), done.Changed.ToDictionary(row => row.Number, row => row.Before), verbs["TakenBack.Reason"]);
        var outcome = await rows.RunAsync([.. done.Changed.Select(row => new SeenRow(row.Number, row.Version))], back, request.HttpContext.User.ToActor(), cancel);
        return outcome.Refusal is { } refusal ? refusals.Problem(refusal) : TypedResults.Ok(new BulkAnswer([.. outcome.Results.Select(row => BulkItem.Of(row, refusals))]));
    }

    /// <summary>What was done, for the way back: what it was done with does not matter any more.</summary>
    private static RowsChange Named(BulkAction action) => action switch
    {
        BulkAction.Take => new RowsChange.Take(0),
        BulkAction.Assign => new RowsChange.Assign(0),
        BulkAction.Release => new RowsChange.Release(),
        BulkAction.Prioritize => new RowsChange.Prioritize(default, null),
        BulkAction.Classify => new RowsChange.Classify(null, null),
        BulkAction.Wait => new RowsChange.Wait(null, null),
        BulkAction.Resume => new RowsChange.Resume(),
        BulkAction.Reassign => new RowsChange.Reassign(0, null),
        BulkAction.MoveQueue => new RowsChange.MoveQueue(null),
        BulkAction.Snooze => new RowsChange.Snooze(default, null),
        BulkAction.Wake => new RowsChange.Wake(),
        _ => throw new InvalidOperationException($"{action} is not taken back."),
    };
}
