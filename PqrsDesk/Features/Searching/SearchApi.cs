using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Searching;

/// <summary>A page of what was found, for programs.</summary>
/// <param name="Next">What to ask for as <c>cursor</c> next; null on the last page.</param>
/// <param name="Building">How far the index is built, in percent, while it is not whole: older tickets are not all found yet.</param>
public sealed record SearchList(IReadOnlyList<SearchHit> Items, string? Next, int? Building);

/// <summary><c>GET /api/v1/search</c></summary>
internal static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapGet(DeskUrls.ApiSearch, FindAsync), "SearchTickets", "Finds tickets by words, the best first.",
                "All words must be there, in the number, the subject, the petitioner, the description or the messages; the last may be only begun. Accents and case do not matter. The number comes first, then words of the subject and the petitioner, then elsewhere; the newest first among equals.")
            .Produces<SearchList>()
            .ProducesValidationProblem();

    private static async Task<Results<Ok<SearchList>, ValidationProblem>> FindAsync(
        [FromQuery, Description("What to find, at most 200 characters.")] string? q,
        [FromQuery, Description("Rows of a page, 1 to 100; 20 unless said.")] string? limit,
        [FromQuery, Description("The next of the page before.")] string? cursor,
        ClaimsPrincipal program, SearchCases cases, IStringLocalizer<SearchTexts> texts, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(q)) errors["q"] = [texts["Api.Missing"]];
        if (q?.Length > WordQuery.TextLimit) errors["q"] = [texts["Api.TooLong", WordQuery.TextLimit]];
        var rows = SearchAsk.PageSize;
        if (!string.IsNullOrEmpty(limit) && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out rows) && rows is >= 1 and <= SearchAsk.MostRows))
            errors["limit"] = [texts["Api.Limit", SearchAsk.MostRows]];
        var place = SearchCursor.Read(cursor);
        if (!string.IsNullOrEmpty(cursor) && place is null) errors["cursor"] = [texts["Api.Cursor"]];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors, texts["Api.Refused"]);
        var answer = await cases.RunAsync(new(q, place ?? new(0, long.MaxValue), rows), program.ToReader(), cancel);
        return TypedResults.Ok(new SearchList(answer.Hits, answer.Next is { } next ? SearchCursor.Write(next) : null, answer.Building));
    }
}
