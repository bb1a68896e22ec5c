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
        if (changed.Count > 0) Of(db).Saving.AddRange(changed);
        return changed.Count > 0;
    }

    private Saved Of(DbContext db)
    {
        if (_saved.TryGetValue(db, out var saved) && saved.Lease == db.ContextId.Lease) return saved;
        saved = new Saved(db.ContextId.Lease);
        _saved.AddOrUpdate(db, saved);
        return saved;
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

    private sealed record Saved(int Lease)
    {
        public List<(Ticket Ticket, List<TicketEvent> Happened)> Saving { get; } = [];

        public OrderedDictionary<long, TicketChange> Told { get; } = [];

        /// <summary>A ticket that is written twice in one transaction has a part in each.</summary>
        public void Add(TicketChange change) =>
            Told[change.Id] = Told.TryGetValue(change.Id, out var before) ? change with { Happened = [.. before.Happened, .. change.Happened] } : change;

        /// <summary>What was saved has its number now, and is let go: a transaction of many savings would hold all its tickets.</summary>
        public void Settle()
        {
            foreach (var (ticket, happened) in Saving) Add(TicketChange.Of(ticket, happened));
            Saving.Clear();
        }
    }
}
