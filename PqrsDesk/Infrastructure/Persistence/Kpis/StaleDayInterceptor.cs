using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>A reader of the log: marks the days whose figures a change makes others, by what the ticket left before and what it leaves now.</summary>
/// <param name="shelf">Not before it is wanted: it reads through contexts that have this interceptor.</param>
public sealed class StaleDayInterceptor(Lazy<SlaShelf> shelf) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result) =>
        save.Context is DeskDb db && Changed(db).Count > 0 ? throw new InvalidOperationException("Tickets are saved asynchronously.") : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is not DeskDb db || Changed(db) is not { Count: > 0 } changed) return result;
        var zone = (await shelf.Value.BookAsync()).Zone;
        StaleDays.Mark(db, changed.SelectMany(entry => DaysOf(entry, zone)));
        return result;
    }

    private static List<EntityEntry<Ticket>> Changed(DeskDb db) =>
        [.. db.ChangeTracker.Entries<Ticket>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private static IEnumerable<DateOnly> DaysOf(EntityEntry<Ticket> entry, TimeZoneInfo zone)
    {
        var shares = entry.State == EntityState.Added ? new HashSet<DayShare>() : [.. Footprint.Of((Ticket)entry.OriginalValues.ToObject()).Shares(zone)];
        if (entry.State != EntityState.Deleted) shares.SymmetricExceptWith(Footprint.Of(entry.Entity).Shares(zone));
        return shares.Select(share => share.Day);
    }
}
