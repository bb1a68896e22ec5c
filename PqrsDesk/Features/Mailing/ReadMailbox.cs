using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Imap;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>Takes what is new in a mailbox. A message is marked, or moved, only when it is on disk here and its row is committed.</summary>
public sealed class ReadMailbox(TakeMail take, MailSettings settings, DeskWriter writer, TimeProvider clock)
{
    /// <summary>Messages of one round: the connection is not held for longer than that takes.</summary>
    private const int Most = 200;

    /// <summary>Of one that is too large.</summary>
    private const int Beginning = 256 * 1024;

    /// <returns>How many were taken that had not been before.</returns>
    public async Task<int> RunAsync(InboxSettings inbox, CancellationToken cancel)
    {
        try
        {
            var taken = await TakeAsync(inbox, cancel);
            await RecordAsync(inbox, null, cancel);
            return taken;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            await RecordAsync(inbox, Texts.Cut(MailText.Line(wrong.Message), Mailbox.ErrorLimit), cancel);
            throw;
        }
    }

    private async Task<int> TakeAsync(InboxSettings inbox, CancellationToken cancel)
    {
        await using var session = await ImapSession.OpenAsync(inbox.Server, settings.MessageLimit, cancel);
        if (inbox.MoveTo is { } made) await session.MakeAsync(made, cancel);
        await session.SelectAsync(inbox.Folder, cancel);

        // Where they are moved away all that is left is new, whoever has looked at it meanwhile.
        var taken = 0;
        foreach (var uid in (await session.SearchAsync(inbox.MoveTo is null ? "UNSEEN UNDELETED" : "UNDELETED UNFLAGGED", cancel)).Take(Most))
        {
            if (await session.SizeAsync(uid, cancel) is not { } size) continue;
            var tooLarge = size > settings.MessageLimit;
            if (await session.FetchAsync(uid, tooLarge ? Beginning : null, cancel) is not { Length: > 0 } raw)
            {
                await session.MarkAsync(uid, @"\Seen", cancel);
                continue;
            }

            if (!(await take.RunAsync(raw, new(inbox.Name, inbox.Area), cancel, beginning: tooLarge)).Again) taken++;
            if (tooLarge) await session.MarkAsync(uid, @"\Seen \Flagged", cancel);
            else if (inbox.MoveTo is { } folder) await session.MoveAsync(uid, folder, cancel);
            else await session.MarkAsync(uid, @"\Seen", cancel);
        }

        return taken;
    }

    private Task<bool> RecordAsync(InboxSettings inbox, string? error, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return writer.RunAsync(async db =>
        {
            var mailbox = await db.Mailboxes.SingleOrDefaultAsync(row => row.Name == inbox.Name, cancel) ?? db.Mailboxes.Add(new Mailbox { Name = inbox.Name }).Entity;
            if (error is null) (mailbox.ReadAt, mailbox.Failures, mailbox.Error) = (now, 0, null);
            else (mailbox.Failures, mailbox.Error) = (mailbox.Failures + 1, error);
            return true;
        }, cancel);
    }
}

/// <summary>Looks into each mailbox as often as its setting says, on the node that is on duty; after a fault later and later, up to a quarter of an hour.</summary>
public sealed class MailboxRounds(ReadMailbox read, MailSettings settings, IDuty duty, TimeProvider clock, ILogger<MailboxRounds> log) : DutyRounds(duty, clock, log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private readonly Dictionary<string, (DateTimeOffset Next, int Failures)> _rounds = [];

    protected override TimeSpan Every => TimeSpan.FromSeconds(1);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) =>
        Task.WhenAll(settings.Inboxes.Where(inbox => _rounds.GetValueOrDefault(inbox.Name).Next <= asOf).ToList().Select(inbox => ReadAsync(inbox, asOf, stop)));

    private async Task ReadAsync(InboxSettings inbox, DateTimeOffset asOf, CancellationToken stop)
    {
        var failures = 0;
        try
        {
            await read.RunAsync(inbox, stop);
        }
        catch (Exception wrong) when (!stop.IsCancellationRequested)
        {
            lock (_rounds) failures = _rounds.GetValueOrDefault(inbox.Name).Failures + 1;
            log.LogWarning("The mailbox {Name} cannot be read: {Reason}", inbox.Name, wrong.Message);
        }

        var pause = failures == 0 ? inbox.Every : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 15 * Math.Pow(2, Math.Min(failures, 10))));
        lock (_rounds) _rounds[inbox.Name] = (asOf + pause, failures);
    }
}
