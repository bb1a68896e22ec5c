using Microsoft.EntityFrameworkCore;
using Npgsql;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A verb on a loaded ticket, with the book its clocks are kept by and the moment it happens.</summary>
public delegate Decision TicketVerb(Ticket ticket, SlaBook book, Moment now);

/// <summary>A verb that looks something up first: the member who takes it, the area it goes to.</summary>
public delegate Task<Decision> TicketVerbWithLookup(DeskDb db, Ticket ticket, SlaBook book, Moment now);

/// <summary>A verb on two tickets, both loaded with their whole logs.</summary>
public delegate Task<Decision> TicketPairVerb(DeskDb db, Ticket ticket, Ticket other, SlaBook book, Moment now);

/// <summary>Looks up once, for all of many tickets, what a verb needs, and gives the verb. Begun anew with each try.</summary>
public delegate Task<TicketVerb> TicketVerbForMany(DeskDb db);

/// <summary>A verb that some tickets take part in together; none of them has changed where it is refused.</summary>
/// <returns>What came of each, by its number in the store.</returns>
public delegate Task<Dictionary<long, Decision>> TicketGroupVerb(DeskDb db, IReadOnlyList<Ticket> tickets, SlaBook book, Moment now);

/// <summary>What a first step found for <see cref="TicketDoor.ChangeFoundAsync"/>.</summary>
/// <param name="Refused">Why nothing is to be done; null: it goes on.</param>
/// <param name="Find">The tickets that the verb is still to be done to; asked again until there is none.</param>
/// <param name="Finish">What is left to do when they have changed. Told which did.</param>
public sealed record FoundTickets(Refusal? Refused, Func<DeskDb, IQueryable<Ticket>>? Find = null, TicketVerb? Verb = null, Func<DeskDb, IReadOnlyList<long>, Task>? Finish = null)
{
    /// <summary>The line that the verb writes to each, where it is the same for all: then most of them need not be loaded for it.</summary>
    public AlikeLine? Alike { get; init; }
}

/// <summary>One of many tickets that are to change.</summary>
/// <param name="Version">What the person had before their eyes; null when the verb may follow whatever happened.</param>
public readonly record struct SeenTicket(long Id, int? Version = null);

/// <summary>The one door by which tickets change: load, decide, save with the event, in one transaction.</summary>
/// <remarks>A ticket comes with the cases that it is merged with, for what is done to one may concern all of them.</remarks>
public sealed class TicketDoor(DeskWriter writer, SlaShelf shelf, RoutingShelf routing, FieldShelf fields, FeedInterceptor feed, LogTurn turn, TimeProvider clock)
{
    /// <summary>Twice is enough: the first loser of a race decides again on what the winner left.</summary>
    private const int Tries = 3;

    /// <summary>Of many, so many are in memory at once.</summary>
    private const int Chunk = 50;

    /// <summary>Of those that a first step finds, so many at once.</summary>
    private const int Most = 1_000;

    /// <param name="seen">The version the person had before their eyes; null when the verb may follow whatever happened.</param>
    public Task<Decision> ChangeAsync(string number, int? seen, Actor by, TicketVerb verb, CancellationToken cancel) =>
        ChangeAsync(number, seen, by, (_, ticket, book, now) => Task.FromResult(verb(ticket, book, now)), cancel);

    /// <inheritdoc cref="ChangeAsync(string, int?, Actor, TicketVerb, CancellationToken)"/>
    public Task<Decision> ChangeAsync(string number, int? seen, Actor by, TicketVerbWithLookup verb, CancellationToken cancel) =>
        TryAsync(() => writer.RunAsync(db => DecideAsync(db, number, seen, by, verb, cancel), cancel, decision => decision.Succeeded));

    /// <summary>A verb that two tickets take part in: both change in one transaction, or neither.</summary>
    /// <param name="seen">Of the first: the other is not before the person's eyes.</param>
    public Task<Decision> ChangeBothAsync(string number, string other, int? seen, Actor by, TicketPairVerb verb, CancellationToken cancel) =>
        TryAsync(() => writer.RunAsync(db => DecideAsync(db, number, other, seen, by, verb, cancel), cancel, decision => decision.Succeeded));

    /// <summary>
    /// The same verb on many tickets in one transaction, by the same door: all that it did to those that did not refuse it
    /// is kept, or nothing of any. Deadlines that had passed are recorded also where it was refused.
    /// </summary>
    /// <param name="progress">Told after each chunk how many are through; a second try begins again.</param>
    /// <returns>What came of each. Tickets that are gone are left out.</returns>
    public async Task<IReadOnlyDictionary<long, Decision>> ChangeManyAsync(
        IReadOnlyCollection<SeenTicket> tickets, Actor by, TicketVerbForMany prepare, CancellationToken cancel, IProgress<int>? progress = null)
    {
        return await TryAsync(() => writer.RunAsync(db => DecideAsync(db, tickets, by, prepare, progress, cancel), cancel));
    }

    /// <summary>A verb that some tickets take part in together, all loaded at once: a few.</summary>
    /// <returns>What came of each. Tickets that are gone are left out, and those that others changed take no part.</returns>
    public Task<Dictionary<long, Decision>> ChangeTogetherAsync(IReadOnlyCollection<SeenTicket> tickets, Actor by, TicketGroupVerb verb, CancellationToken cancel) =>
        TryAsync(() => writer.RunAsync(db => DecideAsync(db, tickets, by, verb, cancel), cancel));

    /// <summary>One verb on all tickets that a first step finds, in the transaction of that step: all of it is kept, or nothing.</summary>
    /// <param name="begin">Changes what is not of a ticket, and says which tickets are concerned. Begun anew with each try.</param>
    /// <returns>Why not; null: it was done.</returns>
    public Task<Refusal?> ChangeFoundAsync(Actor by, Func<DeskDb, Task<FoundTickets>> begin, CancellationToken cancel) => TryAsync(() => writer.RunAsync(async db =>
    {
        var found = await begin(db);
        if (found.Refused is not null) return found.Refused;
        await db.SaveChangesAsync(cancel);
        await found.Finish!(db, await ChangeFoundAsync(db, found, by, cancel));
        return null;
    }, cancel, refusal => refusal is null));

    /// <summary>The same in the caller's own transaction, which has saved what it changed itself; what it tracked is forgotten.</summary>
    /// <returns>Which tickets changed.</returns>
    public async Task<IReadOnlyList<long>> ChangeFoundAsync(DeskDb db, FoundTickets found, Actor by, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var through = new List<long>();

        // All rows before the turn at the log, as everybody does who wants both.
        await MergedCases.LockAsync(db, await IdsAsync(found.Find!(db), int.MaxValue, cancel), cancel);
        if (found.Alike is { } line)
        {
            await turn.TakeAsync(db, cancel);
            var now = Moment.Of(clock.GetUtcNow(), (await shelf.BookAsync()).Zone, by);
            var quiet = await IdsAsync(found.Find!(db).Quiet(now.At), int.MaxValue, cancel);
            feed.Tell(db, await AlikeLines.WriteAsync(db, line, quiet, now, cancel));
            through.AddRange(quiet);
        }

        // Filings that came between the question and the turn at the log are found by the next question; after it none comes.
        while (await IdsAsync(found.Find!(db), Most, cancel) is { Length: > 0 } ids)
        {
            await MergedCases.LockAsync(db, ids, cancel);
            foreach (var chunk in ids.Chunk(Chunk))
            {
                await DecideAsync(db, Array.ConvertAll(chunk, id => new SeenTicket(id)), by, found.Verb!, [], cancel);
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }

            through.AddRange(ids);
        }

        return through;
    }

    private static Task<long[]> IdsAsync(IQueryable<Ticket> tickets, int most, CancellationToken cancel) => tickets.Select(t => t.Id).OrderBy(id => id).Take(most).ToArrayAsync(cancel);

    /// <summary>Once more, where another was quicker.</summary>
    internal static async Task<T> TryAsync<T>(Func<Task<T>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await change();
            }
            catch (Exception lost) when (attempt < Tries && (lost is DbUpdateConcurrencyException || lost.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.ForeignKeyViolation }))
            {
                // Another was quicker; nothing of this round was kept. The next one sees what it did, and refuses or follows.
            }
        }
    }

    private async Task<Dictionary<long, Decision>> DecideAsync(
        DeskDb db, IReadOnlyCollection<SeenTicket> tickets, Actor by, TicketVerbForMany prepare, IProgress<int>? progress, CancellationToken cancel)
    {
        // All rows first, in the order of their numbers: two that want many cannot block each other, and none is wanted
        // once the turn at the log is taken.
        var wanted = tickets.Select(each => each.Id).Order().ToArray();
        await MergedCases.LockAsync(db, wanted, cancel);
        var verb = await prepare(db);
        var said = new Dictionary<long, Decision>(wanted.Length);
        var through = 0;
        foreach (var chunk in tickets.OrderBy(each => each.Id).Chunk(Chunk))
        {
            await DecideAsync(db, chunk, by, verb, said, cancel);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress?.Report(through += chunk.Length);
        }

        return said;
    }

    private async Task<Dictionary<long, Decision>> DecideAsync(DeskDb db, IReadOnlyCollection<SeenTicket> wanted, Actor by, TicketGroupVerb verb, CancellationToken cancel)
    {
        var ids = wanted.Select(each => each.Id).Order().ToArray();
        await MergedCases.LockAsync(db, ids, cancel);
        var tickets = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery()
            .Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(cancel);
        await MergedCases.MeetAsync(db, tickets, cancel);
        var since = await SinceAsync(db, tickets.Join(wanted, ticket => ticket.Id, each => each.Id, (ticket, each) => (ticket, each.Version)), cancel);
        var fresh = tickets.FindAll(ticket => !since.Contains(ticket.Id));
        var said = fresh.Count == 0 ? [] : await TogetherAsync();
        foreach (var stale in tickets.Except(fresh)) said[stale.Id] = new Decision.Stale([.. since[stale.Id]]);
        return said;

        async Task<Dictionary<long, Decision>> TogetherAsync()
        {
            var (book, now) = await PrepareAsync(db, fresh, by, cancel);
            return await verb(db, fresh, book, now);
        }
    }

    private async Task DecideAsync(DeskDb db, SeenTicket[] chunk, Actor by, TicketVerb verb, Dictionary<long, Decision> said, CancellationToken cancel)
    {
        var ids = Array.ConvertAll(chunk, each => each.Id);
        var tickets = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery()
            .Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(cancel);
        await MergedCases.MeetAsync(db, tickets, cancel);
        var since = await SinceAsync(db, tickets.Join(chunk, ticket => ticket.Id, each => each.Id, (ticket, each) => (ticket, each.Version)), cancel);
        foreach (var ticket in tickets)
        {
            var before = ticket.Version;
            var decision = await DecideAsync(db, ticket, since[ticket.Id], by, (_, _, book, now) =>
            {
                before = ticket.Version;
                return Task.FromResult(verb(ticket, book, now));
            }, cancel);
            said.Add(ticket.Id, decision);

            // Refused half-way: as with one ticket, nothing of it is kept.
            if (!decision.Succeeded && ticket.Version != before) Forget(db, ticket);
        }
    }

    private async Task<Decision> DecideAsync(DeskDb db, string number, int? seen, Actor by, TicketVerbWithLookup verb, CancellationToken cancel)
    {
        // Writers of several nodes, and of this one, stand in line at the row: else two would write the same line of the log.
        await MergedCases.LockAsync(db, [number], cancel);
        var ticket = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Number == number, cancel);
        if (ticket is null) return RefusalCode.TicketNotFound;
        await MergedCases.MeetAsync(db, [ticket], cancel);
        var since = await SinceAsync(db, [(ticket, seen)], cancel);
        return await DecideAsync(db, ticket, since[ticket.Id], by, verb, cancel);
    }

    private async Task<Decision> DecideAsync(DeskDb db, Ticket ticket, IEnumerable<LoggedEvent> since, Actor by, TicketVerbWithLookup verb, CancellationToken cancel)
    {
        if (since.ToList() is { Count: > 0 } missed) return new Decision.Stale(missed);
        var (book, now) = await PrepareAsync(db, [ticket], by, cancel);
        return await verb(db, ticket, book, now);
    }

    private async Task<Decision> DecideAsync(DeskDb db, string number, string otherNumber, int? seen, Actor by, TicketPairVerb verb, CancellationToken cancel)
    {
        if (number == otherNumber) return new Refusal(RefusalCode.SameTicket, "Other");
        await MergedCases.LockAsync(db, [number, otherNumber], cancel);
        var both = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).Include(t => t.Events).AsSplitQuery()
            .Where(t => t.Number == number || t.Number == otherNumber).OrderBy(t => t.Id).ToListAsync(cancel);
        if (both.Find(t => t.Number == number) is not { } ticket) return RefusalCode.TicketNotFound;
        if (both.Find(t => t.Number == otherNumber) is not { } other) return new Refusal(RefusalCode.TicketNotFound, "Other", otherNumber);
        await MergedCases.MeetAsync(db, both, cancel);
        if ((await SinceAsync(db, [(ticket, seen)], cancel))[ticket.Id].ToList() is { Count: > 0 } missed) return new Decision.Stale(missed);
        var (book, now) = await PrepareAsync(db, both, by, cancel);
        return await verb(db, ticket, other, book, now);
    }

    /// <summary>The book that knows what all of them were promised. What passed meanwhile is recorded, also of those they are merged with.</summary>
    private async Task<(SlaBook Book, Moment Now)> PrepareAsync(DeskDb db, IReadOnlyList<Ticket> tickets, Actor by, CancellationToken cancel)
    {
        var all = tickets.SelectMany(ticket => ticket.Family).Distinct().ToList();
        var book = await shelf.BookForAsync(all[0]);

        // A book has all versions: one that is read again for a later ticket knows those of the earlier ones too.
        foreach (var each in all.Skip(1)) book = await shelf.BookForAsync(each);
        book = book.With(await fields.BookAsync());
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, by);
        foreach (var each in all) await CatchUpAsync(each, book, now);
        return (book, now);
    }

    private async Task CatchUpAsync(Ticket ticket, SlaBook book, Moment now)
    {
        if (ticket.NextMarkAt is null || ticket.NextMarkAt > now.At || ticket.EscalatesTo(book).Count == 0) ticket.CatchUp(now.At, book);
        else
        {
            // Whoever is away has somebody who stands in, also for what the clock gives.
            var people = await routing.BookAsync();
            ticket.CatchUp(now.At, book, (id, at) => people.WhoIsThere(id, at).Member);
        }
    }

    /// <summary>What others did meanwhile, by ticket, oldest first. A deadline that passed by itself overwrites nobody.</summary>
    private static async Task<ILookup<long, LoggedEvent>> SinceAsync(DeskDb db, IEnumerable<(Ticket Ticket, int? Seen)> tickets, CancellationToken cancel)
    {
        var behind = tickets.Where(each => each.Seen is { } seen && seen != each.Ticket.Version).ToDictionary(each => each.Ticket.Id, each => each.Seen!.Value);
        if (behind.Count == 0) return Enumerable.Empty<LoggedEvent>().ToLookup(line => line.TicketId);
        var (ids, oldest) = (behind.Keys.ToArray(), behind.Values.Min());
        var lines = await db.Events.AsNoTracking().Where(line => ids.Contains(line.TicketId) && line.Sequence > oldest)
            .OrderBy(line => line.Sequence).ToListAsync(cancel);
        return lines.Where(line => line.Sequence > behind[line.TicketId] && !line.Event.HappensByItself).ToLookup(line => line.TicketId);
    }

    private static void Forget(DeskDb db, Ticket ticket)
    {
        // The ticket first: looking at it is what finds its new lines.
        foreach (var part in ticket.Events.Concat<object>(ticket.Deadlines).Concat(ticket.Pauses).Prepend(ticket).ToList()) db.Entry(part).State = EntityState.Detached;
    }
}
