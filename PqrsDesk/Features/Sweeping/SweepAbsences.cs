using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>When somebody is away from now on, gives their open cases to whoever stands in; when they are back, gives back what nobody has touched.</summary>
public sealed class SweepAbsences(IDbContextFactory<DeskDb> desk, DeskWriter writer, TicketDoor door)
{
    private const int Batch = 100;

    /// <returns>How many cases changed hands.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        RoutingBook book;
        List<Absence> begun, over;
        await using (var db = await desk.CreateDbContextAsync(cancel))
        {
            var open = db.Absences.AsNoTracking().Where(absence => absence.HandOver != HandOver.None && absence.GivenBackAt == null && absence.From <= asOf);
            begun = await open.Where(absence => absence.HandedAt == null && absence.To > asOf).OrderBy(absence => absence.Id).ToListAsync(cancel);
            over = await open.Where(absence => absence.HandedAt != null && absence.To <= asOf).OrderBy(absence => absence.Id).ToListAsync(cancel);
            if (begun.Count + over.Count == 0) return 0;
            book = await db.RoutingBookAsync(asOf, cancel);
        }

        var handed = 0;
        foreach (var absence in begun) handed += await HandOverAsync(absence, book, asOf, cancel);
        foreach (var absence in over) handed += await GiveBackAsync(absence, book, asOf, cancel);
        return handed;
    }

    /// <summary>Where nobody stands in yet, the cases stay until somebody does.</summary>
    private async Task<int> HandOverAsync(Absence absence, RoutingBook book, DateTimeOffset asOf, CancellationToken cancel)
    {
        if (book.Parts.Staff.FirstOrDefault(member => member.Id == absence.StaffId) is not { } away || book.WhoIsThere(away.Id, asOf).Member is not { } standIn) return 0;
        var handed = await EachAsync(tickets => tickets.HandedOverIn(absence), (ticket, sla, now) => ticket.HandTo(standIn, away, absence.Id, sla, now), cancel);
        await MarkAsync(absence.Id, each => each.HandedAt = asOf, cancel);
        return handed;
    }

    /// <summary>Whoever is away once more, by another absence, gets nothing back yet.</summary>
    private async Task<int> GiveBackAsync(Absence absence, RoutingBook book, DateTimeOffset asOf, CancellationToken cancel)
    {
        if (book.AbsenceOf(absence.StaffId, asOf) is not null) return 0;
        var back = book.Parts.Staff.FirstOrDefault(member => member.Id == absence.StaffId && member.Active);
        var names = book.Parts.Staff.ToDictionary(member => member.Id, member => member.Name);
        var given = back is null ? 0 : await EachAsync(
            tickets => tickets.Where(t => t.StandsInFor == absence.Id),
            (ticket, sla, now) => ticket.HandBack(back, ticket.OwnerId is { } owner ? names.GetValueOrDefault(owner, "") : "", absence.Id, sla, now), cancel);
        await MarkAsync(absence.Id, each => each.GivenBackAt = asOf, cancel);
        return given;
    }

    private async Task<int> EachAsync(Func<IQueryable<Ticket>, IQueryable<Ticket>> which, TicketVerb verb, CancellationToken cancel)
    {
        long last = 0;
        for (var through = 0; ;)
        {
            List<long> ids;
            await using (var db = await desk.CreateDbContextAsync(cancel))
                ids = await which(db.Tickets).Where(t => t.Id > last).OrderBy(t => t.Id).Select(t => t.Id).Take(Batch).ToListAsync(cancel);
            if (ids.Count == 0) return through;
            await door.ChangeManyAsync([.. ids.Select(id => new SeenTicket(id))], Actor.Desk, _ => Task.FromResult(verb), cancel);
            (through, last) = (through + ids.Count, ids[^1]);
        }
    }

    private Task<bool> MarkAsync(int id, Action<Absence> mark, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        if (await db.Absences.SingleOrDefaultAsync(absence => absence.Id == id, cancel) is { } absence) mark(absence);
        return true;
    }, cancel);
}
