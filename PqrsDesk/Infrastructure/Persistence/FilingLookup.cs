using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What a group of filings has to be held against, each asked for once.</summary>
internal sealed class FilingLookup
{
    private readonly IReadOnlyList<Area> _areas;
    private readonly ContactBook _contacts;
    private readonly Dictionary<int, Customer> _customers;

    private FilingLookup(IReadOnlyList<Area> areas, ContactBook contacts, Dictionary<int, Customer> customers) =>
        (_areas, _contacts, _customers) = (areas, contacts, customers);

    public static async Task<FilingLookup> ReadAsync(DeskDb db, IReadOnlyList<FilingRequest> group, CancellationToken cancel)
    {
        var areas = await db.Areas.AsNoTracking().Where(area => area.Active).OrderBy(area => area.Id).ToListAsync(cancel);
        var contacts = await ContactBook.FindAsync(db, group.Select(request => request.Petitioner), cancel);
        var ids = group.Select(request => CustomerOf(request, contacts.Known(request.Petitioner))).OfType<int>().Distinct().ToList();
        var customers = ids.Count == 0 ? [] : await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, cancel);
        return new(areas, contacts, customers);
    }

    /// <summary>Decides for one filing, as if it stood alone: one that is refused costs no number and leaves nobody behind.</summary>
    public (AcceptedFiling? Accepted, Refusal? Refusal) Decide(FilingRequest request, SlaBook book, Moment now)
    {
        if (AreaOf(request.Area) is not { } area) return (null, new(RefusalCode.AreaUnknown, nameof(Filing.AreaId)));
        var customerId = CustomerOf(request, _contacts.Known(request.Petitioner));
        var customer = customerId is { } id ? _customers.GetValueOrDefault(id) : null;
        if (customerId is not null && customer is null) return (null, new(RefusalCode.CustomerUnknown, nameof(Filing.CustomerId)));
        if (request.Filing.Regime is { } regime && !book.Law.Offers(regime)) return (null, new(RefusalCode.RegimeUnknown, nameof(Filing.Regime), regime));
        var filing = request.Filing with { AreaId = area.Id, PetitionerName = request.Petitioner.Name, CustomerId = customerId };
        if (book.Choose(PolicyFacts.Of(filing, customer?.ServiceLevel)) is not { } terms) return (null, new(RefusalCode.NoPolicyApplies));
        var accepted = new AcceptedFiling(request, filing, area, customer, terms);
        return accepted.RefuseFiles(book, now) is { } refusal ? (null, refusal) : (accepted with { Petitioner = _contacts.Of(request.Petitioner) }, null);
    }

    /// <summary>Those who filed for the first time have numbers from then on.</summary>
    public Task AddContactsAsync(DeskDb db, CancellationToken cancel) => _contacts.AddAsync(db, cancel);

    private static int? CustomerOf(FilingRequest request, Contact? contact) => request.Filing.CustomerId ?? contact?.CustomerId;

    private Area? AreaOf(AreaChoice choice) => choice switch
    {
        AreaChoice.Numbered numbered => _areas.FirstOrDefault(area => area.Id == numbered.Id),
        AreaChoice.Named named => _areas.FirstOrDefault(area => area.Name == named.Name),
        AreaChoice.First => _areas is [var first, ..] ? first : null,
        _ => throw new UnreachableException($"No area is found by {choice.GetType().Name}."),
    };
}

/// <summary>A filing that will have a number.</summary>
internal sealed record AcceptedFiling(FilingRequest Request, Filing Filing, Area Area, Customer? Customer, SlaTerms Terms)
{
    /// <summary>Null: anonymous.</summary>
    public Contact? Petitioner { get; init; }

    public FiledTicket? Filed { get; private set; }

    /// <summary>Asked of a ticket that is thrown away, for the ticket has the say, and the number is not taken yet.</summary>
    public Refusal? RefuseFiles(SlaBook book, Moment now) => Request.Files.Count == 0 ? null : Attach(Ticket.File("", Filing, Area, Terms, book, now), book, now);

    public void File(string number, SlaBook book, Moment now)
    {
        now = now with { By = Request.By };
        var ticket = Ticket.File(number, Filing with { PetitionerId = Petitioner?.Id }, Area, Terms, book, now);
        if (Attach(ticket, book, now) is { } refusal) throw new InvalidOperationException($"The files of {number} were refused too late: {refusal.Code}.");
        Filed = new FiledTicket(ticket, Area, Petitioner, Customer);
    }

    private Refusal? Attach(Ticket ticket, SlaBook book, Moment now)
    {
        foreach (var file in Request.Files)
            if (ticket.Attach(file.Id, file.Name, file.Bytes, book, now) is Decision.Refused refused) return refused.Refusal;
        return null;
    }
}
