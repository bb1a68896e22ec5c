using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Publishes what was written, after the commit and never before it.</summary>
public sealed class FeedInterceptor(ITicketFeed feed, LogTurn turn) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // Contexts are pooled: what an earlier lease left behind is not of this one.
    private readonly ConditionalWeakTable<DbContext, Saved> _saved = [];

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
        if (save.Context?.Database.CurrentTransaction is null) Publish(save.Context);
        else if (_saved.TryGetValue(save.Context, out var saved)) saved.Settle();
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData save, int result, CancellationToken cancel = default) =>
        new(SavedChanges(save, result));

    public override void SaveChangesFailed(DbContextErrorEventData failure) => Forget(failure.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData failure, CancellationToken cancel = default)
    {
        Forget(failure.Context);
        return Task.CompletedTask;
    }

    // The transaction that SaveChanges opens for itself commits before SavedChanges: then this publishes first.
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData end) => Publish(end.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData end, CancellationToken cancel = default)
    {
        Publish(end.Context);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData end) => Forget(end.Context);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData end, CancellationToken cancel = default)
    {
        Forget(end.Context);
        return Task.CompletedTask;
    }

    /// <returns>Whether tickets are saved.</returns>
    private bool Note(DbContext? db)
    {
        if (db is null) return false;
        var changed = db.ChangeTracker.Entries<Ticket>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => (entry.Entity, Happened(db, entry.Entity))).ToList();
        if (changed.Count == 0) return false;
        if (_saved.TryGetValue(db, out var saved) && saved.Lease == db.ContextId.Lease) saved.Changes.AddRange(changed);
        else _saved.AddOrUpdate(db, new Saved(db.ContextId.Lease, changed));
        return true;
    }

    private void Publish(DbContext? db)
    {
        if (db is null || !_saved.TryGetValue(db, out var saved) || !_saved.Remove(db) || saved.Lease != db.ContextId.Lease) return;
        saved.Settle();
        feed.Publish([.. saved.Told.Values]);
    }

    private void Forget(DbContext? db)
    {
        if (db is not null) _saved.Remove(db);
    }

    /// <summary>What this saving adds to its log.</summary>
    private static List<TicketEvent> Happened(DbContext db, Ticket ticket) =>
        [.. ticket.Events.Where(line => db.Entry(line).State == EntityState.Added).OrderBy(line => line.Sequence).Select(line => line.Event)];

    private sealed record Saved(int Lease, List<(Ticket Ticket, List<TicketEvent> Happened)> Changes)
    {
        public OrderedDictionary<long, TicketChange> Told { get; } = [];

        /// <summary>
        /// What was saved has its number now, and is let go: a transaction of many savings would hold all its tickets. One
        /// that is saved twice has a part in each.
        /// </summary>
        public void Settle()
        {
            foreach (var (ticket, happened) in Changes)
                Told[ticket.Id] = TicketChange.Of(ticket, Told.TryGetValue(ticket.Id, out var before) ? [.. before.Happened, .. happened] : happened);
            Changes.Clear();
        }
    }
}
