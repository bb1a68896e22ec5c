using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>Which tickets get what an administrator saves.</summary>
public enum ApplyTo
{
    /// <summary>Those filed from now on. Open ones keep what they were promised.</summary>
    NewOnly = 1,

    /// <summary>Open ones too: what they still owe is promised anew.</summary>
    NewAndOpen = 2,
}

/// <summary>What was done, or why nothing was.</summary>
/// <param name="Version">The version that was saved; 0 where several follow from something else.</param>
/// <param name="Reach">The open tickets it touched.</param>
public sealed record ApplyOutcome(SlaProblem? Problem, int Version, Reach Reach)
{
    public static implicit operator ApplyOutcome(SlaProblem problem) => new(problem, 0, Reach.None);
}

/// <summary>Saves a calendar or a policy as a new version, and brings the open tickets along if that was chosen.</summary>
public sealed class ApplyChange(StoreChange store, OpenPromises promises, TicketDoor door, SlaShelf shelf, RunningChange running)
{
    private const int Batch = 200;

    public async Task<ApplyOutcome> RunAsync(SlaEdit edit, ApplyTo to, Actor by)
    {
        var outcome = await RunAsync(RuleAct.Of(edit), to, by);
        return outcome.Problem is null ? outcome with { Version = edit.Seen + 1 } : outcome;
    }

    /// <remarks>Goes on when the browser that asked for it leaves: half of the tickets would help nobody.</remarks>
    public async Task<ApplyOutcome> RunAsync(RuleAct act, ApplyTo to, Actor by)
    {
        if (!by.Is(act.Needs)) return (SlaProblem)SlaProblemCode.NotAllowed;
        if (!Enum.IsDefined(to)) throw new ArgumentOutOfRangeException(nameof(to), to, "No such choice.");
        if (running.TryBegin(by.Name) is not { } run) return new SlaProblem(SlaProblemCode.Busy, null, running.Current?.By);
        try
        {
            var stored = await store.RunAsync(act, by, CancellationToken.None);
            if (stored is not { Change: { } change, Before: { } before }) return stored.Problem!;
            shelf.Refresh();
            var reach = to == ApplyTo.NewAndOpen ? await PromiseAsync(change, before, by, run) : Reach.None;
            return new(null, 0, reach);
        }
        finally
        {
            running.End(run);
        }
    }

    private async Task<Reach> PromiseAsync(SlaChange change, SlaBook before, Actor by, ChangeRun run)
    {
        var transition = new SlaTransition(before, await shelf.BookAsync(), change);
        var touched = (await promises.TicketsAsync(transition, Part.All, CancellationToken.None))
            .FindAll(ticket => ticket.By(transition) is not null)
            .ToDictionary(ticket => ticket.Id, ticket => ticket.Facts?.Level);
        var (reach, done) = (Reach.None, 0);
        run.Tell(done, touched.Count);
        foreach (var batch in touched.Keys.Order().Chunk(Batch))
        {
            List<(bool Moves, bool Breaches)> promised = [];
            await door.ChangeManyAsync([.. batch.Select(id => new SeenTicket(id))], by, _ =>
            {
                promised.Clear();
                return Task.FromResult<TicketVerb>((ticket, book, now) => Promise(ticket, touched[ticket.Id], transition, book, now, promised));
            }, CancellationToken.None);
            reach = promised.Aggregate(reach, (sum, ticket) => sum.And(ticket.Moves, ticket.Breaches));
            run.Tell(done += batch.Length, touched.Count);
        }

        return reach;
    }

    /// <summary>Refused when it was answered meanwhile, or moved to where the change does not reach.</summary>
    private static Decision Promise(Ticket ticket, ServiceLevel? level, SlaTransition transition, SlaBook book, Moment now, List<(bool Moves, bool Breaches)> promised)
    {
        if (!ticket.IsOpen) return RefusalCode.TicketNotOpen;
        if (ticket.PolicyVersionId is not { } policy) return RefusalCode.NothingChanged;
        if (transition.Of(policy, ticket.LegalCalendarVersionId, () => PolicyFacts.Of(ticket, level)) is not { } promise) return RefusalCode.NothingChanged;
        var due = ticket.Deadlines.Where(deadline => deadline.IsOwed).Select(deadline => deadline.DueAt).ToList();
        var decision = ticket.Promise(promise.Policy, promise.Legal, book, now);
        if (!decision.Succeeded) return decision;
        var moved = ticket.Deadlines.Where(deadline => deadline.IsOwed).Select(deadline => deadline.DueAt);
        promised.Add((!due.SequenceEqual(moved), ticket.NextBreachAt <= now.At));
        return decision;
    }
}
