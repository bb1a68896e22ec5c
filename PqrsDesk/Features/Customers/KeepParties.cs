using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>What came of keeping somebody.</summary>
/// <param name="Id">Of the row, where it was kept.</param>
public sealed record PartyOutcome(int? Id, Refusal? Refusal)
{
    public static implicit operator PartyOutcome(Refusal refusal) => new(null, refusal);
}

/// <summary>Makes and changes people and organisations. Agents keep people; organisations are for leads.</summary>
public sealed class KeepParties(DeskWriter writer, TimeProvider clock)
{
    private const int Tries = 3;

    public static bool MayKeep(PartyKind kind, Actor by) => by.Is(kind == PartyKind.Person ? Role.Agent : Role.Lead);

    /// <param name="id">Null: somebody new.</param>
    /// <param name="seen">The version that whoever writes had before their eyes.</param>
    /// <param name="request">What a program calls its request by; what it made is kept with it.</param>
    public async Task<PartyOutcome> SaveAsync(PartyKind kind, int? id, int? seen, PartyDetails details, Actor by, CancellationToken cancel, Func<int, SentRequest>? request = null)
    {
        if (!MayKeep(kind, by)) return (Refusal)RefusalCode.RoleTooLow;
        if (details.Refuse() is { } wrong) return wrong;
        var tidy = details.Tidy();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await writer.RunAsync(db => SaveAsync(db, kind, id, seen, tidy, by, request, cancel), cancel, outcome => outcome.Refusal is null);
            }
            catch (DbUpdateException lost) when (attempt < Tries)
            {
                // Somebody was quicker, with a change or with the same name: the next round sees what they did.
                _ = lost;
            }
        }
    }

    /// <summary>Writes a note. Whoever reads the page may.</summary>
    public async Task<Refusal?> NoteAsync(PartyKind kind, int id, string? text, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Agent)) return RefusalCode.RoleTooLow;
        if (string.IsNullOrWhiteSpace(text)) return new(RefusalCode.TextMissing, "Note");
        if (text.Trim().Length > PartyNote.TextLimit) return new(RefusalCode.TextTooLong, "Note", PartyNote.TextLimit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return await writer.RunAsync<Refusal?>(async db =>
        {
            if (await PartyRows.FindAsync(db, kind, id, cancel) is null) return RefusalCode.PartyNotFound;
            db.PartyNotes.Add(new PartyNote
            {
                ContactId = kind == PartyKind.Person ? id : null,
                CustomerId = kind == PartyKind.Organisation ? id : null,
                Text = text.Trim().ReplaceLineEndings("\n"),
                At = clock.GetUtcNow(),
                ByStaffId = by.StaffId,
                ByName = by.Name,
            });
            return null;
        }, cancel, refusal => refusal is null);
    }

    private async Task<PartyOutcome> SaveAsync(DeskDb db, PartyKind kind, int? id, int? seen, PartyDetails details, Actor by, Func<int, SentRequest>? request, CancellationToken cancel)
    {
        var known = id is { } number ? await PartyRows.FindAsync(db, kind, number, cancel) : null;
        if (id is not null && known is null) return (Refusal)RefusalCode.PartyNotFound;
        if (known is not null && seen is { } version && known.Version != version) return new Refusal(RefusalCode.PartyChanged, null, known.ChangedBy ?? Actor.Desk.Name);
        if (await RefuseAsync(db, kind, known, details, cancel) is { } refusal) return refusal;
        var party = Write(db, kind, known, details, by.Name);
        await db.SaveChangesAsync(cancel);
        await FindPairs.AgainAsync(db, party, cancel);
        if (request is not null) db.SentRequests.Add(request(party.Id));
        return new PartyOutcome(party.Id, null);
    }

    private Party Write(DeskDb db, PartyKind kind, Party? known, PartyDetails details, string by)
    {
        var now = clock.GetUtcNow();
        switch (known)
        {
            case Contact contact: contact.Change(details, by, now); return contact;
            case Customer customer: customer.Change(details, by, now); return customer;
            default:
                Party fresh = kind == PartyKind.Person ? Contact.Of(details, by, now) : Customer.Of(details, by, now);
                db.Add(fresh);
                return fresh;
        }
    }

    /// <summary>Who has the same already. What was so before is not held against whoever changes something else.</summary>
    private static async Task<Refusal?> RefuseAsync(DeskDb db, PartyKind kind, Party? known, PartyDetails details, CancellationToken cancel)
    {
        var own = known?.Id ?? 0;
        var (key, external, sorted) = (DocumentKey.Of(details.Document), details.ExternalId, Ticket.Fold(details.Name!));
        if (kind == PartyKind.Person && details.CustomerId is { } customer && !await db.Customers.AnyAsync(each => each.Id == customer, cancel))
            return new(RefusalCode.CustomerUnknown, nameof(PartyDetails.CustomerId));
        if (kind == PartyKind.Organisation && await db.Customers.Where(each => each.SortName == sorted && each.Id != own).Select(each => each.Name).FirstOrDefaultAsync(cancel) is { } same)
            return new(RefusalCode.NameTaken, nameof(PartyDetails.Name), same);
        if (key.Length > 0 && key != known?.DocumentKey && await PartyRows.NameAsync(db, kind, own, key, null, cancel) is { } theirs)
            return new(RefusalCode.DocumentTaken, nameof(PartyDetails.Document), theirs);
        return external is not null && external != known?.ExternalId && await PartyRows.NameAsync(db, kind, own, null, external, cancel) is { } other
            ? new Refusal(RefusalCode.ExternalIdTaken, nameof(PartyDetails.ExternalId), other)
            : null;
    }
}
