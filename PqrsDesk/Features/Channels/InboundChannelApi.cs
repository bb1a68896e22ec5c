using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Channels;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Channels;

/// <summary>What became of a message.</summary>
/// <param name="Number">The case that it began or belongs to.</param>
/// <param name="TrackingCode">By which the petitioner follows the case; only where it was filed.</param>
public sealed record TakenMessageDocument(MessageFate Fate, string Number, string? TrackingCode);

/// <summary><c>POST /api/v1/channels/{name}/inbound</c>: any other channel, by whoever has its secret.</summary>
internal static class InboundChannelApi
{
    private const int BodyLimit = 256 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapInboundChannel(this IEndpointRouteBuilder routes) =>
        routes.MapPost(DeskUrls.ApiInboundChannel, TakeAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
            .Accepts<InboundMessage>("application/json")
            .WithName("TakeChannelMessage")
            .WithSummary("Takes a message of a channel in: the first of a conversation is filed, the others are added to its case. The same message again changes nothing.")
            .WithDescription("Signed instead of a key: X-Desk-Timestamp is the time in seconds since 1970, not further than five minutes from the desk's clock, and X-Desk-Signature is sha256= and the hexadecimal HMAC-SHA256, with the secret of the channel, over the timestamp, a dot and the body as it is sent.")
            .Produces<TakenMessageDocument>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> TakeAsync(
        string name, HttpRequest request, ChannelList channels, TakeMessage take, TimeProvider clock,
        IStringLocalizer<ChannelsTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var channel = channels.Find(name);

        // One answer for a channel that there is not, another secret, and a time that is past: nobody learns which.
        if (!MessageSignature.Fits(channel, request, bytes.Span, clock.GetUtcNow())) return Results.Problem(texts["Signature"], statusCode: StatusCodes.Status401Unauthorized);
        if (Read(bytes.Span) is not { } message) return Results.Problem(texts["Unreadable"], statusCode: StatusCodes.Status400BadRequest);
        if (Errors(message, texts) is { Count: > 0 } errors) return TypedResults.ValidationProblem(errors, texts["Refused"]);
        if (message.Refuse() is { } unfit) return refusals.Problem(unfit);
        var taken = await take.RunAsync(channel!, message, cancel);
        return taken.Refusal is { } refusal ? refusals.Problem(refusal) : TypedResults.Ok(new TakenMessageDocument(taken.Fate, taken.Number!, taken.Code?.ToString()));
    }

    private static InboundMessage? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<InboundMessage>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string[]> Errors(InboundMessage message, IStringLocalizer<ChannelsTexts> texts)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (field, id) in new[] { ("conversation", message.Conversation), ("message", message.Message) })
            if (string.IsNullOrWhiteSpace(id) || id.Length > Conversation.IdLimit || id.Any(char.IsControl)) errors[field] = [texts["Id", Conversation.IdLimit]];
        return errors;
    }
}
