using System.Text;
using PqrsDesk.Testing;

namespace PqrsDesk.Features.Mailing;

/// <summary>Ordinary messages; a test says only what it is about.</summary>
internal static class Mails
{
    public static byte[] Plain(string subject = "Cobro doble", string text = "Me cobraron dos veces.", string from = "Rosa Cortés <rosa@example.org>", string to = "pqrs@entidad.example", string? id = null, string extra = "") =>
        Encoding.UTF8.GetBytes($"From: {from}\r\nTo: {to}\r\nSubject: {subject}\r\nDate: Tue, 03 Mar 2026 09:15:00 -0500\r\nMessage-ID: <{id ?? $"{Guid.NewGuid():N}@example.org"}>\r\n{extra}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");

    public static byte[] WithFiles(int count, string text = "Adjunto.", int bytes = 3)
    {
        var message = new StringBuilder($"From: rosa@example.org\r\nSubject: Con archivos\r\nMessage-ID: <{Guid.NewGuid():N}@example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");
        for (var file = 1; file <= count; file++)
            message.Append("--b\r\nContent-Type: application/pdf; name=\"factura-").Append(file).Append(".pdf\"\r\n\r\n").Append('x', bytes).Append("\r\n");
        return Encoding.UTF8.GetBytes(message.Append("--b--\r\n").ToString());
    }

    public static byte[] Bounce(string of, string action = "failed") => Encoding.UTF8.GetBytes($"""
        From: MAILER-DAEMON@mx.example
        To: pqrs@entidad.example
        Subject: Undelivered Mail
        Message-ID: <{Guid.NewGuid():N}@mx.example>
        Content-Type: multipart/report; report-type=delivery-status; boundary=B

        --B

        It could not be delivered.
        --B
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; maria@example.org
        Action: {action}
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such user

        --B
        Content-Type: text/rfc822-headers

        Message-ID: <{of}>

        --B--
        """.ReplaceLineEndings("\r\n"));

    /// <summary>Settings with which letters are written down to be sent; nobody is at that port.</summary>
    public static (string Name, string? Value)[] Sending { get; } =
        [("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Port", "1"), ("Mail:Smtp:Tls", "None"), ("Mail:Smtp:From", "pqrs@entidad.example"), ("Mail:Smtp:FromName", "Entidad"), ("Mail:ReplyTo", "pqrs+{token}@entidad.example")];

    /// <summary>The same with others over them.</summary>
    public static (string Name, string? Value)[] But(this IEnumerable<(string Name, string? Value)> settings, params (string Name, string? Value)[] others) =>
        [.. settings.Concat(others).GroupBy(setting => setting.Name).Select(setting => setting.Last())];

    public static Task<TakenMail> TakeAsync(this AnyDesk desk, byte[] message) => desk.Get<TakeMail>().RunAsync(message, new MailWay("pqrs"), CancellationToken.None);
}
