using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PqrsDesk.Infrastructure.Channels.Meta;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Health;

/// <summary>Whether mail comes and goes, and messages into conversations go. Without it the desk still serves: it is degraded, and ready.</summary>
public sealed class MailCheck(IDbContextFactory<DeskDb> desk, MailSettings settings, MetaHook meta) : IHealthCheck
{
    /// <summary>Once may be the network; from then on somebody has to look.</summary>
    private const int Failures = 3;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default)
    {
        if (settings.Inboxes.Count == 0 && settings.Smtp is null && meta.Settings is null) return HealthCheckResult.Healthy("No mail is set up.");
        await using var db = await desk.CreateDbContextAsync(cancel);
        var named = settings.Inboxes.Select(inbox => inbox.Name).ToList();
        var unread = await db.Mailboxes.CountAsync(mailbox => mailbox.Failures >= Failures && named.Contains(mailbox.Name), cancel);
        var (letters, messages) = (settings.Smtp is not null, meta.Settings is not null);
        var stuck = await db.OutgoingMails.CountAsync(mail => (mail.Carrier == Carrier.Mail ? letters : messages) && mail.NextAttemptAt != null && mail.Attempts >= Failures, cancel);
        return unread + stuck == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{unread} of {named.Count} mailboxes cannot be read; {stuck} messages cannot be sent yet.");
    }
}
