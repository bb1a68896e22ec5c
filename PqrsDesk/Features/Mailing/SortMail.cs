using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Mailing;

/// <summary>What came of sorting: the case, or why there is none.</summary>
public sealed record SortOutcome(string? Number, Refusal? Refusal)
{
    public static implicit operator SortOutcome(Refusal refusal) => new(null, refusal);
}

/// <summary>A person decides about a message that nobody could place: a case of its own, part of another, or nothing for the desk.</summary>
public sealed class SortMail(FileMail file, AddMail add, ClassificationShelf classification, DeskWriter writer, LogTurn turn, IDbContextFactory<DeskDb> desk, FileStore store, TimeProvider clock)
{
    /// <param name="seen">Where the message stood before the person's eyes.</param>
    public async Task<SortOutcome> FileAsync(long id, MailFate seen, MailForm form, Actor by, CancellationToken cancel)
    {
        if (await FindAsync(id, seen, cancel) is not { } kept) return new Refusal(RefusalCode.ChangedMeanwhile);
        if (FilingCheck.Unlisted(form.Topic, form.Product, await classification.BookAsync()) is { } unlisted) return unlisted;
        try
        {
            var outcome = await file.RunAsync(kept.Mail, kept.Original, form.ToFiling(), by, (db, ticket) => ClaimAsync(db, id, seen, MailFate.Filed, ticket.Id, by, null, cancel), cancel);
            return new(outcome.Receipt?.Number, outcome.Refusal);
        }
        catch (MailSortedException)
        {
            return new Refusal(RefusalCode.ChangedMeanwhile);
        }
    }

    /// <inheritdoc cref="FileAsync"/>
    public async Task<SortOutcome> AddAsync(long id, MailFate seen, string? number, Actor by, CancellationToken cancel)
    {
        if (await FindAsync(id, seen, cancel) is not { } kept) return new Refusal(RefusalCode.ChangedMeanwhile);
        var radicado = number?.Trim() ?? "";
        var said = Actor.Petitioner(MailWords.NameOf(kept.Mail) is { Length: > 0 } name ? name : by.Name);
        try
        {
            var decision = await add.RunAsync(radicado, kept.Mail, kept.Original, said, anyway: true, async (db, ticket) =>
            {
                // As a filing does it: the turn before the message. The other way round the two could wait for each other.
                await turn.TakeAsync(db, cancel);
                await ClaimAsync(db, id, seen, MailFate.Added, ticket.Id, by, null, cancel);
            }, cancel);
            return decision is Decision.Refused refused ? refused.Refusal : new SortOutcome(radicado, null);
        }
        catch (MailSortedException)
        {
            return new Refusal(RefusalCode.ChangedMeanwhile);
        }
    }

    /// <inheritdoc cref="FileAsync"/>
    public async Task<SortOutcome> DiscardAsync(long id, MailFate seen, string? reason, Actor by, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal(RefusalCode.ReasonMissing, "Reason");
        if (reason.Length > ReceivedMail.NoteLimit) return new Refusal(RefusalCode.TextTooLong, "Reason", ReceivedMail.NoteLimit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            await writer.RunAsync(async db =>
            {
                await ClaimAsync(db, id, seen, MailFate.Discarded, null, by, reason.Trim(), cancel);
                return true;
            }, cancel);
            return new SortOutcome(null, null);
        }
        catch (MailSortedException)
        {
            return new Refusal(RefusalCode.ChangedMeanwhile);
        }
    }

    /// <summary>Of two who sort the same message at once, one gets it; what was ignored or discarded may still be taken up by who sees it there.</summary>
    private async Task ClaimAsync(DeskDb db, long id, MailFate seen, MailFate fate, long? ticketId, Actor by, string? note, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var claimed = await db.ReceivedMails
            .Where(mail => mail.Id == id && mail.Fate == seen && mail.Fate != MailFate.Filed && mail.Fate != MailFate.Added && mail.Fate != fate)
            .ExecuteUpdateAsync(set => set
                .SetProperty(mail => mail.Fate, fate)
                .SetProperty(mail => mail.TicketId, mail => ticketId ?? mail.TicketId)
                .SetProperty(mail => mail.SortedBy, by.Name)
                .SetProperty(mail => mail.SortedAt, now)
                .SetProperty(mail => mail.Note, note), cancel);
        if (claimed == 0) throw new MailSortedException();
    }

    private async Task<KeptMail?> FindAsync(long id, MailFate seen, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var fileId = await db.ReceivedMails.Where(mail => mail.Id == id && mail.Fate == seen && mail.Fate != MailFate.Filed && mail.Fate != MailFate.Added).Select(mail => (Guid?)mail.FileId).SingleOrDefaultAsync(cancel);
        return fileId is { } its && store.Find(its) is { } path ? new KeptMail(ReadMail.Of(await File.ReadAllBytesAsync(path, cancel)), path) : null;
    }

    private sealed record KeptMail(ReadMail Mail, string Path)
    {
        public FileStream Original() => File.OpenRead(Path);
    }
}

/// <summary>What a person writes down to file a message.</summary>
public sealed class MailForm
{
    public TicketKind? Kind { get; set; }
    public int AreaId { get; set; }

    /// <summary>A person chose it, and no suggestion changes it.</summary>
    public bool AreaChosen { get; set; }
    public string Topic { get; set; } = "";
    public string Product { get; set; } = "";
    public string Subject { get; set; } = "";
    public string Description { get; set; } = "";
    public bool Anonymous { get; set; }
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";

    internal MailFiling ToFiling() => new(
        Kind ?? default, new AreaChoice.Numbered(AreaId), Subject, Description,
        Anonymous ? new PetitionerDetails { Anonymous = true } : new PetitionerDetails { Name = Name, Email = Email },
        FilledBy.Copyist)
    {
        Topic = Topic,
        Product = Product,
    };
}
