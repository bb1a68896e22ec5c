using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>A reader of the log: what is said on a ticket can be found from the commit that says it.</summary>
public sealed class SearchInterceptor : SaveChangesInterceptor
{
    // Contexts are pooled: what an earlier lease left behind is not of this one.
    private readonly ConditionalWeakTable<DbContext, Said> _said = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is DeskDb db) Note(db);
        return new(result);
    }

    /// <summary>New tickets have their number only now.</summary>
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData save, int result, CancellationToken cancel = default)
    {
        if (save.Context is not DeskDb db || !_said.TryGetValue(db, out var said) || !_said.Remove(db) || said.Lease != db.ContextId.Lease) return result;
        var fresh = new RowBatch(db);
        SearchRows.Insert(fresh, db, [.. said.New]);
        await fresh.RunAsync(cancel);
        await SearchRows.RewriteAsync(db, [.. said.Changed.Select(ticket => ticket.Id)], cancel);
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData failure, CancellationToken cancel = default)
    {
        if (failure.Context is { } db) _said.Remove(db);
        return Task.CompletedTask;
    }

    // Nothing of the desk is saved without waiting for it: such a change would not be found.
    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result) =>
        save.Context is DeskDb db && Speaking(db).Any() ? throw new InvalidOperationException("Tickets are saved with SaveChangesAsync.") : result;

    private void Note(DeskDb db)
    {
        var tickets = Speaking(db).ToList();
        if (tickets.Count == 0) return;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Tickets are saved inside a transaction, with their search rows.");
        _said.AddOrUpdate(db, new Said(
            db.ContextId.Lease,
            tickets.FindAll(ticket => db.Entry(ticket).State == EntityState.Added),
            tickets.FindAll(ticket => db.Entry(ticket).State != EntityState.Added)));
    }

    /// <summary>Tickets with a new line in their log that holds something to find.</summary>
    private static IEnumerable<Ticket> Speaking(DeskDb db) =>
        from ticket in db.ChangeTracker.Entries<Ticket>()
        where ticket.State is EntityState.Added or EntityState.Modified
        where ticket.Entity.Events.Any(line => SearchedWords.TextOf(line.Event) is not null && db.Entry(line).State == EntityState.Added)
        select ticket.Entity;

    private sealed record Said(int Lease, List<Ticket> New, List<Ticket> Changed);
}
