using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>A file that came with a message.</summary>
public sealed class MailFile
{
    private readonly MimePart _part;

    internal MailFile(string name, string contentType, MimePart part) => (Name, ContentType, _part) = (name, contentType, part);

    public string Name { get; }
    public string ContentType { get; }

    /// <summary>Decoded anew with each asking: nothing large is kept.</summary>
    public byte[] Content() => _part.Content();
}

/// <summary>A message as the desk reads it.</summary>
public sealed record ReadMail
{
    public const int SubjectLimit = 500;

    public required MailNature Nature { get; init; }

    /// <summary>Null where nobody says that it is theirs.</summary>
    public required Addressee? From { get; init; }

    /// <summary>All that it was sent to, also by the way it came.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>In one line.</summary>
    public required string Subject { get; init; }

    /// <summary>What the person wrote, without what their program quoted and without their signature.</summary>
    public required string NewText { get; init; }
    public required string WholeText { get; init; }
    public required IReadOnlyList<MailFile> Files { get; init; }
    public required string? MessageId { get; init; }

    /// <summary>The messages before it, the nearest first.</summary>
    public required IReadOnlyList<string> Before { get; init; }
    public required DeliveryReport? Report { get; init; }

    /// <summary>One and the same message has one and the same, whatever way it took: sixty-four hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Of any bytes: it throws nothing.</summary>
    public static ReadMail Of(ReadOnlyMemory<byte> raw)
    {
        var message = MimeReader.Read(raw);
        var content = MailBody.Of(message);
        var from = Addressee.Of(message.Headers.First("From")) ?? Addressee.Of(message.Headers.First("Sender"));
        var subject = Texts.Cut(MailText.Line(message.Headers.Text("Subject") ?? ""), SubjectLimit);
        return new ReadMail
        {
            Nature = MailNatures.Of(message, from?.Address, subject),
            From = from,
            To = [.. ((string[])["Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc"]).SelectMany(message.Headers.Each).SelectMany(Addressee.Read).Select(to => to.Address).Distinct(StringComparer.OrdinalIgnoreCase).Take(MimeLimits.Addresses)],
            Subject = subject,
            NewText = QuotedHistory.NewOf(content.Text),
            WholeText = content.Text,
            Files = content.Files,
            MessageId = MessageIds.Of(message.Headers.First("Message-ID")),
            Before = [.. MessageIds.Read(message.Headers.First("In-Reply-To")).Concat(MessageIds.Read(message.Headers.First("References")).Reverse()).Distinct()],
            Report = DeliveryReport.Of(message),
            Fingerprint = FingerprintOf(message),
        };
    }

    /// <summary>By what the sender made; what the way adds above it, and line ends, make no other message of it.</summary>
    private static string FingerprintOf(MimePart message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])["Message-ID", "Date", "From", "Subject"])
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{MailText.Line(message.Headers.First(name) ?? "")}\n")));
        for (var left = message.Body.Span.TrimEnd("\r\n \t"u8); left.Length > 0;)
        {
            var end = left.IndexOf((byte)'\r');
            hash.AppendData(end < 0 ? left : left[..end]);
            left = end < 0 ? [] : left[(end + 1)..];
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
