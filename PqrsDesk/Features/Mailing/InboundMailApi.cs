using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Mailing;

/// <summary><c>POST /api/v1/mail/inbound</c>: a gateway that receives mail for the desk hands it over as it came.</summary>
internal static class InboundMailApi
{
    private const string MessageType = "message/rfc822";

    public static void MapInboundMail(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapPost(DeskUrls.ApiInboundMail, TakeAsync), "TakeMail", "Takes a mail message in: files it, adds it to its case, or keeps it for a person to look at. The same message again changes nothing.")
            .DisableAntiforgery()
            .Accepts<byte[]>(MessageType)
            .Produces<TakenMailDocument>()
            .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status507InsufficientStorage);

    private static async Task<IResult> TakeAsync(HttpContext http, TakeMail take, MailSettings settings, IStringLocalizer<MailingTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        if (!IsMessage(http.Request.ContentType)) return Results.Problem(texts["Api.MediaType"], statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (http.Request.ContentLength > settings.MessageLimit) return TooLarge(settings, texts);

        // The server's own limit is smaller than mail is.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = settings.MessageLimit + 1L;
        using var message = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(message, cancel);
        }
        catch (BadHttpRequestException wrong) when (wrong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(settings, texts);
        }

        if (message.Length > settings.MessageLimit) return TooLarge(settings, texts);
        if (message.Length == 0) return Results.Problem(texts["Api.Empty"], statusCode: StatusCodes.Status400BadRequest);
        try
        {
            var taken = await take.RunAsync(message.GetBuffer().AsMemory(0, (int)message.Length), new(http.User.Identity?.Name ?? "api"), cancel);
            return TypedResults.Ok(new TakenMailDocument(taken.Fate, taken.Reason, taken.Number, taken.Again));
        }
        catch (MailNotKeptException full)
        {
            return refusals.Problem(full.Refusal);
        }
    }

    private static bool IsMessage(string? contentType)
    {
        try
        {
            return contentType is not null && new ContentType(contentType).MediaType.Equals(MessageType, StringComparison.OrdinalIgnoreCase);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IResult TooLarge(MailSettings settings, IStringLocalizer<MailingTexts> texts) =>
        Results.Problem(texts["Api.TooLarge", settings.MessageLimit / 1024 / 1024], statusCode: StatusCodes.Status413PayloadTooLarge);
}

/// <summary>What became of a message.</summary>
/// <param name="Number">The case that it was filed as or added to.</param>
/// <param name="Again">It had been taken before, and nothing was done.</param>
public sealed record TakenMailDocument(MailFate Fate, MailReason? Reason, string? Number, bool Again);
