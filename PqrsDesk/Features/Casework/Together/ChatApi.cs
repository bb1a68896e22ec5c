using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Together;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>A line that somebody of the staff said elsewhere.</summary>
/// <param name="MemberId">Who said it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record ChatRequest(int? MemberId, string? Text);

/// <summary>A line of the internal chat.</summary>
/// <param name="Id">Counts up; what to go on reading after.</param>
/// <param name="By">As they were called then; with the program that brought it.</param>
/// <param name="Mentions">Numbers of the members whom it calls by name.</param>
public sealed record ChatLineDocument(long Id, int MemberId, string By, DateTimeOffset At, string Text, IReadOnlyList<int> Mentions)
{
    internal static ChatLineDocument Of(ChatLine line) => new(line.Id, line.StaffId, line.By, line.At, line.Text, [.. (line.Mentions ?? []).Select(each => each.StaffId).Distinct()]);
}

/// <param name="Next">What to ask for as after the next time.</param>
public sealed record ChatLineList(IReadOnlyList<ChatLineDocument> Items, long Next);

/// <summary><c>GET</c> and <c>POST /api/v1/tickets/{radicado}/chat</c></summary>
internal static class ChatApi
{
    private const int BodyLimit = 64 * 1024;
    private const int KeyBytes = 16;

    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketChat, ListAsync), "ListChat", "Reads what the staff say to each other beside a ticket, oldest first.")
            .WithDescription("The petitioner sees nothing of it. after is the id of a line, 0 for all; next is what to ask for as after the next time. At most 500 at once, 100 unless limit says otherwise; fewer mean that this is the end for now.")
            .Produces<ChatLineList>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapPost(DeskUrls.ApiTicketChat, SayAsync), "AddChatLine", "Brings a line that a member of staff said elsewhere.")
            .WithDescription($"It stands under their name, with that of the key; whoever it calls, as @Ana Restrepo, is told and follows the ticket. The ticket itself does not change. At most {ChatLine.Limit} letters. With the header Idempotency-Key the same line can be sent again: it is said once. The same key with anything else is refused with 422.")
            .Takes(BodyLimit)
            .Produces<ChatLineDocument>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        string radicado, string? after, string? limit, IDbContextFactory<DeskDb> desk, IStringLocalizer<ApiTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        var (from, most) = (PieceParameters.After(after, long.MaxValue, errors, texts) ?? 0, PieceParameters.Limit(limit, errors, texts));
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors, texts["ParametersUnusable"]);
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await IdAsync(db, radicado, cancel) is not { } ticket) return refusals.Problem(RefusalCode.TicketNotFound);
        var lines = await db.ChatLines.AsNoTracking().Where(line => line.TicketId == ticket && line.Id > from).OrderBy(line => line.Id).Take(most).ToListAsync(cancel);
        return TypedResults.Ok(new ChatLineList([.. lines.Select(ChatLineDocument.Of)], lines is [.., var last] ? last.Id : from));
    }

    private static async Task<IResult> SayAsync(
        string radicado, ChatRequest said, HttpContext http, ForMember forMember, SayInChat say, IDbContextFactory<DeskDb> desk, IStringLocalizer<ApiTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        if (IdempotencyKey.Of(http.Request) is { IsUnusable: true }) return Results.Problem(texts["KeyUnusable", IdempotencyKey.Longest], statusCode: StatusCodes.Status400BadRequest);
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await IdAsync(db, radicado, cancel) is not { } ticket) return refusals.Problem(RefusalCode.TicketNotFound);
        if (await forMember.FindAsync(said.MemberId ?? 0, http.User, cancel) is not { } by) return refusals.Problem(new Refusal(RefusalCode.AgentUnknown, nameof(ChatRequest.MemberId)));
        var key = KeyOf(http.Request);
        if (await say.RunAsync(ticket, said.Text, key, by, cancel) is { } refusal) return refusals.Problem(refusal);
        var line = await db.ChatLines.AsNoTracking().SingleAsync(each => each.Key == key, cancel);

        // It was said already, or the key was: only the first is the same request sent again.
        return (line.TicketId, line.StaffId, line.Text) == (ticket, by.StaffId, ChatLine.Tidy(said.Text))
            ? TypedResults.Ok(ChatLineDocument.Of(line))
            : Results.Problem(texts["KeyUsed"], statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A line knows itself again by a number that no browser could have made.</summary>
    private static Guid KeyOf(HttpRequest request) =>
        IdempotencyKey.Of(request) is { } key ? new(Convert.FromHexString(key.HashOf(request)).AsSpan(0, KeyBytes)) : Guid.NewGuid();

    private static Task<long?> IdAsync(DeskDb db, string radicado, CancellationToken cancel) =>
        db.Tickets.Where(ticket => ticket.Number == radicado).Select(ticket => (long?)ticket.Id).SingleOrDefaultAsync(cancel);
}
