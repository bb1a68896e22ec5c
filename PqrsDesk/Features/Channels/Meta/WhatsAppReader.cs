using System.Text.Json;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Mail;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>An entry of WhatsApp's Cloud API: <c>entry[].changes[].value</c>.</summary>
internal static class WhatsAppReader
{
    /// <summary>E.164.</summary>
    private const int LongestNumber = 15;

    public static IEnumerable<MetaNews> Of(JsonElement? entry)
    {
        foreach (var change in entry.List("changes"))
        {
            var value = change.Part("value");
            if (change.Word("field") != "messages" || value.Part("metadata").Word("phone_number_id") is not { } account) continue;
            var own = Digits(value.Part("metadata").Word("display_phone_number"));
            foreach (var message in value.List("messages"))
                if (!(own.Length > 0 && Digits(message.Word("from")) == own) && Of(account, value, message) is { } news) yield return news;
            foreach (var status in value.List("statuses"))
                if (Progress(account, status) is { } news) yield return news;
        }
    }

    private static MetaNews.Message? Of(string account, JsonElement? value, JsonElement? message)
    {
        // Who goes by a name instead of a number has no number here.
        var number = message.Word("from");
        if ((number ?? message.Word("from_user_id")) is not { } from || !MetaNews.Are(account, from) || message.Word("id", 1_000) is not { } id) return null;
        var type = message.Word("type") ?? TypeOf(message);
        var lines = new List<MetaLine>();
        var files = new List<MetaFile>();
        if (type is "request_welcome" || (type == "reaction" && message.Part("reaction").Word("emoji") is null)) return null;
        if (message.Part("referral") is { } referral) lines.Add(new("Referral", MessengerReader.Joined(((JsonElement?)referral).Word("headline"), ((JsonElement?)referral).Word("source_url"))));
        Said(type, message, lines, files);
        return new(MetaProduct.WhatsApp, account, from, id)
        {
            SentAt = message.Instant("timestamp"),
            Name = NameOf(value, from),
            Telephone = Digits(number) is { Length: > 0 and <= LongestNumber } digits ? "+" + digits : null,
            Lines = lines.Count > 0 ? lines : [new("Unsupported", type ?? "")],
            Files = files,
            Quiet = type is "reaction" or "system" or "revoke",
        };
    }

    private static void Said(string? type, JsonElement? message, List<MetaLine> lines, List<MetaFile> files)
    {
        var part = type is null ? null : message.Part(type);
        switch (type)
        {
            case "text":
                Add(null, part.Words("body"));
                break;
            case "image" or "video" or "audio" or "voice" or "document":
                var what = type switch { "image" => "Image", "video" => "Video", "document" => "Document", _ => "Audio" };
                lines.Add(new(what, part.Word("filename") ?? ""));
                Add(null, part.Words("caption"));
                if (part.Word("id", MediaToFetch.IdLimit) is { } media) files.Add(new(what, media, null, part.Word("filename"), part.Word("mime_type", MediaToFetch.TypeLimit)));
                break;
            case "sticker":
                lines.Add(new("Sticker", part.Word("emoji") ?? ""));
                break;
            case "location":
                lines.Add(new("Location", MessengerReader.Joined(part.Word("latitude"), part.Word("longitude"), part.Word("name"), part.Word("address"))));
                break;
            case "contacts":
                foreach (var contact in message.List("contacts"))
                    lines.Add(new("Contact", MessengerReader.Joined([contact.Part("name").Word("formatted_name"), .. contact.List("phones").Select(phone => phone.Word("phone")), .. contact.List("emails").Select(email => email.Word("email"))])));
                break;
            case "button":
                Add("Button", part.Word("text"));
                break;
            case "interactive":
                var reply = part.Part("button_reply") ?? part.Part("list_reply");
                Add("Button", reply is null ? part.Part("nfm_reply").Word("body") : MessengerReader.Joined(reply.Word("title"), reply.Word("description")));
                Add(null, part.Part("nfm_reply").Words("response_json"));
                break;
            case "reaction":
                Add("Reaction", part.Word("emoji"));
                break;
            case "order":
                Add(null, part.Words("text"));
                lines.Add(new("Order", string.Join("; ", part.List("product_items").Select(item => $"{item.Word("quantity")} × {item.Word("product_retailer_id")}"))));
                break;
            case "system":
                Add("System", part.Word("body"));
                break;
            case "revoke":
                lines.Add(new("Deleted", ""));
                break;
            case "edit":
                lines.Add(new("Edited", ""));
                Add(null, part.Part("message").Part("text").Words("body") ?? part.Part("message").Part("image").Words("caption"));
                break;
            default:
                lines.Add(new("Unsupported", MessengerReader.Joined(message.Part("unsupported").Word("type") ?? (type is "unsupported" or "unknown" ? null : type))));
                break;
        }

        void Add(string? kind, string? text)
        {
            if (text is not null) lines.Add(new(kind, text));
        }
    }

    /// <summary>Older samples leave the type out where the part itself says it.</summary>
    private static string? TypeOf(JsonElement? message) => Array.Find(["text", "location", "contacts", "reaction", "interactive"], name => message.Part(name) is not null);

    private static string? NameOf(JsonElement? value, string from)
    {
        var contacts = value.List("contacts").ToList();
        var own = contacts.Find(contact => contact.Word("wa_id") == from || contact.Word("user_id") == from) ?? (contacts.Count == 1 ? contacts[0] : null);
        return own.Part("profile").Word("name") ?? own.Part("profile").Word("username");
    }

    private static MetaNews.Progress? Progress(string account, JsonElement? status)
    {
        if (status.Word("id", 1_000) is not { } id || (status.Word("recipient_id") ?? status.Word("recipient_user_id")) is not { } person || !MetaNews.Are(account, person)) return null;
        MailState? state = status.Word("status") switch { "delivered" => MailState.Delivered, "read" or "played" => MailState.Read, "failed" => MailState.Bounced, _ => null };
        if (state is not { } come) return null;
        var error = status.List("errors").FirstOrDefault();
        return new(MetaProduct.WhatsApp, account, person, come)
        {
            Ids = [MetaNames.Id(id)],
            Error = come != MailState.Bounced ? null : GraphException.Say(error.Number("code"), error.Part("error_data").Word("details") ?? error.Word("message") ?? error.Word("title")),
            Hindrance = come != MailState.Bounced ? null : GraphException.HindranceOf(GraphException.TroubleOf(error.Number("code"), -1)),
        };
    }

    private static string Digits(string? number) => string.Concat((number ?? "").Where(char.IsAsciiDigit));
}
