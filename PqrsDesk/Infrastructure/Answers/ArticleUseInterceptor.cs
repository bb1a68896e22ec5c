using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Answers;

/// <summary>A reader of the log: writes down which articles an answer drew on, in the same transaction.</summary>
public sealed class ArticleUseInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is DeskDb db && Uses(db) is { Count: > 0 } uses) db.ArticleUses.AddRange(uses);
        return new(result);
    }

    /// <remarks>What comes in with a past has none: nobody answered it here.</remarks>
    private static List<ArticleUse> Uses(DeskDb db) =>
    [
        .. from ticket in db.ChangeTracker.Entries<Ticket>()
           where ticket.State == EntityState.Modified
           from line in ticket.Entity.Events
           where line.Event is TicketEvent.Replied { Used: not null } or TicketEvent.Answered { Used: not null }
           where db.Entry(line).State == EntityState.Added
           from used in UsedBy(line.Event).DistinctBy(used => used.Id)
           select new ArticleUse { ArticleId = used.Id, TicketId = ticket.Entity.Id, Sequence = line.Sequence, Version = used.Version, At = line.At },
    ];

    private static IReadOnlyList<UsedArticle> UsedBy(TicketEvent happened) => happened switch
    {
        TicketEvent.Replied reply => reply.Used ?? [],
        TicketEvent.Answered answer => answer.Used ?? [],
        _ => [],
    };
}
