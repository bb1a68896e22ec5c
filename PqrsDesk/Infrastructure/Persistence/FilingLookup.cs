using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What a group of filings has to be held against, each asked for once.</summary>
internal sealed class FilingLookup
{
    private readonly RoutingBook _routing;
    private readonly OpenLoads _loads;
    private readonly ContactBook _contacts;
    private readonly Dictionary<int, Customer> _customers;
    private readonly HashSet<int> _branches;
    private readonly Dictionary<string, SentForm> _sent;
    private readonly Dictionary<string, AcceptedFiling> _sentNow = [];

    private FilingLookup(
        RoutingBook routing, OpenLoads loads, ContactBook contacts, Dictionary<int, Customer> customers, HashSet<int> branches, Dictionary<string, SentForm> sent) =>
        (_routing, _loads, _contacts, _customers, _branches, _sent) = (routing, loads, contacts, customers, branches, sent);

    public static async Task<FilingLookup> ReadAsync(DeskDb db, IReadOnlyList<FilingRequest> group, RoutingBook routing, CancellationToken cancel)
    {
        // Locks come in one order in every transaction: forms, people, numbers.
        var sent = await SentBeforeAsync(db, group, cancel);
        var areas = await db.Areas.AsNoTracking().Where(area => area.Active).OrderBy(area => area.Id).ToListAsync(cancel);
        var contacts = await ContactBook.FindAsync(db, group.Select(request => request.Petitioner), cancel);
        var ids = group.Select(request => CustomerOf(request, contacts.Known(request.Petitioner))).OfType<int>().Distinct().ToList();
        var customers = ids.Count == 0 ? [] : await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, cancel);

        // A form that was drawn before two organisations became one names the one that is gone.
        foreach (var gone in ids.Where(id => !customers.ContainsKey(id)))
            if (await MergeTrace.SurvivorAsync(db, PartyKind.Organisation, gone, cancel) is { } survivor && await db.Customers.AsNoTracking().SingleOrDefaultAsync(customer => customer.Id == survivor, cancel) is { } customer)
                customers[gone] = customer;
        var wanted = group.Select(request => request.Filing.BranchId).OfType<int>().Distinct().ToList();
        var branches = wanted.Count == 0 ? [] : await db.Branches.Where(branch => branch.Active && wanted.Contains(branch.Id)).Select(branch => branch.Id).ToListAsync(cancel);
        return new(routing.Among(areas), await OpenLoads.ReadAsync(db, routing, cancel), contacts, customers, [.. branches], sent);
    }

    /// <summary>Decides for one filing, as if it stood alone: one that is refused costs no number and leaves nobody behind.</summary>
    /// <returns>What is to be filed, perhaps by another request with the same form; or what there is to tell.</returns>
    public (AcceptedFiling? Accepted, FilingOutcome? Told) Decide(FilingRequest request, SlaBook book, Moment now)
    {
        if (request.Form is { } form)
        {
            if (_sent.TryGetValue(form.Key, out var earlier)) return (null, FilingOutcome.Earlier(earlier));
            if (_sentNow.TryGetValue(form.Key, out var twin)) return (twin, null);
        }

        var (accepted, refusal) = Weigh(request, book, now);
        if (accepted is not null && request.Form is { } fresh) _sentNow[fresh.Key] = accepted;
        return (accepted, refusal is null ? null : (FilingOutcome)refusal);
    }

    private (AcceptedFiling? Accepted, Refusal? Refusal) Weigh(FilingRequest request, SlaBook book, Moment now)
    {
        if (request.Lacks is { } lacks) return (null, lacks);
        var chosen = ChosenBy(request.Area);
        if (chosen is null && request.Area is not AreaChoice.Routed) return (null, new(RefusalCode.AreaUnknown, nameof(Filing.AreaId)));
        var named = CustomerOf(request, _contacts.Known(request.Petitioner));
        var customer = named is { } id ? _customers.GetValueOrDefault(id) : null;
        var customerId = customer?.Id;
        if (named is not null && customer is null) return (null, new(RefusalCode.CustomerUnknown, nameof(Filing.CustomerId)));
        if (request.Filing.Regime is { } regime && !book.Law.Offers(regime)) return (null, new(RefusalCode.RegimeUnknown, nameof(Filing.Regime), regime));
        if (request.Filing.BranchId is { } branch && !_branches.Contains(branch)) return (null, new(RefusalCode.BranchUnknown, nameof(Filing.BranchId)));
        var reserved = request.Petitioner is { Reserved: true, Anonymous: false };
        var ask = new RoutingAsk(chosen, PriorityGiven: request.Filing.PriorityOverride is not null);
        if (_routing.Route(RoutingFacts.Of(request.Filing with { CustomerId = customerId }, customer?.ServiceLevel), ask, now.At, _loads.Of) is not { } routing)
            return (null, new(RefusalCode.AreaUnknown, nameof(Filing.AreaId)));
        var filing = routing.Of(request.Filing) with
        {
            PetitionerName = reserved ? null : request.Petitioner.Name,
            ReservedIdentity = reserved,
            AnswerTo = reserved || request.Petitioner.Anonymous ? null : request.Filing.AnswerTo,
            CustomerId = customerId,
        };
        if (book.Choose(PolicyFacts.Of(filing, customer?.ServiceLevel, now.On)) is not { } terms) return (null, new(RefusalCode.NoPolicyApplies));
        var accepted = new AcceptedFiling(request, filing, routing, customer, terms);
        if (accepted.RefuseFiles(book, now) is { } refusal) return (null, refusal);
        if (routing.Owner is { } owner) _loads.Add(owner.Id);
        return (accepted with { Petitioner = _contacts.Of(request.Petitioner) }, null);
    }

    /// <summary>Those who filed for the first time have numbers from then on.</summary>
    public Task AddContactsAsync(DeskDb db, CancellationToken cancel) => _contacts.AddAsync(db, cancel);

    private static async Task<Dictionary<string, SentForm>> SentBeforeAsync(DeskDb db, IReadOnlyList<FilingRequest> group, CancellationToken cancel)
    {
        var keys = group.Select(request => request.Form?.Key).OfType<string>().Distinct().ToArray();
        if (keys.Length == 0) return [];

        // The same form on another node waits here until the first is through, and then finds it.
        if (db is PostgresDeskDb)
        {
            await db.Database.ExecuteSqlAsync($"""
                SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(form, 1) AS key FROM unnest({keys}) AS form ORDER BY key) AS sorted
                """, cancel);
        }

        return await db.SentForms.AsNoTracking().Where(form => keys.Contains(form.Key)).ToDictionaryAsync(form => form.Key, cancel);
    }

    private static int? CustomerOf(FilingRequest request, Contact? contact) => request.Filing.CustomerId ?? contact?.CustomerId;

    /// <summary>Null where nobody chose, or what is not there.</summary>
    private int? ChosenBy(AreaChoice choice) => choice switch
    {
        AreaChoice.Numbered numbered => _routing.Parts.Areas.FirstOrDefault(area => area.Id == numbered.Id)?.Id,
        AreaChoice.Named named => _routing.Parts.Areas.FirstOrDefault(area => area.Name == named.Name)?.Id,
        AreaChoice.Routed => null,
        _ => throw new UnreachableException($"No area is found by {choice.GetType().Name}."),
    };
}

/// <summary>A filing that will have a number.</summary>
internal sealed record AcceptedFiling(FilingRequest Request, Filing Filing, RoutingOutcome Routing, Customer? Customer, SlaTerms Terms)
{
    /// <summary>Null: anonymous.</summary>
    public Contact? Petitioner { get; init; }

    public FiledTicket? Filed { get; private set; }

    /// <summary>What will know it again when it is sent twice.</summary>
    public SentForm? Sent { get; private set; }

    /// <summary>Asked of a ticket that is thrown away, for the ticket has the say, and the number is not taken yet.</summary>
    public Refusal? RefuseFiles(SlaBook book, Moment now) => Request.Files.Count == 0 ? null : Attach(Ticket.File("", Filing, Routing.Area, Terms, book, now), book, now);

    public void File(string number, SlaBook book, Moment now)
    {
        now = now with { By = Request.By };
        var ticket = Ticket.File(number, Filing with { PetitionerId = Petitioner?.Id }, Routing.Area, Terms, book, now, Routing.IsPlain ? null : Routing.Trace);
        ticket.FillAsFiled([.. Request.Said.Select(field => field.Change)], book, now);
        if (Attach(ticket, book, now) is { } refusal) throw new InvalidOperationException($"The files of {number} were refused too late: {refusal.Code}.");
        if (Routing.Owner is { } owner && ticket.Hand(owner, Routing, book, now) is Decision.Refused unwanted)
            throw new InvalidOperationException($"{number} could not be given to {owner.Name}: {unwanted.Refusal.Code}.");
        Filed = new FiledTicket(ticket, Routing.Area, Petitioner, Customer, Request.Code ?? throw new InvalidOperationException("A filing has its code before it stands in line."), Routing)
        {
            ContractNumber = Terms.Policy.Definition.ContractNumber,
            Fields = Request.Said.OrderBy(field => field.Change.FieldId).ToDictionary(field => field.Key, field => field.Change.To!),
        };
        Sent = Request.Form?.Sent(Filed);
    }

    /// <summary>Whoever else came with the same form is told of the one that was filed.</summary>
    public FilingOutcome OutcomeFor(FilingRequest request) => ReferenceEquals(request, Request) ? Filed! : FilingOutcome.Earlier(Sent!);

    private Refusal? Attach(Ticket ticket, SlaBook book, Moment now)
    {
        foreach (var file in Request.Files)
            if (ticket.Attach(file.Id, file.Name, file.Bytes, book, now, forPetitioner: true) is Decision.Refused refused) return refused.Refusal;
        return null;
    }
}
