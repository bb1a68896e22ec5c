using System.Net.Mail;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>How a connection to a mail server is kept from others' eyes.</summary>
public enum MailTls
{
    /// <summary>From the first byte: ports 993 and 465.</summary>
    Implicit = 1,

    /// <summary>Asked for in the clear, and insisted on: ports 143 and 587.</summary>
    StartTls = 2,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None = 3,
}

/// <summary>A mail server and how to be let in.</summary>
/// <param name="Certificate">A PEM file with the authorities, or the one certificate, that are trusted here instead of the machine's.</param>
public sealed record MailServer(string Host, int Port, MailTls Tls, string? User, string? Password, string? Certificate);

/// <summary>A mailbox that is read.</summary>
/// <param name="Name">What people call it, and what its state is kept under.</param>
/// <param name="MoveTo">A folder that messages are moved to once they are taken; null: they are marked as seen, and stay.</param>
/// <param name="Area">The area that its filings go to; null: the desk's first.</param>
public sealed record InboxSettings(string Name, MailServer Server, string Folder, string? MoveTo, string? Area, TimeSpan Every);

/// <summary>The section <c>Mail</c> of the settings, checked once at start.</summary>
public sealed record MailSettings
{
    private const int MiB = 1024 * 1024;

    public required IReadOnlyList<InboxSettings> Inboxes { get; init; }

    /// <summary>Null: nothing is sent, and nothing is written down to be sent.</summary>
    public required MailServer? Smtp { get; init; }

    /// <summary>Who the desk's mail is from; its domain is that of the desk's message identities.</summary>
    public required MailAddress? From { get; init; }

    /// <summary>Where answers go, with <c>{token}</c> in the place of what says which case it is: <c>pqrs+{token}@entidad.gov.co</c>. Null: to From, and the subject says it.</summary>
    public required string? ReplyTo { get; init; }

    /// <summary>Of the letters: es or en.</summary>
    public required string Language { get; init; }

    /// <summary>Bytes of one message that is read at most. A larger one stays in its mailbox and is listed for a person.</summary>
    public required int MessageLimit { get; init; }

    /// <summary>Bytes of files that one letter carries at most.</summary>
    public required long FilesLimit { get; init; }

    /// <summary>For so many days after it was closed a case is opened again by an answer to its mail; later a person decides.</summary>
    public required int ReopenDays { get; init; }

    /// <summary>So many messages of one address are filed, and answered, within an hour; what comes beyond waits for a person.</summary>
    public required int MostAnHour { get; init; }

    /// <summary>As what a message is filed until somebody classifies it.</summary>
    public required TicketKind Kind { get; init; }

    /// <summary>The addresses by which the desk is written to and writes: what comes from them is its own.</summary>
    private IEnumerable<string> OwnAddresses => Inboxes.Select(inbox => inbox.Server.User).Append(From?.Address).Append(ReplyTo).OfType<string>().Where(address => address.Contains('@'));

    /// <summary>Whether the desk itself is written to, or writes, by that address; whatever stands after a plus sign in it.</summary>
    public bool IsOwn(string address) => OwnAddresses.Select(Plain).Contains(Plain(address), StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SettingException">A setting is not usable; the message is one sentence that names it.</exception>
    public static MailSettings Read(IConfiguration settings)
    {
        var mail = settings.GetSection("Mail");
        var smtp = mail.GetSection("Smtp");
        var from = smtp["From"];
        var server = string.IsNullOrWhiteSpace(smtp["Host"]) ? null : ServerOf(smtp, MailTls.StartTls, 587, 465, 25);
        if (server is not null && !MailAddress.TryCreate(from, smtp["FromName"], out _)) throw new SettingException($"Mail:Smtp:From is \"{from}\"; it must be the address that the desk writes from.");
        var reply = NullIfBlank(mail["ReplyTo"]);
        if (reply is not null && !MailAddress.TryCreate(reply.Replace("{token}", "c1", StringComparison.Ordinal), out _)) throw new SettingException($"Mail:ReplyTo is \"{reply}\"; it must be an address such as pqrs+{{token}}@example.org.");
        var language = mail["Language"] ?? "es";
        if (language is not ("es" or "en")) throw new SettingException($"Mail:Language is \"{language}\"; it must be es or en.");
        return new MailSettings
        {
            Inboxes = [.. mail.GetSection("Inboxes").GetChildren().Where(inbox => !string.IsNullOrWhiteSpace(inbox["Host"])).Select(InboxOf)],
            Smtp = server,
            From = server is null ? null : new MailAddress(from!, smtp["FromName"]),
            ReplyTo = reply,
            Language = language,
            MessageLimit = Number(mail, "MessageLimitMiB", 50, 1, 500) * MiB,
            FilesLimit = Number(mail, "FilesLimitMiB", 15, 0, 500) * (long)MiB,
            ReopenDays = Number(mail, "ReopenDays", 30, 0, 3_650),
            MostAnHour = Number(mail, "MostAnHour", 20, 1, 100_000),
            Kind = mail["Kind"] is not { Length: > 0 } kind ? TicketKind.Petition
                : Enum.TryParse<TicketKind>(kind, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named
                : throw new SettingException($"Mail:Kind is \"{kind}\"; it must be one of {string.Join(", ", Enum.GetNames<TicketKind>())}."),
        };
    }

    private static string Plain(string address)
    {
        var (at, plus) = (address.LastIndexOf('@'), address.IndexOf('+'));
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }

    private static InboxSettings InboxOf(IConfigurationSection inbox)
    {
        var server = ServerOf(inbox, MailTls.Implicit, 143, 993, 143);
        if (string.IsNullOrWhiteSpace(server.User)) throw new SettingException($"{inbox.Path}:User is empty: a mailbox has an owner.");
        return new(inbox["Name"] ?? server.User, server, NullIfBlank(inbox["Folder"]) ?? "INBOX", NullIfBlank(inbox["MoveTo"]), NullIfBlank(inbox["Area"]),
            TimeSpan.FromSeconds(Number(inbox, "Seconds", 60, 1, 86_400)));
    }

    private static MailServer ServerOf(IConfigurationSection section, MailTls usual, int startTlsPort, int implicitPort, int plainPort)
    {
        var named = section["Tls"];
        var tls = usual;
        if (!string.IsNullOrWhiteSpace(named) && (!Enum.TryParse(named, ignoreCase: true, out tls) || !Enum.IsDefined(tls)))
            throw new SettingException($"{section.Path}:Tls is \"{named}\"; it must be Implicit, StartTls or None.");
        var port = Number(section, "Port", tls switch { MailTls.Implicit => implicitPort, MailTls.StartTls => startTlsPort, _ => plainPort }, 1, 65_535);
        return new(section["Host"]!.Trim(), port, tls, NullIfBlank(section["User"]), NullIfBlank(section["Password"]), NullIfBlank(section["Certificate"]));
    }

    private static int Number(IConfigurationSection section, string name, int usual, int least, int most) =>
        string.IsNullOrWhiteSpace(section[name]) ? usual
        : int.TryParse(section[name], System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new SettingException($"{section.Path}:{name} is \"{section[name]}\"; it must be a number from {least} to {most}.");

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
