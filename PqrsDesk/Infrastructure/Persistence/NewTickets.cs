using System.Reflection;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Infrastructure.Persistence.Tallies;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A ticket that no row holds yet, with the files that came with it.</summary>
/// <param name="Code">Null: it was not filed here, and nobody was told one.</param>
/// <param name="Form">What knows it again when it is sent twice; its ticket's number is filled in here.</param>
public sealed record NewTicket(Ticket Ticket, IReadOnlyList<StoredFile> Files, TrackingCode? Code = null, SentForm? Form = null)
{
    /// <summary>Who is written to; null: nobody, or it came in with a past.</summary>
    public Contact? Petitioner { get; init; }

    /// <inheritdoc cref="OutgoingMail.SealedCode"/>
    public string? SealedCode { get; init; }
}

/// <summary>The one place where new tickets are written with all that belongs to them, whichever way they came in.</summary>
public sealed class NewTickets(FeedInterceptor feed, TopicInterceptor topics, LogTurn turn, SlaShelf shelf, Outbox outbox)
{
    /// <summary>Inside the transaction of <paramref name="db"/>; the feed hears of them when it is committed.</summary>
    public async Task WriteAsync(DeskDb db, IReadOnlyList<NewTicket> fresh, CancellationToken cancel)
    {
        var tickets = fresh.Select(each => each.Ticket).ToList();
        if (tickets.Count == 0) return;
        var first = new RowBatch(db);
        turn.TakeIn(first, db);
        await first.Insert(tickets, numbered: true).RunAsync(cancel);
        foreach (var each in fresh)
        {
            foreach (var file in each.Files) file.TicketId = each.Ticket.Id;
            if (each.Form is { } form) form.TicketId = each.Ticket.Id;
        }

        var given = Given(fresh);
        var parts = new RowBatch(db)
            .Insert(Parts(ticket => ticket.Events)).Insert(Parts(ticket => ticket.Deadlines)).Insert(Parts(ticket => ticket.Pauses))
            .Insert([.. fresh.SelectMany(each => each.Files)])
            .Insert(fresh.Where(each => each.Code is not null).Select(each => new TrackingHash { TicketId = each.Ticket.Id, Hash = each.Code!.Hash }).ToList())
            .Insert(fresh.Select(each => each.Form).OfType<SentForm>().ToList())
            .Insert(outbox.OfNew(fresh))
            .Insert(StaleDays.Of(tickets, (await shelf.BookAsync()).Zone))
            .Insert(tickets.SelectMany(ticket => CaseField.Of(ticket.Id, ticket.CaseFile)).ToList())
            .Insert(TallyMarks.Of(tickets)).Insert(given);
        SearchRows.Insert(parts, db, tickets);
        await parts.RunAsync(cancel);
        if (given.Count > 0) await topics.TellAsync(db, given.Select(notice => LiveTopic.Notices(notice.StaffId)), cancel);
        feed.Tell(db, [.. tickets.Select(ticket => TicketChange.Of(ticket, [.. ticket.Events.Select(line => line.Event)]))]);

        List<TPart> Parts<TPart>(Func<Ticket, IReadOnlyList<TPart>> of)
            where TPart : class
        {
            foreach (var ticket in tickets)
                foreach (var part in of(ticket)) Owner<TPart>.Number.SetValue(part, ticket.Id);
            return [.. tickets.SelectMany(of)];
        }
    }

    /// <summary>Whom the rules gave one to; what comes in with a past is no news.</summary>
    private static List<Notice> Given(IReadOnlyList<NewTicket> fresh) =>
    [
        .. from each in fresh
           where each.Code is not null
           let line = each.Ticket.Events.LastOrDefault(line => line.Event is TicketEvent.Assigned)
           where line is not null && each.Ticket.OwnerId is { } owner && owner != line.ByStaffId
           select new Notice { StaffId = each.Ticket.OwnerId!.Value, TicketId = each.Ticket.Id, Sequence = line.Sequence, Kind = NoticeKind.Assignment, At = line.At },
    ];

    // The change tracker would set it: nothing else may.
    private static class Owner<TPart>
    {
        public static readonly PropertyInfo Number = typeof(TPart).GetProperty(nameof(Deadline.TicketId))!;
    }
}
