using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Receiving;

/// <summary>What the agent hands over or reads out.</summary>
/// <param name="Form">As it was when it was filed.</param>
public sealed record Constancia(PublicReceipt Receipt, TrackingCode Code, ReceptionForm Form, string ReceivedBy);

/// <param name="Wrong">Everything that is wrong at once; empty when it was filed.</param>
public sealed record SpokenOutcome(Constancia? Constancia, IReadOnlyList<Refusal> Wrong);

/// <summary>Files what somebody said on the telephone or at the counter: once for each form, with the record that the law asks for.</summary>
public sealed class FileSpoken(FilingDoor door, ReadReceipt read, ClassificationShelf classification, FieldShelf fields)
{
    public async Task<SpokenOutcome> RunAsync(ReceptionForm form, Actor by, CancellationToken cancel)
    {
        List<Refusal> wrong = [.. FilingCheck.All(form.ToFiling(), form.ToPetitioner(), await classification.BookAsync(), FilledBy.Counter, 0)];

        var book = await fields.BookAsync();
        var said = form.Kind is { } kind ? book.Sent(kind, form.Topic, form.Product, form.Fields) : [];
        wrong.AddRange(FiledFields.Read(book, form.ToFiling(), said, FilledBy.Counter).Wrong);

        // Without a word said there is no heading to be missed either.
        if (form.Words.Trim().Length == 0) wrong.RemoveAll(refusal => refusal.Code == RefusalCode.SubjectMissing);
        if (!form.Anonymous && form.AnswerAt is { Value.Length: 0 } at) wrong.Add(new(RefusalCode.AnswerAddressMissing, at.Field));
        if (wrong.Count > 0) return new(null, wrong);

        var request = new FilingRequest(form.ToFiling(), new AreaChoice.Numbered(form.AreaId), form.ToPetitioner(), by, [])
        {
            Form = form.Seal,
            FilledBy = FilledBy.Counter,
            Fields = said,
            Along = form.KnownId is null || form.Anonymous ? null : (db, ticket) => CompleteAsync(db, ticket, form.ToPetitioner().Tidy()),
        };
        var outcome = await door.FileAsync(request, cancel);
        if ((outcome.Receipt?.TicketId ?? outcome.EarlierTicketId) is not { } ticketId) return new(null, [outcome.Refusal!]);
        return new(new((await read.RunAsync(ticketId, cancel))!, form.Seal.Code, form, by.Name), []);
    }

    /// <summary>What was not known of somebody is kept. What was known is not written over: whoever calls may be anybody.</summary>
    private static async Task CompleteAsync(DeskDb db, Ticket ticket, PetitionerDetails said)
    {
        if (await db.Contacts.SingleOrDefaultAsync(contact => contact.Id == ticket.PetitionerId) is not { } contact) return;
        contact.Document ??= said.Document;
        contact.Email ??= said.Email;
        contact.Telephone ??= said.Telephone;
        contact.Address ??= said.Address;
    }
}
