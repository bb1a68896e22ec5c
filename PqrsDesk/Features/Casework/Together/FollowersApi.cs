using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Somebody who is told of what others do on a ticket.</summary>
public sealed record FollowerDocument(int MemberId, string Name);

/// <summary>All who follow a ticket and are of the staff, by name.</summary>
public sealed record FollowerList(IReadOnlyList<FollowerDocument> Items);

/// <summary><c>GET /api/v1/tickets/{radicado}/followers</c>, <c>PUT</c> and <c>DELETE</c> of one of them</summary>
internal static class FollowersApi
{
    public static void MapFollowers(this IEndpointRouteBuilder routes)
    {
        Answering(ForPrograms(routes.MapGet(DeskUrls.ApiTicketFollowers, ListAsync), "ListFollowers", "Who follows a ticket, by name."));
        Changing(ForPrograms(routes.MapPut(DeskUrls.ApiTicketFollower, FollowAsync), "FollowTicket", "Makes a member of staff follow a ticket.")
            .WithDescription("They are told of what others do on it until it is closed. The ticket does not change. What is so already is done."));
        Changing(ForPrograms(routes.MapDelete(DeskUrls.ApiTicketFollower, UnfollowAsync), "UnfollowTicket", "Lets a member of staff follow a ticket no longer.")
            .WithDescription("What is so already is done."));
    }

    private static RouteHandlerBuilder Answering(RouteHandlerBuilder route) => route.Produces<FollowerList>().ProducesProblem(StatusCodes.Status404NotFound);

    private static void Changing(RouteHandlerBuilder route) => Answering(route).DisableAntiforgery().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ListAsync(string radicado, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (!await db.Tickets.AnyAsync(ticket => ticket.Number == radicado, cancel)) return refusals.Problem(RefusalCode.TicketNotFound);
        var followers = await db.Staff
            .Where(member => member.Active && db.Followers.Any(each => each.StaffId == member.Id && db.Tickets.Any(ticket => ticket.Id == each.TicketId && ticket.Number == radicado)))
            .Select(member => new FollowerDocument(member.Id, member.Name)).ToListAsync(cancel);
        return TypedResults.Ok(new FollowerList([.. followers.OrderBy(each => each.Name, StringComparer.CurrentCulture).ThenBy(each => each.MemberId)]));
    }

    private static Task<IResult> FollowAsync(
        string radicado, int member, HttpContext http, ForMember forMember, FollowCases follow, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        SetAsync(radicado, member, true, http, forMember, follow, desk, refusals, cancel);

    private static Task<IResult> UnfollowAsync(
        string radicado, int member, HttpContext http, ForMember forMember, FollowCases follow, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        SetAsync(radicado, member, false, http, forMember, follow, desk, refusals, cancel);

    private static async Task<IResult> SetAsync(
        string radicado, int member, bool follows, HttpContext http, ForMember forMember, FollowCases follow, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        if (await forMember.FindAsync(member, http.User, cancel) is not { } by) return refusals.Problem(new Refusal(RefusalCode.AgentUnknown, "MemberId"));
        var (_, refusal) = await follow.RunAsync([radicado], follows, by, cancel);
        return refusal is null ? await ListAsync(radicado, desk, refusals, cancel) : refusals.Problem(refusal);
    }
}
