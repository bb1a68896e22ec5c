using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Does to a lived desk by chance, always the same, what corrects its past: through the product's own doors.</summary>
internal sealed class RestlessDesk(LivedDesk lived, int seed)
{
    private readonly Random _dice = new(seed);
    private readonly Actor _by = Samples.Someone(Role.Lead);

    /// <summary>Verbs that succeeded.</summary>
    public int Done { get; private set; }

    public async Task ActAsync()
    {
        var desk = lived.Desk;
        desk.Clock.Advance(TimeSpan.FromMinutes(_dice.Next(1, 200)));
        if (_dice.Next(6) == 0)
        {
            await desk.FileAsync(Samples.Filing with { Kind = (TicketKind)_dice.Next(1, 9), AreaId = lived.Areas[_dice.Next(lived.Areas.Count)].Id, Topic = _dice.Next(2) == 0 ? "Demora" : null });
            Done++;
            return;
        }

        var numbers = await desk.ReadAsync(db => db.Tickets.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync());
        var decision = await desk.TryAsync(numbers[_dice.Next(numbers.Count)], Verb(_dice.Next(11)), _by);
        if (decision.Succeeded) Done++;
    }

    /// <summary>A case of long ago goes to another area, and takes all its figures with it.</summary>
    public async Task ReassignOldAsync()
    {
        var day = new DateOnly(2026, 2, 20);
        var old = await lived.Desk.ReadAsync(db => db.Tickets.Where(t => t.FiledOn < day && t.Status < TicketStatus.Answered).OrderBy(t => t.FiledOn).FirstAsync());
        var area = lived.Areas.First(area => area.Id != old.AreaId);
        await lived.Desk.ChangeAsync(old.Number, (ticket, book, now) => ticket.Reassign(area, "otra", "Es de su competencia.", book, now), _by);
    }

    private TicketVerb Verb(int number)
    {
        var area = lived.Areas[_dice.Next(lived.Areas.Count)];
        var (kind, priority) = ((TicketKind)_dice.Next(1, 9), (Priority)_dice.Next(1, 4));
        return number switch
        {
            0 => (t, book, now) => t.Reassign(area, "otra", "Es de su competencia.", book, now),
            1 => (t, book, now) => t.Reclassify(kind, "Era otra cosa.", book, now),
            2 => (t, book, now) => t.ChangePriority(priority, "Afecta a muchos.", book, now),
            3 => (t, book, now) => t.Reopen("Sigue igual.", book, now),
            4 => (t, book, now) => t.Answer("Se resolvió.", book, now),
            5 => (t, book, now) => t.Close(null, book, now),
            6 => (t, book, now) => t.Reply("Recibido.", book, now),
            7 => (t, book, now) => t.Wait("Falta la factura.", book, now),
            8 when (int)kind % 2 == 0 => (t, book, now) => t.Void(VoidKind.Void, "No era una petición.", book, now),
            8 => (t, book, now) => t.Withdraw(WithdrawalKind.Express, "Ya no lo necesita.", book, now),
            9 => (t, book, now) => t.Classify(kind == TicketKind.Claim ? null : kind == TicketKind.Petition ? "Demora" : "Facturación › Cobro errado", null, book, now),
            _ => (t, book, now) => t.Transfer("Otra entidad", "Es la competente.", book, now),
        };
    }
}
