using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>Reads a person or an organisation from all sides, as the store stands at one instant.</summary>
public sealed class ReadParty(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    private const int ClocksShown = 10;
    private const int PeopleShown = 20;
    private const int NotesShown = 50;
    private const int ConsentsLooked = 40;
    private const int ProductsShown = 12;
    private const int TopicsShown = 10;
    private const int MergesShown = 20;
    private const int Months = 12;

    /// <summary>The windows of the house's reports.</summary>
    private const int ShortDays = 30;
    private const int LongDays = 90;

    /// <returns>Null when there is none, or when they were merged: see <see cref="MergedIntoAsync"/>.</returns>
    public async Task<PartySight?> RunAsync(PartyKind kind, int id, Reader reader, CancellationToken cancel)
    {
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel, fixedNow: false);
        var db = snapshot.Db;
        if (await FindAsync(db, kind, id, cancel) is not { } party) return null;
        var now = clock.GetUtcNow();
        var theirs = ReadFilings.Of(db, kind, id, reader);
        var open = theirs.Where(t => t.Status < TicketStatus.Answered);
        var today = (await shelf.BookAsync()).DateOf(now);
        var contracts = kind == PartyKind.Organisation ? await ContractsAsync(db, id, today, cancel) : [];
        return new PartySight(kind, id, party.Version, party.ChangedAt, party.ChangedBy, MergeParties.Details(party), (party as Contact)?.Customer?.Name)
        {
            Clocks = await ClocksAsync(open, cancel),
            Open = await open.CountAsync(cancel),
            Judgements = await JudgementsAsync(theirs, today, cancel),
            Repeated = await RepeatedAsync(theirs, now, cancel),
            Contracts = contracts,
            Products = await ProductsAsync(db, theirs, contracts, now, cancel),
            Consents = await ConsentsAsync(db, theirs, cancel),
            People = kind == PartyKind.Person ? [] : await db.Contacts.Where(c => c.CustomerId == id && !c.Reserved).OrderByDescending(c => c.Id).Take(PeopleShown)
                .Select(c => new PersonOf(c.Id, c.Name, c.Email, c.Telephone, c.Active)).ToListAsync(cancel),
            PeopleCount = kind == PartyKind.Person ? 0 : await db.Contacts.CountAsync(c => c.CustomerId == id && !c.Reserved, cancel),
            Notes = await NotesAsync(db, kind, id, cancel),
            Merges = await MergesAsync(db, kind, id, party.Version, cancel),
            Pairs = await db.PartyPairs.CountAsync(pair => pair.Kind == kind && pair.ToldApartAt == null && (pair.FirstId == id || pair.SecondId == id), cancel),
        };
    }

    /// <summary>Both of two that are to be merged, as they are now; null: one is gone.</summary>
    public async Task<(Party Stays, Party Goes)?> BothAsync(PartyKind kind, int stays, int goes, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await FindAsync(db, kind, stays, cancel) is { } one && await FindAsync(db, kind, goes, cancel) is { } other ? (one, other) : null;
    }

    /// <returns>As it is now, or the one that it was merged into; null: there is none.</returns>
    public async Task<Party?> OneAsync(PartyKind kind, int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await FindAsync(db, kind, id, cancel) is { } party) return party;
        return await MergeTrace.SurvivorAsync(db, kind, id, cancel) is { } survivor ? await FindAsync(db, kind, survivor, cancel) : null;
    }

    /// <returns>Where somebody is now who was merged; null: nobody of that number was.</returns>
    public async Task<int?> MergedIntoAsync(PartyKind kind, int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await MergeTrace.SurvivorAsync(db, kind, id, cancel);
    }

    private static async Task<Party?> FindAsync(DeskDb db, PartyKind kind, int id, CancellationToken cancel) => kind == PartyKind.Person
        ? await db.Contacts.AsNoTracking().Include(contact => contact.OtherPoints).Include(contact => contact.Customer).SingleOrDefaultAsync(contact => contact.Id == id && !contact.Reserved, cancel)
        : await db.Customers.AsNoTracking().Include(customer => customer.OtherPoints).SingleOrDefaultAsync(customer => customer.Id == id, cancel);

    private static async Task<List<OpenClock>> ClocksAsync(IQueryable<Ticket> open, CancellationToken cancel) =>
        await open.OrderBy(t => t.QueueAt).ThenBy(t => t.Id).Take(ClocksShown)
            .Select(t => new OpenClock(t.Number, t.Subject, t.NextDueKind, t.NextDueAt, t.NextDueAt == null ? DeadlineState.Paused : DeadlineState.Running)).ToListAsync(cancel);

    private static async Task<List<MonthOfJudgements>> JudgementsAsync(IQueryable<Ticket> theirs, DateOnly today, CancellationToken cancel)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var days = await theirs.Where(t => t.Solved != null && t.AnsweredOn >= first).GroupBy(t => new { t.AnsweredOn, t.Solved })
            .Select(day => new { On = day.Key.AnsweredOn!.Value, Solved = day.Key.Solved!.Value, Count = day.Count() }).ToListAsync(cancel);
        if (days.Count == 0) return [];
        return [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(month =>
        {
            var its = days.Where(day => day.On.Year == month.Year && day.On.Month == month.Month).ToList();
            return new MonthOfJudgements(month, its.Sum(day => day.Count), its.Where(day => day.Solved).Sum(day => day.Count));
        })];
    }

    private static async Task<List<RepeatedTopic>> RepeatedAsync(IQueryable<Ticket> theirs, DateTimeOffset now, CancellationToken cancel)
    {
        var (recent, since) = (now.AddDays(-ShortDays), now.AddDays(-LongDays));
        var topics = await theirs.Where(t => t.FiledAt >= since && t.Topic != null).GroupBy(t => t.Topic!)
            .Select(topic => new { Topic = topic.Key, Long = topic.Count(), Short = topic.Sum(t => t.FiledAt >= recent ? 1 : 0), Last = topic.Max(t => t.FiledAt) })
            .Where(topic => topic.Long > 1).OrderByDescending(topic => topic.Long).ThenBy(topic => topic.Topic).Take(TopicsShown).ToListAsync(cancel);
        return topics.ConvertAll(topic => new RepeatedTopic(topic.Topic, topic.Short, topic.Long, topic.Last));
    }

    private static async Task<List<ContractLine>> ContractsAsync(DeskDb db, int id, DateOnly today, CancellationToken cancel)
    {
        var contracts = await db.Contracts.AsNoTracking().Where(contract => contract.CustomerId == id).OrderByDescending(contract => contract.Until).ThenByDescending(contract => contract.Id)
            .Include(contract => contract.Plan).ToListAsync(cancel);
        if (contracts.Count == 0) return [];
        int[] ids = [.. contracts.Select(contract => contract.Id)];
        var products = (await db.ContractProducts.Where(its => EF.Parameter(ids).Contains(its.ContractId))
            .Join(db.Products, its => its.ProductId, product => product.Id, (its, product) => new { its.ContractId, product.Name }).ToListAsync(cancel)).ToLookup(its => its.ContractId, its => its.Name);
        return contracts.ConvertAll(contract => new ContractLine(contract.Id, contract.Number, contract.PhaseOn(today), contract.Plan!.Definition.Name, contract.From, contract.EndsOn, [.. products[contract.Id].Order(StringComparer.CurrentCulture)]));
    }

    /// <summary>What their cases of the last year were about, and what a contract is for though nobody filed about it.</summary>
    private static async Task<List<UsedProduct>> ProductsAsync(DeskDb db, IQueryable<Ticket> theirs, List<ContractLine> contracts, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddYears(-1);
        var used = await theirs.Where(t => t.FiledAt >= since && t.Product != null).GroupBy(t => t.Product!).Select(product => new { Name = product.Key, Count = product.Count() })
            .OrderByDescending(product => product.Count).Take(ProductsShown).ToListAsync(cancel);
        var under = contracts.Where(contract => contract.Phase is ContractPhase.Running or ContractPhase.Terminating).SelectMany(contract => contract.Products).ToHashSet();
        string[] names = [.. used.Select(product => product.Name).Union(under)];
        var known = await db.Products.Where(product => EF.Parameter(names).Contains(product.Name)).Select(product => new { product.Id, product.Name, product.Criticality }).ToDictionaryAsync(product => product.Name, cancel);
        return
        [
            .. from name in names
               let its = known.GetValueOrDefault(name)
               select new UsedProduct(name, its?.Id, its?.Criticality, used.Find(each => each.Name == name)?.Count ?? 0, under.Contains(name)),
        ];
    }

    /// <summary>With the filing that it was given with: it stands in the filing's first event.</summary>
    private static async Task<List<ConsentLine>> ConsentsAsync(DeskDb db, IQueryable<Ticket> theirs, CancellationToken cancel)
    {
        var latest = await theirs.OrderByDescending(t => t.FiledAt).ThenByDescending(t => t.Id).Take(ConsentsLooked).Select(t => new { t.Id, t.Number }).ToDictionaryAsync(t => t.Id, t => t.Number, cancel);
        long[] ids = [.. latest.Keys];
        var first = await db.Events.AsNoTracking().Where(line => EF.Parameter(ids).Contains(line.TicketId) && line.Sequence == 1).ToListAsync(cancel);
        return
        [
            .. from line in first
               let consent = (line.Event as TicketEvent.Filed)?.Filing.Consent
               where consent is not null
               orderby consent.At descending
               select new ConsentLine(latest[line.TicketId], consent.PolicyVersion, consent.At),
        ];
    }

    private static async Task<List<PartyNote>> NotesAsync(DeskDb db, PartyKind kind, int id, CancellationToken cancel) => await (kind == PartyKind.Person
        ? db.PartyNotes.AsNoTracking().Where(note => note.ContactId == id)
        : db.PartyNotes.AsNoTracking().Where(note => note.CustomerId == id)).OrderByDescending(note => note.Id).Take(NotesShown).ToListAsync(cancel);

    private static async Task<List<MergeLine>> MergesAsync(DeskDb db, PartyKind kind, int id, int version, CancellationToken cancel) =>
        (await db.PartyMerges.AsNoTracking().Where(merge => merge.Kind == kind && merge.IntoId == id).OrderByDescending(merge => merge.Id).Take(MergesShown).ToListAsync(cancel))
            .ConvertAll(merge => new MergeLine(
                merge.Id, merge.FromId, merge.FromName, merge.Before, merge.Moved.Tickets.Count, merge.At, merge.ByName, merge.UndoneAt, merge.UndoneBy, merge.UndoneAt is null && merge.IntoVersion == version));
}
