using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Smtp;

namespace PqrsDesk.Features.Mailing;

/// <summary>Hands what stands in the outbox to the mail server, and writes down what came of it.</summary>
/// <remarks>A server that took a message just before the power went is given it once more, under the same identity.</remarks>
public sealed class SendMails(DeliveryBook book, ComposeLetter compose, LetterWriter letters, MailSettings settings, TimeProvider clock, ILogger<SendMails> log)
{
    /// <returns>How many were sent.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        if (settings.Smtp is not { } server) return 0;
        var due = await book.LettersAsync(asOf, cancel);
        if (due.Count == 0) return 0;
        try
        {
            await using var session = await SmtpSession.OpenAsync(server, settings.From!.Host, cancel);
            return await SendAsync(session, due, cancel);
        }
        catch (Exception away) when (away is IOException or System.Net.Sockets.SocketException or System.Security.Authentication.AuthenticationException)
        {
            // Nobody is there to be asked, or lets the desk in: that is nothing of one message, and all that were due have waited.
            log.LogWarning("The mail server {Host} cannot be used: {Reason}", server.Host, away.Message);
            foreach (var mail in await book.LettersAsync(asOf, cancel)) await book.PostponeAsync(mail, away.Message, cancel);
            return 0;
        }
    }

    private async Task<int> SendAsync(SmtpSession session, List<OutgoingMail> due, CancellationToken cancel)
    {
        var sent = 0;
        foreach (var mail in due)
        {
            try
            {
                if (await compose.WaitsAsync(mail, clock.GetUtcNow(), cancel))
                {
                    await book.DelayAsync(mail, cancel);
                    continue;
                }

                var letter = await compose.RunAsync(mail, clock.GetUtcNow(), cancel);
                await session.SendAsync(settings.From!.Address, mail.ToAddress, await letters.WriteAsync(letter, cancel), cancel);
                await book.RecordAsync(mail, MailState.Sent, null, cancel);
                sent++;
            }
            catch (SmtpRefusedException refused) when (refused.ForGood)
            {
                await book.RecordAsync(mail, MailState.Rejected, refused.Message, cancel);
            }
            catch (SmtpRefusedException refused)
            {
                await book.PostponeAsync(mail, refused.Message, cancel);
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or FileNotFoundException or DirectoryNotFoundException)
            {
                log.LogError(wrong, "The letter {Id} could not be put together.", mail.Id);
                await book.PostponeAsync(mail, wrong.Message, cancel);
            }
        }

        return sent;
    }
}

/// <summary>Looks into the outbox every few seconds, on the node that is on duty.</summary>
public sealed class MailSending(SendMails send, IDuty duty, TimeProvider clock, ILogger<MailSending> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => send.RunAsync(asOf, stop);
}
