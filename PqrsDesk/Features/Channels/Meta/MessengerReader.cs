using System.Text.Json;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Mail;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>An entry of Messenger or of Instagram: <c>entry[].messaging[]</c>.</summary>
internal static class MessengerReader
{
    public static IEnumerable<MetaNews> Of(MetaProduct product, JsonElement? entry)
    {
        var account = entry.Word("id");
        foreach (var happened in entry.List("messaging"))
            if (Of(product, account, happened) is { } news) yield return news;

        // Instagram without a page brings some as changes of a field.
        foreach (var change in entry.List("changes"))
            if (change.Word("field")?.StartsWith("messag", StringComparison.Ordinal) == true && Of(product, account, change.Part("value")) is { } news) yield return news;
    }

    private static MetaNews? Of(MetaProduct product, string? account, JsonElement? happened)
    {
        var person = happened.Part("sender").Word("id");
        account ??= happened.Part("recipient").Word("id");

        // The house's own messages come back as echoes.
        if (!MetaNews.Are(account, person) || person == account || happened.Part("message").Is("is_echo")) return null;
        var at = happened.Instant("timestamp");
        if (happened.Part("message") is { } message) return Said(product, account!, person!, at, message);
        if (happened.Part("message_edit") is { } edit) return Edited(product, account!, person!, at, edit);
        if (happened.Part("postback") is { } postback) return Pressed(product, account!, person!, at, postback);
        if (happened.Part("reaction") is { } reaction) return Reacted(product, account!, person!, at, reaction);
        if (happened.Part("delivery") is { } delivery) return Progress(product, account!, person!, MailState.Delivered, delivery);
        return happened.Part("read") is { } read ? Progress(product, account!, person!, MailState.Read, read) : null;
    }

    private static MetaNews.Message? Said(MetaProduct product, string account, string person, DateTimeOffset? at, JsonElement? message)
    {
        if (message.Word("mid", 1_000) is not { } id) return null;
        if (message.Is("is_deleted")) return new(product, account, person, $"deleted:{id}") { SentAt = at, Lines = [new("Deleted", "")], Quiet = true };
        var lines = new List<MetaLine>();
        var files = new List<MetaFile>();
        if (message.Part("reply_to").Part("story") is { } story) lines.Add(new("StoryReply", ((JsonElement?)story).Address("url", MediaToFetch.UrlLimit) ?? ""));
        if (message.Words("text") is { } text) lines.Add(new(null, text));
        foreach (var attachment in message.List("attachments")) Attached(attachment, lines, files);
        if (message.Part("referral") is { } referral) lines.Add(new("Referral", ((JsonElement?)referral).Word("source") ?? ""));
        if (message.Is("is_unsupported") || lines.Count == 0) lines.Add(new("Unsupported", ""));
        return new(product, account, person, id) { SentAt = at, Lines = lines, Files = files };
    }

    private static void Attached(JsonElement? attachment, List<MetaLine> lines, List<MetaFile> files)
    {
        if (attachment is not { ValueKind: JsonValueKind.Object }) return;
        var (type, payload) = (attachment.Word("type"), attachment.Part("payload"));
        var (url, title) = (payload.Address("url", MediaToFetch.UrlLimit) ?? attachment.Address("url", MediaToFetch.UrlLimit), payload.Word("title") ?? attachment.Word("title"));
        if (payload.Part("sticker_id") is not null)
        {
            lines.Add(new("Sticker", ""));
            return;
        }

        var what = type switch { "image" => "Image", "video" => "Video", "audio" => "Audio", "file" => "Document", _ => null };
        if (what is not null)
        {
            lines.Add(new(what, title ?? ""));
            if (url is not null) files.Add(new(what, null, url, title, null));
            return;
        }

        lines.Add(type switch
        {
            "location" => new("Location", Joined(payload.Part("coordinates").Word("lat"), payload.Part("coordinates").Word("long"), title)),

            // What others published is theirs: it is named, and not fetched.
            "story_mention" => new("StoryMention", url ?? ""),
            "fallback" or "share" or "template" or "post" or "reel" or "ig_reel" or "ig_post" or "ig_story" => new("Share", Joined(title, url)),
            _ => new("Unsupported", type ?? ""),
        });
    }

    private static MetaNews.Message? Edited(MetaProduct product, string account, string person, DateTimeOffset? at, JsonElement? edit) =>
        edit.Word("mid", 1_000) is { } id && edit.Words("text") is { } text
            ? new(product, account, person, $"edit:{edit.Number("num_edit")}:{id}") { SentAt = at, Lines = [new("Edited", ""), new(null, text)] }
            : null;

    /// <summary>Older ones have no name of their own.</summary>
    private static MetaNews.Message Pressed(MetaProduct product, string account, string person, DateTimeOffset? at, JsonElement? postback) =>
        new(product, account, person, postback.Word("mid", 1_000) ?? FormattableString.Invariant($"postback:{person}:{at?.ToUnixTimeMilliseconds()}:{postback.Word("payload")}"))
        {
            SentAt = at,
            Lines = [new("Button", postback.Word("title") ?? postback.Word("payload") ?? "")],
        };

    private static MetaNews.Message? Reacted(MetaProduct product, string account, string person, DateTimeOffset? at, JsonElement? reaction) =>
        reaction.Word("action") != "unreact" && reaction.Word("mid", 1_000) is { } id
            ? new(product, account, person, FormattableString.Invariant($"reaction:{person}:{at?.ToUnixTimeMilliseconds()}:{id}"))
            {
                SentAt = at,
                Lines = [new("Reaction", reaction.Word("emoji") ?? reaction.Word("reaction") ?? "")],
                Quiet = true,
            }
            : null;

    private static MetaNews.Progress? Progress(MetaProduct product, string account, string person, MailState state, JsonElement? of)
    {
        var ids = of.List("mids").Select(each => each.Word(1_000)).Append(of.Word("mid", 1_000)).OfType<string>().Select(MetaNames.Id).ToList();
        var until = of.Instant("watermark");
        return ids.Count == 0 && until is null ? null : new(product, account, person, state) { Ids = ids, Until = until };
    }

    internal static string Joined(params ReadOnlySpan<string?> parts)
    {
        var given = new List<string>();
        foreach (var part in parts)
            if (!string.IsNullOrEmpty(part)) given.Add(part);
        return string.Join(", ", given);
    }
}
