using System.Globalization;
using PqrsDesk.Testing;

namespace PqrsDesk.Features.Mailing;

/// <summary>A desk whose mail goes to a peer, and what came there.</summary>
internal static class Posting
{
    public static Task<int> SendAsync(TestDesk desk) => desk.Get<SendMails>().RunAsync(desk.Clock.Now, CancellationToken.None);

    public static (string, string?)[] To(SmtpPeer smtp) => To(smtp.Port);

    public static (string, string?)[] To(int port) => Mails.Sending.But(("Mail:Smtp:Port", port.ToString(CultureInfo.InvariantCulture)));

    public static async Task<TakenLetter> LetterAsync(SmtpPeer smtp, int number)
    {
        await Eventually.TrueAsync(() => smtp.Taken.Count >= number, "the letter was taken");
        return smtp.Taken.ElementAt(number - 1);
    }
}
