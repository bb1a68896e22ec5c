using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Gathers what a context writes, and tells it once its transaction is committed; never before, and not when it was rolled back.</summary>
/// <typeparam name="TGathered">What is gathered of one transaction.</typeparam>
public abstract class AfterCommitInterceptor<TGathered> : SaveChangesInterceptor, IDbTransactionInterceptor
    where TGathered : class, new()
{
    // Contexts are pooled: what an earlier lease left behind is not of this one.
    private readonly ConditionalWeakTable<DbContext, Leased> _gathered = [];

    public override void SaveChangesFailed(DbContextErrorEventData failure) => Forget(failure.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData failure, CancellationToken cancel = default)
    {
        Forget(failure.Context);
        return Task.CompletedTask;
    }

    // The transaction that SaveChanges opens for itself commits before SavedChanges: then this tells first.
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData end) => PublishNow(end.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData end, CancellationToken cancel = default)
    {
        PublishNow(end.Context);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData end) => Forget(end.Context);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData end, CancellationToken cancel = default)
    {
        Forget(end.Context);
        return Task.CompletedTask;
    }

    /// <summary>What was committed, once.</summary>
    protected abstract void Publish(TGathered gathered);

    /// <summary>Where this context's writes are gathered.</summary>
    protected TGathered Of(DbContext db) => Held(db) ?? Begin(db);

    /// <summary>Null where nothing was gathered in this lease.</summary>
    protected TGathered? Held(DbContext db) =>
        _gathered.TryGetValue(db, out var held) && held.Lease == db.ContextId.Lease ? held.Gathered : null;

    protected void PublishNow(DbContext? db)
    {
        if (db is null || Held(db) is not { } gathered) return;
        _gathered.Remove(db);
        Publish(gathered);
    }

    private void Forget(DbContext? db)
    {
        if (db is not null) _gathered.Remove(db);
    }

    private TGathered Begin(DbContext db)
    {
        var begun = new Leased(db.ContextId.Lease, new TGathered());
        _gathered.AddOrUpdate(db, begun);
        return begun.Gathered;
    }

    private sealed record Leased(int Lease, TGathered Gathered);
}
