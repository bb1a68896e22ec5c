using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework.Together;

/// <summary>Somebody whose name is completed.</summary>
/// <param name="Handle">What is put into the text.</param>
internal sealed record MentionOffer(string Name, string Handle, string? Area);

/// <param name="Label">What the list of them is called.</param>
internal sealed record MentionOffers(string Label, IReadOnlyList<MentionOffer> People);

/// <summary>Who can be called by name on a case: the browser asks when the first <c>@</c> is typed, and completes by itself from then on (wwwroot/js/mentions.js).</summary>
internal static class MentionsRoute
{
    public static void MapMentions(this IEndpointRouteBuilder routes) =>
        routes.MapGet(DeskUrls.Mentionable, async (string radicado, IDbContextFactory<DeskDb> desk, HttpContext http, IStringLocalizer<TogetherTexts> texts, CancellationToken cancel) =>
        {
            await using var db = await desk.CreateDbContextAsync(cancel);
            if (!http.User.ToReader().AllTickets || !await db.Tickets.AnyAsync(ticket => ticket.Number == radicado, cancel)) return Results.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.Json(new MentionOffers(texts["People"], [.. (await db.MentionBookAsync(cancel)).People.Select(each => new MentionOffer(each.Name, each.Handle, each.Area))]));
        }).RequireAuthorization(AtLeast.Agent).ExcludeFromDescription();
}
