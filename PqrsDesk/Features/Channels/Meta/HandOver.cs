using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PqrsDesk.Infrastructure.Channels.Meta;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Gives one message to the Graph API, in the shape of its network, and says what the network calls it.</summary>
public sealed class HandOver(Graph graph)
{
    /// <exception cref="GraphException">It was refused, or nobody answered.</exception>
    public async Task<string> TextAsync(MetaProduct product, string account, string person, string text, CancellationToken cancel) => IdOf(product, await graph.MessageAsync(account, product == MetaProduct.WhatsApp
        ? WhatsApp(person, "text", new JsonObject { ["preview_url"] = false, ["body"] = text })
        : new JsonObject { ["recipient"] = new JsonObject { ["id"] = person }, ["messaging_type"] = "RESPONSE", ["message"] = new JsonObject { ["text"] = text } }, cancel));

    /// <exception cref="GraphException">It was refused, or nobody answered.</exception>
    internal async Task<string> FileAsync(MetaProduct product, string account, string person, ComposedFile file, CancellationToken cancel)
    {
        if (product != MetaProduct.WhatsApp) return IdOf(product, await AttachAsync(account, person, file, cancel));

        // First the file, then the message that names it.
        var uploaded = await UploadAsync(account, file, cancel);
        var media = new JsonObject { ["id"] = uploaded };
        if (file.Kind == "document") media["filename"] = file.Name;
        return IdOf(product, await graph.MessageAsync(account, WhatsApp(person, file.Kind, media), cancel));
    }

    private static JsonObject WhatsApp(string person, string type, JsonObject content) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["recipient_type"] = "individual",

        // Who goes by a name is written to by what the network calls them towards this house.
        [person.All(char.IsAsciiDigit) ? "to" : "recipient"] = person,
        ["type"] = type,
        [type] = content,
    };

    private async Task<JsonElement> AttachAsync(string account, string person, ComposedFile file, CancellationToken cancel)
    {
        var attachment = new JsonObject { ["type"] = file.Kind, ["payload"] = new JsonObject { ["is_reusable"] = false } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(new JsonObject { ["id"] = person }.ToJsonString()), "recipient" },
            { new StringContent("RESPONSE"), "messaging_type" },
            { new StringContent(new JsonObject { ["attachment"] = attachment }.ToJsonString()), "message" },
        };
        await using var bytes = Add(form, "filedata", file);
        return await graph.FormAsync(account, "messages", form, cancel);
    }

    private async Task<string> UploadAsync(string account, ComposedFile file, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" }, { new StringContent(file.ContentType), "type" } };
        await using var bytes = Add(form, "file", file);
        return Text(await graph.FormAsync(account, "media", form, cancel), "id") ?? throw new GraphException("The file was taken without a name.", GraphTrouble.Busy);
    }

    private static FileStream Add(MultipartFormDataContent form, string field, ComposedFile file)
    {
        var bytes = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        form.Add(new StreamContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(file.ContentType) } }, field, file.Name);
        return bytes;
    }

    private static string IdOf(MetaProduct product, JsonElement answer)
    {
        var id = product != MetaProduct.WhatsApp ? Text(answer, "message_id")
            : ((JsonElement?)answer).List("messages").Select(message => message.Word("id", 1_000)).FirstOrDefault();
        return id is null ? throw new GraphException("The message was taken without a name.", GraphTrouble.Refused) : MetaNames.Id(id);
    }

    private static string? Text(JsonElement answer, string name) => ((JsonElement?)answer).Word(name, 1_000);
}
