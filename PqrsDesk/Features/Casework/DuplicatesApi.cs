using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework;

/// <summary>A case that is probably the same matter, as programs read it.</summary>
/// <param name="Likeness">Of a hundred: 70 of the text, 20 of the petitioner, 10 of the time between them.</param>
/// <param name="TextLikeness">Of a hundred.</param>
/// <param name="SamePetitioner">As far as the desk can know: the same contact, document or address.</param>
public sealed record DuplicateDocument(
    string Number, TicketKind Kind, string Subject, TicketStatus Status, DateTimeOffset FiledAt, int Likeness, int TextLikeness, bool SamePetitioner, IReadOnlyList<LikenessReason> Reasons);

/// <summary>The probable duplicates of a case, the likest first, eight at most.</summary>
public sealed record DuplicateList(IReadOnlyList<DuplicateDocument> Items);

/// <summary><c>GET /api/v1/tickets/{radicado}/duplicates</c></summary>
internal static class DuplicatesApi
{
    public static void MapDuplicates(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketDuplicates, ReadAsync), "ListTicketDuplicates", "Lists the probable duplicates of a ticket.",
                "Tickets filed within 90 days before or after that nearly say the same, the likest first, eight at most; those that somebody said are none are left out. A ticket with a reserved identity has none and is nobody's.")
            .Produces<DuplicateList>()
            .Refuses(StatusCodes.Status404NotFound);

    private static async Task<IResult> ReadAsync(
        string radicado, HttpContext http, FindAlike find, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var reader = http.User.ToReader();
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (!await db.Tickets.VisibleTo(reader).AnyAsync(t => t.Number == radicado, cancel)) return refusals.Problem(RefusalCode.TicketNotFound);
        var found = await find.OfTicketAsync(radicado, reader, cancel);
        return TypedResults.Ok(new DuplicateList([.. found.Select(each => new DuplicateDocument(
            each.Number, each.Kind, each.Subject, each.Status, each.FiledAt, each.Likeness.Percent, each.Likeness.TextPercent, each.Likeness.IsOnePerson, each.Likeness.Reasons))]));
    }
}
