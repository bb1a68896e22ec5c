using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>
/// Takes one message in, whatever way it came. It is added to the case that it answers, or filed as a new one, or ignored
/// because a program sent it, or kept for somebody to look at: when this returns it is on disk and stands in a list, once.
/// </summary>
public sealed class TakeMail(
    FindCase find, FileMail file, AddMail add, MarkBounce bounce, DeskWriter writer, IDbContextFactory<DeskDb> desk, FileStore store, MailSettings settings, TimeProvider clock, ILogger<TakeMail> log)
{
    /// <param name="raw">Not empty.</param>
    /// <param name="beginning">Only the first bytes of a message that is too large to be read, and stays where it is.</param>
    public async Task<TakenMail> RunAsync(ReadOnlyMemory<byte> raw, MailWay way, CancellationToken cancel, bool beginning = false)
    {
        var mail = ReadMail.Of(raw);
        if (await KnownAsync(mail, cancel) is { } known) return known;
        var arrived = new ArrivedMail(mail, await KeepAsync(raw, cancel), way, clock.GetUtcNow());
        try
        {
            return beginning ? await WaitAsync(arrived, MailReason.TooLarge, null, null, cancel) : await SortAsync(arrived, raw, cancel);
        }
        catch (Exception wrong) when (DeskWriter.MayTryAgain(wrong) && wrong is not OperationCanceledException)
        {
            if (await KnownAsync(mail, cancel) is { } meanwhile)
            {
                // This node or another took the same message at the same time.
                store.Remove(arrived.Raw);
                return meanwhile;
            }

            log.LogError(wrong, "A message from {Via} could not be taken; it waits for somebody to look at it.", way.Name);
            return await WaitAsync(arrived, MailReason.Failed, null, null, cancel);
        }
    }

    private async Task<TakenMail> SortAsync(ArrivedMail arrived, ReadOnlyMemory<byte> raw, CancellationToken cancel)
    {
        var mail = arrived.Mail;
        if (await IsOwnAsync(mail, cancel)) return await KeepAsync(arrived.Row(MailFate.Ignored, MailReason.Loop), cancel);
        if (mail.Nature == MailNature.Bounce) return await bounce.RunAsync(arrived, cancel);
        var found = await find.RunAsync(mail, cancel);
        if (mail.Nature == MailNature.Automatic) return await KeepAsync(arrived.Row(MailFate.Ignored, MailReason.Automatic, null, found?.Id), cancel);
        if (mail.From is null) return await WaitAsync(arrived, MailReason.NoSender, null, found?.Id, cancel);
        if (mail.WholeText.Length == 0 && mail.Files.Count == 0 && mail.Subject.Length == 0) return await WaitAsync(arrived, MailReason.NoText, null, found?.Id, cancel);
        if (found is not null) return await AddAsync(arrived, raw, found, cancel);
        return await IsTooMuchAsync(arrived, cancel) ? await WaitAsync(arrived, MailReason.TooMany, null, null, cancel) : await FileAsync(arrived, raw, cancel);
    }

    private async Task<TakenMail> FileAsync(ArrivedMail arrived, ReadOnlyMemory<byte> raw, CancellationToken cancel)
    {
        var mail = arrived.Mail;
        var outcome = await file.RunAsync(mail, () => Original(raw), MailFiling.Of(mail, settings, arrived.Way.Area), Actor.Petitioner(MailWords.NameOf(mail)), (db, ticket) =>
        {
            db.ReceivedMails.Add(arrived.Row(MailFate.Filed, ticketId: ticket.Id));
            return Task.CompletedTask;
        }, cancel);
        return outcome.Receipt is { } receipt ? new(MailFate.Filed, null, receipt.Number) : await WaitAsync(arrived, MailReason.Refused, MailReasons.Kept(outcome.Refusal!), null, cancel);
    }

    private async Task<TakenMail> AddAsync(ArrivedMail arrived, ReadOnlyMemory<byte> raw, FoundCase found, CancellationToken cancel)
    {
        var decision = await add.RunAsync(found.Number, arrived.Mail, () => Original(raw), Actor.Petitioner(MailWords.NameOf(arrived.Mail)), anyway: false, (db, ticket) =>
        {
            db.ReceivedMails.Add(arrived.Row(MailFate.Added, ticketId: ticket.Id));
            return Task.CompletedTask;
        }, cancel);
        return decision switch
        {
            Decision.Done => new(MailFate.Added, null, found.Number),
            Decision.Refused { Refusal.Code: RefusalCode.TicketClosed } => await WaitAsync(arrived, MailReason.CaseOver, found.Number, found.Id, cancel),
            Decision.Refused refused => await WaitAsync(arrived, MailReason.Refused, MailReasons.Kept(refused.Refusal), found.Id, cancel),
            _ => throw new InvalidOperationException($"Nobody had seen the case, and it was {decision}."),
        };
    }

    private Task<TakenMail> WaitAsync(ArrivedMail arrived, MailReason reason, string? detail, long? ticketId, CancellationToken cancel) =>
        KeepAsync(arrived.Row(MailFate.Waiting, reason, detail, ticketId), cancel);

    private async Task<TakenMail> KeepAsync(ReceivedMail row, CancellationToken cancel)
    {
        await writer.RunAsync(db => Task.FromResult(db.ReceivedMails.Add(row)), cancel);
        return new(row.Fate, row.Reason, null);
    }

    private async Task<StoredFile> KeepAsync(ReadOnlyMemory<byte> raw, CancellationToken cancel)
    {
        await using var content = Original(raw);
        var outcome = await store.StoreWholeAsync("mensaje.eml", "message/rfc822", content, cancel);
        return outcome.File ?? throw new MailNotKeptException(outcome.Refusal!);
    }

    private async Task<TakenMail?> KnownAsync(ReadMail mail, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.ReceivedMails.Where(row => row.Fingerprint == mail.Fingerprint)
            .Select(row => new TakenMail(row.Fate, row.Reason, db.Tickets.Where(ticket => ticket.Id == row.TicketId).Select(ticket => ticket.Number).FirstOrDefault(), true))
            .SingleOrDefaultAsync(cancel);
    }

    private async Task<bool> IsOwnAsync(ReadMail mail, CancellationToken cancel)
    {
        if (mail.From is { } from && settings.IsOwn(from.Address)) return true;
        if (mail.MessageId is not { } id) return false;
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.OutgoingMails.AnyAsync(sent => sent.MessageId == id, cancel);
    }

    /// <summary>Two machines that each file what the other answers would go on for ever.</summary>
    private async Task<bool> IsTooMuchAsync(ArrivedMail arrived, CancellationToken cancel)
    {
        var (from, since) = (arrived.Mail.From!.Address, arrived.At.AddHours(-1));
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.ReceivedMails.CountAsync(row => row.FromAddress == from && row.ReceivedAt > since && row.Fate == MailFate.Filed, cancel) >= settings.MostAnHour;
    }

    private static MemoryStream Original(ReadOnlyMemory<byte> raw) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(raw, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(raw.ToArray(), writable: false);
}
