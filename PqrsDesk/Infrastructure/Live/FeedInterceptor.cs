using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Publishes what was written, after the commit and never before it.</summary>
public sealed class FeedInterceptor(ITicketFeed feed, LogTurn turn) : AfterCommitInterceptor<SavedTickets>
{
    /// <summary>Of tickets that were written past the change tracker: published when the context's transaction is committed.</summary>
    public void Tell(DbContext db, IReadOnlyList<TicketChange> changes)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("The feed is told inside a transaction.");
        foreach (var change in changes) Of(db).Add(change);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result)
    {
        if (Note(save.Context)) throw new NotSupportedException("Tickets are saved with SaveChangesAsync.");
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (Note(save.Context)) await turn.TakeAsync(save.Context!, cancel);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData save, int result)
    {
        if (save.Context?.Database.CurrentTransaction is null) PublishNow(save.Context);
        else Held(save.Context)?.Settle();
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData save, int result, CancellationToken cancel = default) =>
        new(SavedChanges(save, result));

    /// <returns>Whether tickets are saved.</returns>
    private bool Note(DbContext? db)
    {
        if (db is null) return false;
        var changed = db.ChangeTracker.Entries<Ticket>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => (entry.Entity, Happened(db, entry.Entity))).ToList();
        if (changed.Count > 0) Of(db).Saving.AddRange(changed);
        return changed.Count > 0;
    }

    protected override void Publish(SavedTickets gathered)
    {
        gathered.Settle();
        feed.Publish([.. gathered.Told.Values]);
    }

    /// <summary>What this saving adds to its log.</summary>
    private static List<TicketEvent> Happened(DbContext db, Ticket ticket) =>
        [.. ticket.Events.Where(line => db.Entry(line).State == EntityState.Added).OrderBy(line => line.Sequence).Select(line => line.Event)];
}

/// <summary>The tickets that one transaction wrote.</summary>
public sealed class SavedTickets
{
    internal List<(Ticket Ticket, List<TicketEvent> Happened)> Saving { get; } = [];

    internal OrderedDictionary<long, TicketChange> Told { get; } = [];

    /// <summary>A ticket that is written twice in one transaction has a part in each.</summary>
    internal void Add(TicketChange change) =>
        Told[change.Id] = Told.TryGetValue(change.Id, out var before) ? change with { Happened = [.. before.Happened, .. change.Happened] } : change;

    /// <summary>What was saved has its number now, and is let go: a transaction of many savings would hold all its tickets.</summary>
    internal void Settle()
    {
        foreach (var (ticket, happened) in Saving) Add(TicketChange.Of(ticket, happened));
        Saving.Clear();
    }
}
