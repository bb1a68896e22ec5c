using System.Reflection;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A ticket that no row holds yet, with the files that came with it.</summary>
public sealed record NewTicket(Ticket Ticket, IReadOnlyList<StoredFile> Files);

/// <summary>The one place where new tickets are written with all that belongs to them, whichever way they came in.</summary>
public sealed class NewTickets(FeedInterceptor feed, LogTurn turn, SlaShelf shelf, Outbox outbox)
{
    /// <summary>Inside the transaction of <paramref name="db"/>; the feed hears of them when it is committed.</summary>
    public async Task WriteAsync(DeskDb db, IReadOnlyList<NewTicket> fresh, CancellationToken cancel)
    {
        var tickets = fresh.Select(each => each.Ticket).ToList();
        if (tickets.Count == 0) return;
        await turn.TakeAsync(db, cancel);
        await db.InsertAsync(tickets, cancel, numbered: true);
        foreach (var each in fresh)
            foreach (var file in each.Files) file.TicketId = each.Ticket.Id;
        await new RowBatch(db)
            .Add(Parts(ticket => ticket.Events)).Add(Parts(ticket => ticket.Deadlines)).Add(Parts(ticket => ticket.Pauses))
            .Add([.. fresh.SelectMany(each => each.Files)])
            .Add(await outbox.OfNewAsync(db, tickets, cancel))
            .Add(StaleDays.Of(tickets, (await shelf.BookAsync()).Zone))
            .InsertAsync(cancel);
        await SearchRows.InsertAsync(db, [.. tickets.Select(ticket => (ticket.Id, ticket))], cancel);
        feed.Tell(db, [.. tickets.Select(ticket => TicketChange.Of(ticket, [.. ticket.Events.Select(line => line.Event)]))]);

        List<TPart> Parts<TPart>(Func<Ticket, IReadOnlyList<TPart>> of)
            where TPart : class
        {
            foreach (var ticket in tickets)
                foreach (var part in of(ticket)) Owner<TPart>.Number.SetValue(part, ticket.Id);
            return [.. tickets.SelectMany(of)];
        }
    }

    // The change tracker would set it: nothing else may.
    private static class Owner<TPart>
    {
        public static readonly PropertyInfo Number = typeof(TPart).GetProperty(nameof(Deadline.TicketId))!;
    }
}
