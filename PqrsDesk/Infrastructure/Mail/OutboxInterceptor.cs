using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>A reader of the log: writes down what the petitioner is to be written to about, in the same transaction.</summary>
/// <remarks>Tickets that are added through the change tracker come in with a past (the demo desk): new ones pass by <see cref="NewTickets"/>.</remarks>
public sealed class OutboxInterceptor(Outbox outbox) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is DeskDb db && Happened(db) is { Count: > 0 } lines) db.OutgoingMails.AddRange(await outbox.OfAsync(db, lines, cancel));
        return result;
    }

    private static List<(Ticket Ticket, LoggedEvent Line)> Happened(DeskDb db) =>
    [
        .. from ticket in db.ChangeTracker.Entries<Ticket>()
           where ticket.State == EntityState.Modified
           from line in ticket.Entity.Events
           where Outbox.OccasionOf(line.Event) is not null && db.Entry(line).State == EntityState.Added
           select (ticket.Entity, line),
    ];
}
