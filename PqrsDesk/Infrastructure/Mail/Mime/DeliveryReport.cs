using System.Text;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>What a mail server says of a message that it could not deliver (RFC 3464).</summary>
/// <param name="MessageId">Of the message it is about; null where it does not say.</param>
/// <param name="Failed">For good; otherwise it is still being tried.</param>
/// <param name="Status">As <c>5.1.1</c>.</param>
/// <param name="Reason">In the words of the server that refused it.</param>
public sealed record DeliveryReport(string? MessageId, bool Failed, string? Recipient, string? Status, string? Reason)
{
    private const int ReasonLimit = 300;
    private const int BodyLimit = 64 * 1024;

    internal static bool IsOne(MimePart message) =>
        message.Type.Value == "multipart/report" && (message.Type.Parameter("report-type") is not { } kind || kind.Equals("delivery-status", StringComparison.OrdinalIgnoreCase))
        && Parts(message).Any(part => IsStatus(part.Type.Value));

    /// <summary>Null when it is none, or only written for people to read.</summary>
    internal static DeliveryReport? Of(MimePart message)
    {
        if (!IsOne(message)) return null;
        var status = Parts(message).First(part => IsStatus(part.Type.Value));
        var (action, recipient, code, reason) = ((string?)null, (string?)null, (string?)null, (string?)null);

        // One block of fields for the message, and one for each recipient.
        ReadOnlyMemory<byte> left = Capped(status.Content());
        for (var block = 0; left.Length > 0 && block < MimeLimits.Parts && action is null; block++)
        {
            (var fields, left) = MailHeaders.Read(left);
            if (fields.Count == 0) break;
            action = fields.First("Action")?.Trim().ToLowerInvariant();
            recipient = After(fields.First("Final-Recipient") ?? fields.First("Original-Recipient"));
            code = fields.First("Status");
            reason = After(fields.First("Diagnostic-Code"));
        }

        return new(OriginalId(message), action == "failed", recipient, Short(code, 20), Short(reason, ReasonLimit));
    }

    private static string? OriginalId(MimePart message)
    {
        var original = Parts(message).FirstOrDefault(part => part.Type.Value is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/rfc822-headers");
        return original is null ? null : MessageIds.Of(MailHeaders.Read(Capped(original.Content())).Headers.First("Message-ID"));
    }

    private static bool IsStatus(string type) => type is "message/delivery-status" or "message/global-delivery-status";

    private static byte[] Capped(byte[] content) => content.Length > BodyLimit ? content[..BodyLimit] : content;

    private static IEnumerable<MimePart> Parts(MimePart message) => message.Parts.SelectMany(part => Parts(part).Prepend(part));

    /// <summary>Of <c>rfc822; rosa@example.org</c> what comes after the kind.</summary>
    private static string? After(string? field) => field is null ? null : field[(field.IndexOf(';') + 1)..].Trim();

    private static string? Short(string? text, int most) => text is null ? null : Texts.Cut(MailText.Line(text), most);
}
