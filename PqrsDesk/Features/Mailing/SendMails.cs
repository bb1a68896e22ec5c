using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Mail.Smtp;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>Hands what stands in the outbox to the mail server, and writes down what came of it.</summary>
/// <remarks>A server that took a message just before the power went is given it once more, under the same identity.</remarks>
public sealed class SendMails(IDbContextFactory<DeskDb> desk, DeskWriter writer, ComposeLetter compose, LetterWriter letters, CaseNews news, MailSettings settings, TimeProvider clock, ILogger<SendMails> log)
{
    private const int Batch = 50;

    /// <summary>Minutes until it is tried again; the last one then holds.</summary>
    private static readonly int[] Pauses = [1, 5, 15, 60];
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(10);

    /// <returns>How many were sent.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        if (settings.Smtp is not { } server) return 0;
        var due = await DueAsync(asOf, cancel);
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
            foreach (var mail in await DueAsync(asOf, cancel)) await PostponeAsync(mail, away.Message, cancel);
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
                    await DelayAsync(mail, cancel);
                    continue;
                }

                var letter = await compose.RunAsync(mail, clock.GetUtcNow(), cancel);
                await session.SendAsync(settings.From!.Address, mail.ToAddress, await letters.WriteAsync(letter, cancel), cancel);
                await RecordAsync(mail, MailState.Sent, null, cancel);
                sent++;
            }
            catch (SmtpRefusedException refused) when (refused.ForGood)
            {
                await RecordAsync(mail, MailState.Rejected, refused.Message, cancel);
            }
            catch (SmtpRefusedException refused)
            {
                await PostponeAsync(mail, refused.Message, cancel);
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or FileNotFoundException or DirectoryNotFoundException)
            {
                log.LogError(wrong, "The letter {Id} could not be put together.", mail.Id);
                await PostponeAsync(mail, wrong.Message, cancel);
            }
        }

        return sent;
    }

    private async Task<List<OutgoingMail>> DueAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.OutgoingMails.AsNoTracking().Where(mail => mail.NextAttemptAt != null && mail.NextAttemptAt <= asOf).OrderBy(mail => mail.NextAttemptAt).ThenBy(mail => mail.Id).Take(Batch).ToListAsync(cancel);
    }

    /// <summary>Nothing is wrong with it, and it was not tried.</summary>
    private Task<int> DelayAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var next = clock.GetUtcNow() + Shortly;
        return writer.RunAsync(db => db.OutgoingMails.Where(row => row.Id == mail.Id && row.State == MailState.Queued).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, next), cancel), cancel);
    }

    private Task<bool> PostponeAsync(OutgoingMail mail, string why, CancellationToken cancel) =>
        RecordAsync(mail, clock.GetUtcNow() - mail.QueuedAt >= Patience ? MailState.GivenUp : MailState.Queued, why, cancel);

    private Task<bool> RecordAsync(OutgoingMail mail, MailState state, string? error, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var next = state == MailState.Queued ? now.AddMinutes(Pauses[Math.Min(mail.Attempts, Pauses.Length - 1)]) : (DateTimeOffset?)null;
        error = error is null ? null : MailText.Cut(MailText.Line(error), OutgoingMail.ErrorLimit);
        return writer.RunAsync(async db =>
        {
            await db.OutgoingMails.Where(row => row.Id == mail.Id && row.State == MailState.Queued).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, state)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.NextAttemptAt, next)
                .SetProperty(row => row.SentAt, state == MailState.Sent ? now : null)
                .SetProperty(row => row.SealedCode, row => state == MailState.Queued ? row.SealedCode : null)
                .SetProperty(row => row.Error, error), cancel);
            await news.TellAsync(db, mail.TicketId, cancel);
            return true;
        }, cancel);
    }
}

/// <summary>Looks into the outbox every few seconds, on the node that is on duty.</summary>
public sealed class MailSending(SendMails send, IDuty duty, TimeProvider clock, ILogger<MailSending> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => send.RunAsync(asOf, stop);
}
