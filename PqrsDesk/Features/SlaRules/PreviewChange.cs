using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.SlaRules;

/// <summary>Says what a change of a calendar or a policy would do to the open tickets. Stores nothing.</summary>
public sealed class PreviewChange(IDbContextFactory<DeskDb> desk, OpenPromises promises, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>How many of the tickets that move are listed.</summary>
    public const int Listed = 50;

    public async Task<PreviewOutcome> RunAsync(SlaEdit edit, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return (SlaProblem)SlaProblemCode.NotAllowed;
        var book = await shelf.BookAsync();
        var names = await NamesAsync(cancel);
        if (edit.Refuse(book, names) is { } problem) return problem;
        var change = edit.In(book);
        var after = book.With(change);
        var transition = new SlaTransition(book, after, change);
        var (reach, moved) = await ReachAsync(transition, after, Moment.Of(clock.GetUtcNow(), book.Zone, by).At, cancel);
        var shown = await promises.NamesAsync([.. moved.Select(ticket => ticket.Id)], cancel);
        return new ChangePreview(
            edit, reach, [.. moved.Where(ticket => shown.ContainsKey(ticket.Id)).Select(ticket => new MovedTicket(shown[ticket.Id].Number, shown[ticket.Id].Subject, ticket.Due))],
            [.. change.Policies.Select(policy => policy.Definition.Name)], change.MovesLegalTerms);
    }

    private async Task<(Reach Reach, List<(long Id, DueMove Due)> Nearest)> ReachAsync(SlaTransition transition, SlaBook after, DateTimeOffset now, CancellationToken cancel)
    {
        // Side by side: one reader does not keep both cores busy.
        var tickets = Task.Run(() => promises.TicketsAsync(transition, cancel), cancel);
        var deadlines = Task.Run(() => promises.DeadlinesAsync(transition, cancel), cancel);
        var pauses = Task.Run(() => promises.PausesAsync(transition, cancel), cancel);
        await Task.WhenAll(tickets, deadlines, pauses);
        var (owed, holes) = (await deadlines, await pauses);
        var touched = (await tickets).AsParallel().WithCancellation(cancel)
            .Select(ticket => (ticket.Id, Moves: Moves(ticket, owed[ticket.Id], holes[ticket.Id], transition, after, now)))
            .Where(ticket => ticket.Moves is not null).ToList();
        var reach = touched.Aggregate(Reach.None, (sum, ticket) => sum.And(ticket.Moves!.Exists(move => move.Moves), ticket.Moves.Exists(move => move.Breaches)));
        var nearest = touched.SelectMany(ticket => ticket.Moves!.Where(move => move.Moves).OrderBy(move => move.To ?? Ticket.Never).Take(1).Select(move => (ticket.Id, Due: move)))
            .OrderBy(ticket => ticket.Due.To ?? Ticket.Never).ThenBy(ticket => ticket.Id).Take(Listed).ToList();
        return (reach, nearest);
    }

    /// <summary>Null when the ticket keeps what it was promised.</summary>
    private static List<DueMove>? Moves(OpenPromise ticket, IEnumerable<Deadline> owed, IEnumerable<Pause> pauses, SlaTransition transition, SlaBook after, DateTimeOffset now)
    {
        if (transition.Of(ticket.PolicyVersionId, ticket.LegalCalendarVersionId, ticket.Facts) is not { } promise) return null;
        var holes = pauses.ToList();
        var moves = new List<DueMove>();
        foreach (var deadline in owed)
            if (Repromise.Try(deadline, holes, ticket.Priority, ticket.EffectiveFiledOn, promise, after, now) is { } move) moves.Add(move);
        return moves;
    }

    private async Task<SlaNames> NamesAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await SlaNamesQuery.ReadAsync(db, cancel);
    }
}
