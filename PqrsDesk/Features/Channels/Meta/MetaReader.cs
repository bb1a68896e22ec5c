using System.Text;
using System.Text.Json;
using PqrsDesk.Infrastructure.Channels.Meta;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Reads the body of a webhook. Whatever it is, nothing is thrown: what the desk has no use for is left out.</summary>
public static class MetaReader
{
    public static IReadOnlyList<MetaNews> Read(ReadOnlySpan<byte> body)
    {
        try
        {
            // Bytes that are no text become marks: the message around them is still one.
            using var read = JsonDocument.Parse(Encoding.UTF8.GetString(body));
            return [.. Objects(read.RootElement).SelectMany(Of)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>One, or, as some pages of its description have it, a list.</summary>
    private static IEnumerable<JsonElement?> Objects(JsonElement root) => root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Select(each => (JsonElement?)each) : [root];

    private static IEnumerable<MetaNews> Of(JsonElement? whole) => whole.Word("object") switch
    {
        "page" => whole.List("entry").SelectMany(entry => MessengerReader.Of(MetaProduct.Messenger, entry)),
        "instagram" => whole.List("entry").SelectMany(entry => MessengerReader.Of(MetaProduct.Instagram, entry)),
        "whatsapp_business_account" => whole.List("entry").SelectMany(WhatsAppReader.Of),
        _ => [],
    };
}
