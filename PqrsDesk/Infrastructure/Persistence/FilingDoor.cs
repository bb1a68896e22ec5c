using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What the petitioner is told at once.</summary>
/// <param name="AnswerBy">The last day of the legal term; null when there is none, or when it is counted in hours.</param>
/// <param name="AnswerDueAt">The instant at which a legal term in clock hours ends.</param>
/// <param name="EffectiveOn">The date that legal terms count from, where it is not the filing's own.</param>
public sealed record Receipt(
    long TicketId, string Number, DateTimeOffset FiledAt, Priority Priority, DateTimeOffset? NextDueAt, DateOnly? AnswerBy,
    DateTimeOffset? AnswerDueAt = null, DateOnly? EffectiveOn = null);

/// <summary>A receipt, or why there is none.</summary>
public sealed record FilingOutcome(Receipt? Receipt, Refusal? Refusal)
{
    public static implicit operator FilingOutcome(Refusal refusal) => new(null, refusal);

    public static implicit operator FilingOutcome(Receipt receipt) => new(receipt, null);
}

/// <summary>The one door by which tickets come in, whatever the channel: number, ticket, deadlines, event and files in one transaction.</summary>
public sealed class FilingDoor(DeskWriter writer, SlaShelf shelf, FilingNumbers numbers, TimeProvider clock)
{
    /// <param name="files">Already on disk; the caller removes them again when it is refused.</param>
    public async Task<FilingOutcome> FileAsync(Filing filing, PetitionerDetails petitioner, Actor by, IReadOnlyList<StoredFile> files, CancellationToken cancel)
    {
        if (petitioner.Refuse() is { } nobody) return nobody;
        if (filing.Refuse() is { } refusal) return refusal;
        return await writer.RunAsync(db => FileAsync(db, filing, petitioner.Tidy(), by, files, cancel), cancel, outcome => outcome.Receipt is not null);
    }

    private async Task<FilingOutcome> FileAsync(DeskDb db, Filing filing, PetitionerDetails details, Actor by, IReadOnlyList<StoredFile> files, CancellationToken cancel)
    {
        if (await db.Areas.SingleOrDefaultAsync(a => a.Id == filing.AreaId && a.Active, cancel) is not { } area)
            return new Refusal(RefusalCode.AreaUnknown, nameof(Filing.AreaId));
        var contact = details.Anonymous ? null : await ContactAsync(db, details, cancel);
        filing = filing with { PetitionerId = contact?.Id, PetitionerName = details.Name, CustomerId = filing.CustomerId ?? contact?.CustomerId };
        var customer = filing.CustomerId is { } id ? await db.Customers.SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
        if (filing.CustomerId is not null && customer is null) return new Refusal(RefusalCode.CustomerUnknown, nameof(Filing.CustomerId));
        var book = await shelf.BookAsync();
        if (filing.Regime is { } regime && !book.Law.Offers(regime)) return new Refusal(RefusalCode.RegimeUnknown, nameof(Filing.Regime), regime);
        if (book.Choose(PolicyFacts.Of(filing, customer?.ServiceLevel)) is not { } terms) return new Refusal(RefusalCode.NoPolicyApplies);

        // The number's lock is held from here to the commit: nothing slow may come between. The instant is read under
        // it, so that numbers and instants run alike; over New Year the number's year has the say.
        var before = Moment.Of(clock.GetUtcNow(), book.Zone, by);
        var number = await numbers.NextAsync(db, before.On, cancel);
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, by);
        if (now.On.Year != before.On.Year) now = before;
        var ticket = Ticket.File(number, filing, area, terms, book, now);
        foreach (var file in files)
            if (ticket.Attach(file.Id, file.Name, file.Bytes, book, now) is Decision.Refused refused) return refused.Refusal;
        db.Tickets.Add(ticket);
        await db.SaveChangesAsync(cancel);
        foreach (var file in files) file.TicketId = ticket.Id;
        db.Files.AddRange(files);
        var legal = ticket.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
        return new Receipt(ticket.Id, ticket.Number, ticket.FiledAt, ticket.Priority, ticket.NextDueAt, legal?.LastDay,
            legal is { LastDay: null } ? legal.DueAt : null, ticket.EffectiveFiledOn == ticket.FiledOn ? null : ticket.EffectiveFiledOn);
    }

    private static async Task<Contact> ContactAsync(DeskDb db, PetitionerDetails details, CancellationToken cancel)
    {
        if (await KnownAsync(db, details, cancel) is { } known) return known;
        if (db is PostgresDeskDb && (details.Document ?? details.Email) is { } identity)
        {
            // Somebody new who files twice at once is still one person: the second filing waits here, and finds them.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({identity}, 0))", cancel);
            if (await KnownAsync(db, details, cancel) is { } meanwhile) return meanwhile;
        }

        var contact = new Contact { Name = details.Name!, Document = details.Document, Email = details.Email, Telephone = details.Telephone };
        db.Contacts.Add(contact);
        await db.SaveChangesAsync(cancel);
        return contact;
    }

    /// <summary>The contact with the same document, or else, without one, the same address.</summary>
    private static async Task<Contact?> KnownAsync(DeskDb db, PetitionerDetails details, CancellationToken cancel) => details switch
    {
        { Document: { } document } => await db.Contacts.FirstOrDefaultAsync(c => c.Document == document, cancel),
        { Email: { } email } => await db.Contacts.FirstOrDefaultAsync(c => c.Email == email, cancel),
        _ => null,
    };
}
