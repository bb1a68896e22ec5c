using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary><c>/api/v1/channels/meta</c>: the webhook in the format of Meta, for Messenger, Instagram and WhatsApp.</summary>
internal static class MetaApi
{
    /// <summary>Meta says that a batch has at most 1,000 updates, and WhatsApp that a body has at most 3 MB.</summary>
    private const int BodyLimit = 4 * 1024 * 1024;
    private const string SignatureHeader = "X-Hub-Signature-256";
    private const string Prefix = "sha256=";

    public static void MapMeta(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskUrls.ApiMetaChannel, Verify).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(DeskUrls.ApiMetaChannel, TakeAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(BodyLimit)).ExcludeFromDescription();
    }

    /// <summary>Meta asks whether the address is the house's, before it sends anything there.</summary>
    private static IResult Verify(HttpRequest request, MetaHook hook, IStringLocalizer<ChannelsTexts> texts)
    {
        if (hook.Settings is not { } settings) return NotSet(texts);
        var (mode, token, challenge) = (request.Query["hub.mode"].ToString(), request.Query["hub.verify_token"].ToString(), request.Query["hub.challenge"].ToString());
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), settings.VerifyToken) & mode == "subscribe"
            ? Results.Text(challenge)
            : Results.Problem(texts["Meta.VerifyToken"], statusCode: StatusCodes.Status403Forbidden);
    }

    /// <summary>200 when all that the desk has a use for is on disk; else Meta brings it again, for days.</summary>
    private static async Task<IResult> TakeAsync(HttpRequest request, MetaHook hook, TakeMetaNews take, IStringLocalizer<ChannelsTexts> texts, CancellationToken cancel)
    {
        if (hook.Settings is not { } settings) return NotSet(texts);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (!Fits(settings, request.Headers[SignatureHeader].ToString(), bytes.Span)) return Results.Problem(texts["Meta.Signature"], statusCode: StatusCodes.Status401Unauthorized);
        return await take.RunAsync(MetaReader.Read(bytes.Span), cancel) ? Results.Text("EVENT_RECEIVED") : Results.Problem(texts["Meta.NotTaken"], statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static bool Fits(MetaSettings settings, string signature, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(settings.AppSecret, body))), Encoding.UTF8.GetBytes(signature));

    private static IResult NotSet(IStringLocalizer<ChannelsTexts> texts) => Results.Problem(texts["Meta.NotSet"], statusCode: StatusCodes.Status404NotFound);
}
