using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Publishes what was written, after the commit and never before it.</summary>
public sealed class FeedInterceptor(ITicketFeed feed) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // Contexts are pooled: what an earlier lease left behind is not of this one.
    private readonly ConditionalWeakTable<DbContext, Saved> _saved = [];

    /// <summary>Of tickets that were written past the change tracker: published when the context's transaction is committed.</summary>
    public void Tell(DbContext db, IReadOnlyList<TicketChange> changes)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("The feed is told inside a transaction.");
        if (changes.Count > 0) Of(db).Written.AddRange(changes);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result)
    {
        Note(save.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        Note(save.Context);
        return new(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData save, int result)
    {
        if (save.Context?.Database.CurrentTransaction is null) Publish(save.Context);
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

    private void Note(DbContext? db)
    {
        if (db is null) return;
        var changed = db.ChangeTracker.Entries<Ticket>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => entry.Entity).ToList();
        if (changed.Count > 0) Of(db).Tickets.AddRange(changed);
    }

    private Saved Of(DbContext db)
    {
        if (_saved.TryGetValue(db, out var saved) && saved.Lease == db.ContextId.Lease) return saved;
        saved = new Saved(db.ContextId.Lease, [], []);
        _saved.AddOrUpdate(db, saved);
        return saved;
    }

    private void Publish(DbContext? db)
    {
        if (db is null || !_saved.TryGetValue(db, out var saved) || !_saved.Remove(db) || saved.Lease != db.ContextId.Lease) return;
        feed.Publish([.. saved.Tickets.Distinct().Select(t => new TicketChange(t.Id, t.Number, t.AreaId, t.OwnerId, t.Version)), .. saved.Written]);
    }

    private void Forget(DbContext? db)
    {
        if (db is not null) _saved.Remove(db);
    }

    private sealed record Saved(int Lease, List<Ticket> Tickets, List<TicketChange> Written);
}
