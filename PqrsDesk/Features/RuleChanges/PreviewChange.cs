using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>Says what a change of a calendar or a policy would do to the open tickets. Stores nothing.</summary>
public sealed class PreviewChange(IDbContextFactory<DeskDb> desk, DeskWriter writer, OpenPromises promises, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>How many of the tickets that move are listed.</summary>
    public const int Listed = 50;

    public Task<PreviewOutcome> RunAsync(SlaEdit edit, Actor by, CancellationToken cancel) => RunAsync(RuleAct.Of(edit), by, cancel);

    public async Task<PreviewOutcome> RunAsync(RuleAct act, Actor by, CancellationToken cancel)
    {
        if (!by.Is(act.Needs)) return (SlaProblem)SlaProblemCode.NotAllowed;

        // Read again where something else is done: what follows is compared with what another node may have stored a moment ago.
        if (act.Edit is null) shelf.Refresh();
        var book = await shelf.BookAsync();
        var asked = act.Edit is { } known ? known
            : await writer.RunAsync(db => act.RunAsync(db, book, Moment.Of(clock.GetUtcNow(), book.Zone, by), cancel), cancel, _ => false);
        if (asked.Edit is not { } edit) return asked.Problem!;
        var names = await NamesAsync(cancel);
        if (edit.Refuse(book, names) is { } problem) return problem;
        var change = edit.In(book);
        var after = book.With(change);
        var transition = new SlaTransition(book, after, change);
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, by).At;
        var trials = await Task.WhenAll(Part.Split(Environment.ProcessorCount).Select(part => Task.Run(() => TryAsync(transition, change, after, part, now, cancel), cancel)));
        var reach = trials.SelectMany(trial => trial).Aggregate(Reach.None, (sum, ticket) => sum.And(ticket.Moves, ticket.Breaches));
        var moved = trials.SelectMany(trial => trial).Where(ticket => ticket.Moves)
            .OrderBy(ticket => ticket.Nearest).ThenBy(ticket => ticket.Id).Take(Listed).ToList();
        var shown = await promises.NamesAsync([.. moved.Select(ticket => ticket.Id)], cancel);
        return new ChangePreview(
            edit, reach, [.. moved.Where(ticket => shown.ContainsKey(ticket.Id)).Select(ticket => new MovedTicket(shown[ticket.Id].Number, shown[ticket.Id].Subject, ticket.First!.Value))],
            [.. change.Policies.Select(policy => policy.Definition.Name)], change.MovesLegalTerms);
    }

    /// <summary>What becomes of those tickets of a part that do not keep what they were promised.</summary>
    private async Task<IReadOnlyCollection<TriedTicket>> TryAsync(SlaTransition transition, SlaChange change, SlaBook after, Part part, DateTimeOffset now, CancellationToken cancel)
    {
        var tried = new Dictionary<long, TriedTicket>();
        foreach (var ticket in await promises.TicketsAsync(transition, part, cancel))
            if (ticket.By(transition) is { } promise) tried.Add(ticket.Id, new(ticket, promise));
        var pauses = await promises.PausesAsync(transition, part, cancel);
        await foreach (var deadline in promises.DeadlinesAsync(transition, change, part, cancel))
        {
            if (!tried.TryGetValue(deadline.TicketId, out var it)) continue;
            IReadOnlyList<Pause> holes = pauses.Contains(it.Id) ? [.. pauses[it.Id]] : [];
            if (Repromise.Try(deadline, holes, it.Ticket.Priority, it.Ticket.EffectiveFiledOn, it.Promise, after, now) is { } move) it.Add(move);
        }

        return tried.Values;
    }

    private async Task<SlaNames> NamesAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await SlaNamesQuery.ReadAsync(db, cancel);
    }

    /// <summary>A ticket, and what came of its deadlines so far.</summary>
    private sealed class TriedTicket(OpenPromise ticket, (int Policy, int Legal) promise)
    {
        public OpenPromise Ticket => ticket;
        public (int Policy, int Legal) Promise => promise;
        public long Id => ticket.Id;
        public bool Moves => First is not null;
        public bool Breaches { get; private set; }

        /// <summary>Of the deadlines that move, the one that would be due first.</summary>
        public DueMove? First { get; private set; }
        public DateTimeOffset Nearest => First?.To ?? Domain.Tickets.Ticket.Never;

        public void Add(DueMove move)
        {
            Breaches |= move.Breaches;
            if (move.Moves && (First is null || (move.To ?? Domain.Tickets.Ticket.Never) < Nearest)) First = move;
        }
    }
}
