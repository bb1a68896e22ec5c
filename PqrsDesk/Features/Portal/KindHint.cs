using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>What the script shows beside the kinds.</summary>
/// <param name="Kind">The one to choose, by the name that the form sends.</param>
internal sealed record HintDocument(string Kind, string Said, string Choose);

/// <summary>Most citizens mistake queja for reclamo: what they write may say it better. A hint, never a correction: they have the say.</summary>
internal static class KindHint
{
    /// <returns>Null when nothing says otherwise.</returns>
    public static Suggestion<TicketKind>? Of(ClassificationBook book, string kind, string subject, string description)
    {
        if (book.Rules.Count == 0 || subject.Length > Filing.SubjectLimit * 2 || description.Length > Filing.DescriptionLimit) return null;
        return book.Suggest(subject, description).Kind is { } suggested && suggested.Value.ToString() != kind ? suggested : null;
    }

    /// <summary>Without the names of the rules, which are the house's own.</summary>
    public static string Say(Suggestion<TicketKind> hint, IStringLocalizer<PortalTexts> texts, IStringLocalizer<UiTexts> words) => texts[
        "Hint",
        string.Join(", ", hint.Why.SelectMany(reason => reason.Words).Distinct(StringComparer.CurrentCultureIgnoreCase).Select(word => words["Suggestion.Quote", word].Value)),
        words.Word(hint.Value)];

    public static void MapKindHint(this IEndpointRouteBuilder routes) =>
        routes.MapPost(DeskUrls.PublicHint, AnswerAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(PortalLimits.Hints).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpRequest request, ClassificationShelf classification, IStringLocalizer<PortalTexts> texts, IStringLocalizer<UiTexts> words)
    {
        if (!request.HasFormContentType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = PublicForm.Read(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        return Of(await classification.BookAsync(), form.Kind, form.Subject, form.Description) is { } hint
            ? Results.Json(new HintDocument(hint.Value.ToString(), Say(hint, texts, words), texts["Hint.Choose", words.Word(hint.Value)]))
            : Results.NoContent();
    }
}
