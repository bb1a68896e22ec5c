using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>What a file is called that comes with a message.</summary>
internal static class FileNames
{
    /// <summary>Room for a number behind the name.</summary>
    private const int Limit = Ticket.FileNameLimit - 10;

    private static readonly Dictionary<string, string> Endings = new()
    {
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        ["image/gif"] = ".gif",
        ["image/webp"] = ".webp",
        ["application/pdf"] = ".pdf",
        ["application/zip"] = ".zip",
        ["application/ms-tnef"] = ".dat",
        ["application/pkcs7-signature"] = ".p7s",
        ["application/pgp-signature"] = ".asc",
        ["message/rfc822"] = ".eml",
        ["message/delivery-status"] = ".txt",
        ["text/plain"] = ".txt",
        ["text/html"] = ".html",
        ["text/csv"] = ".csv",
        ["text/calendar"] = ".ics",
        ["text/vcard"] = ".vcf",
        ["text/x-vcard"] = ".vcf",
    };

    /// <param name="sent">As the sender calls it, perhaps with a path of their machine.</param>
    public static string Of(string? sent, string contentType, int number)
    {
        var name = MailText.Line((sent ?? "").Replace('\\', '/'));
        name = MailText.Line(string.Concat(name[(name.LastIndexOf('/') + 1)..].Where(letter => letter is not ('"' or '<' or '>' or '|' or '*' or '?' or ':'))));
        if (name.Trim('.', ' ').Length == 0)
            return contentType == "application/ms-tnef" ? "winmail.dat" : string.Create(CultureInfo.InvariantCulture, $"adjunto-{number}{Endings.GetValueOrDefault(contentType, ".bin")}");
        if (name.Length <= Limit) return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } few ? few : "";
        return Texts.Cut(name, Limit - ending.Length) + ending;
    }
}
