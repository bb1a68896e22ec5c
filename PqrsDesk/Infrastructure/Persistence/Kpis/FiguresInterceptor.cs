using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence.Tallies;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>
/// A reader of the log: what is kept beside the tickets to count them by. By what a ticket was before and what it is now it
/// marks the days whose figures are others, and tells the tallies of the open ones.
/// </summary>
/// <param name="shelf">Not before it is wanted: it reads through contexts that have this interceptor.</param>
public sealed class FiguresInterceptor(Lazy<SlaShelf> shelf) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result) =>
        save.Context is DeskDb db && Changed(db).Count > 0 ? throw new InvalidOperationException("Tickets are saved asynchronously.") : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is not DeskDb db || Changed(db) is not { Count: > 0 } changed) return result;
        var zone = (await shelf.Value.BookAsync()).Zone;
        var tickets = changed.ConvertAll(entry => (
            Before: entry.State == EntityState.Added ? null : (Ticket)entry.OriginalValues.ToObject(),
            After: entry.State == EntityState.Deleted ? null : entry.Entity));
        StaleDays.Mark(db, tickets.SelectMany(ticket => DaysOf(ticket.Before, ticket.After, zone)));
        db.OpenTallies.AddRange(TallyMarks.Between(tickets));
        return result;
    }

    private static List<EntityEntry<Ticket>> Changed(DeskDb db) =>
        [.. db.ChangeTracker.Entries<Ticket>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private static IEnumerable<DateOnly> DaysOf(Ticket? before, Ticket? after, TimeZoneInfo zone)
    {
        var shares = before is null ? new HashSet<DayShare>() : [.. Footprint.Of(before).Shares(zone)];
        if (after is not null) shares.SymmetricExceptWith(Footprint.Of(after).Shares(zone));
        return shares.Select(share => share.Day);
    }
}
