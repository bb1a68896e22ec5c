using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using PqrsDesk.Features.Api;
using PqrsDesk.Features.Queue.Views;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Queue;

/// <summary>A page of tickets, for programs.</summary>
/// <param name="Next">What to ask for as <c>cursor</c> next; null on the last page.</param>
/// <param name="Total">Of all pages; only when asked for with <c>count=true</c>.</param>
/// <param name="TotalOrMore">There are at least so many: beyond 10,000, and of a text that very many tickets have, nobody counts to the end.</param>
public sealed record TicketList(
    IReadOnlyList<QueueRow> Items,
    string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool TotalOrMore = false);

/// <summary><c>GET /api/v1/tickets</c></summary>
internal static class TicketsApi
{
    public static void MapTicketList(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapGet(DeskUrls.ApiTickets, ListAsync), "ListTickets", "Lists tickets by filter, page by page.",
                "Order due (the default of open tickets) puts the nearest deadline first, newest (the default of the others) the latest filing; only tickets that are open now are ordered by due. Dates are local dates of the desk.")
            .Produces<TicketList>()
            .ProducesValidationProblem();

    private static async Task<Results<Ok<TicketList>, ValidationProblem>> ListAsync(
        [AsParameters] TicketParameters parameters, HttpRequest request, ListTickets tickets, ViewShelf views, FieldShelf fields, IStringLocalizer<QueueTexts> texts, CancellationToken cancel)
    {
        var reading = new ParameterReading(texts);
        var view = await parameters.ReadAsync(reading, request.Query.Keys, views, request.HttpContext.User.ToViewReader(), await fields.BookAsync());
        if (reading.Errors.Count > 0) return TypedResults.ValidationProblem(reading.Errors, texts["Api.Refused"]);
        var page = await tickets.RunAsync(view, cancel);
        return TypedResults.Ok(new TicketList(page.Rows, page.Next?.ToString(), page.Total, page.OrMore));
    }
}
