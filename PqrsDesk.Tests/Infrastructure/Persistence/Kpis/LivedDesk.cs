using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>A desk with fourteen months behind it: every state that the product's own verbs can bring a ticket to, always the same.</summary>
public sealed class LivedDesk : IAsyncDisposable
{
    public static readonly string[] AreaNames = ["Atención al ciudadano", "Facturación", "Jurídica"];

    private static readonly string?[] Topics = ["Cobro no reconocido", "Demora", "Trato del personal", "Falla del servicio", null];

    private readonly Random _dice = new(1755);
    private readonly List<StaffMember> _staff = [];
    private readonly List<Area> _areas = [];

    private LivedDesk(TestDesk desk) => Desk = desk;

    public TestDesk Desk { get; }

    public IReadOnlyList<Area> Areas => _areas;

    /// <summary>When the tickets' lives end and the readings begin.</summary>
    public DateTimeOffset Now => Desk.Clock.Now;

    public static async Task<LivedDesk> StartAsync(Engine engine = Engine.Sqlite, int tickets = 420)
    {
        var lived = new LivedDesk(await TestDesk.StartAsync(engine));
        await lived.PeopleAsync();
        await lived.FillAsync(tickets);
        return lived;
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private async Task PeopleAsync()
    {
        _areas.Add(await Desk.ReadAsync(db => Task.FromResult(db.Areas.Single())));
        foreach (var name in AreaNames.Skip(1)) _areas.Add(await Desk.OpenAreaAsync(name));
        foreach (var area in _areas) _staff.Add(await Desk.HireAsync($"Asesora de {area.Name}", areaId: area.Id));
    }

    private async Task FillAsync(int count)
    {
        var book = await Desk.BookAsync();
        var tickets = Enumerable.Range(1, count).Select(number => Live(number, book)).ToList();
        Merge(tickets, book);
        await Desk.Get<DeskWriter>().RunAsync(db =>
        {
            db.Tickets.AddRange(tickets);
            return Task.FromResult(true);
        }, CancellationToken.None);
    }

    private Ticket Live(int number, SlaBook book)
    {
        // Some at the very ends of months, where cuts are made, and some of these days.
        var filedAt = _dice.Next(12) switch
        {
            0 => LastInstantOfMonth(_dice.Next(13), book),
            1 => Now.AddMinutes(-_dice.Next(1, 2 * 24 * 60)),
            _ => Now.AddMinutes(-_dice.Next(1, 425 * 24 * 60)),
        };
        var ticket = number % 9 == 0 ? Import(number, filedAt, book) : File(number, filedAt, book);
        if (ticket.IsOpen && ticket.Source is null) Work(ticket, book);

        // Of some the sweep has yet to notice what they missed.
        if (number % 4 != 0) ticket.CatchUp(Now, book);
        return ticket;
    }

    /// <summary>Some of those that are open are about the same.</summary>
    private void Merge(List<Ticket> tickets, SlaBook book)
    {
        var open = tickets.FindAll(ticket => ticket.IsOpen && ticket.Source is null).Take(16).ToList();
        foreach (var pair in open.Chunk(2))
        {
            foreach (var ticket in pair) ticket.CatchUp(Now, book);
            pair[0].Merge(pair[1], "Es lo mismo.", _ => "Me cobraron dos veces.", book, Moment.Of(Now, book.Zone, Actor.Staff(_staff[0])));
        }
    }

    private Ticket File(int number, DateTimeOffset at, SlaBook book)
    {
        var filing = Filing();
        var terms = book.Choose(PolicyFacts.Of(filing, _dice.Next(3) == 0 ? ServiceLevel.Critical : null))!;
        return Ticket.File($"P-{number:000000}", filing, AreaOf(filing), terms, book, Moment.Of(at, book.Zone, Actor.Petitioner("Vecina")));
    }

    private Ticket Import(int number, DateTimeOffset at, SlaBook book)
    {
        var filing = Filing();
        var closed = at.AddHours(_dice.Next(1, 700));
        var due = at.AddHours(_dice.Next(-20, 500));
        return Ticket.Import(
            $"P-{number:000000}", filing, AreaOf(filing), new ImportedFacts("otra-mesa", $"{number}", _dice.Next(3) == 0 ? null : due), book,
            Moment.Of(at, book.Zone, Actor.Desk), closed < Now && _dice.Next(4) > 0 ? Moment.Of(closed, book.Zone, Actor.Desk) : null);
    }

    private void Work(Ticket ticket, SlaBook book)
    {
        var at = ticket.FiledAt;
        var member = _staff.Find(staff => staff.AreaId == ticket.AreaId)!;
        if (_dice.Next(8) == 0 || !Do(0.3, (t, b, m) => t.TakeFor(member, b, m))) return;
        if (_dice.Next(4) > 0 && !Do(1, (t, b, m) => t.Reply("Recibido.", b, m))) return;
        if (_dice.Next(6) == 0 && !Do(1, (t, b, m) => t.ChangePriority((Priority)_dice.Next(1, 4), "Afecta a muchos.", b, m))) return;
        if (_dice.Next(6) == 0 && !Do(1, (t, b, m) => t.Reclassify(t.Kind == TicketKind.Compliment ? TicketKind.Claim : TicketKind.Compliment, "Era otra cosa.", b, m))) return;
        if (_dice.Next(5) == 0 && (!Do(1, (t, b, m) => t.Wait("Falta la factura.", b, m)) || (_dice.Next(3) > 0 && !Do(4, (t, b, m) => t.Hear("Adjunto.", b, m))))) return;
        if (_dice.Next(7) == 0 && !Do(0.2, (t, b, m) => t.Reassign(_areas[_dice.Next(_areas.Count)], "otra", "Es de su competencia.", b, m))) return;
        if (_dice.Next(16) == 0 && Do(20, (t, b, m) => t.Withdraw(WithdrawalKind.Express, "Ya no lo necesita.", b, m))) return;
        if (_dice.Next(16) == 0 && Do(20, (t, b, m) => t.Void(VoidKind.Spam, "Publicidad.", b, m))) return;
        if (_dice.Next(16) == 0 && Do(20, (t, b, m) => t.Transfer("Otra entidad", "Es la competente.", b, m))) return;
        if (_dice.Next(9) == 0 || !Do(12, (t, b, m) => t.Answer("Se resolvió.", b, m))) return;
        if (_dice.Next(6) == 0 && Do(3, (t, b, m) => t.Reopen("Sigue igual.", b, m)) && (_dice.Next(3) == 0 || !Do(5, (t, b, m) => t.Answer("Ahora sí.", b, m)))) return;
        if (_dice.Next(4) > 0) Do(4, (t, b, m) => t.Close(null, b, m));

        // Does it some days later, and says whether that was not yet in the future.
        bool Do(double days, TicketVerb verb)
        {
            var next = at.AddDays(days * _dice.NextDouble());
            if (next >= Now) return false;
            at = next;
            ticket.CatchUp(at, book);
            verb(ticket, book, Moment.Of(at, book.Zone, Actor.Staff(member)));
            return true;
        }
    }

    private Filing Filing() => Samples.Filing with
    {
        Kind = (TicketKind)_dice.Next(1, 9),
        Channel = (Channel)_dice.Next(1, 12),
        Topic = Topics[Math.Min(_dice.Next(Topics.Length), _dice.Next(Topics.Length))],
        AreaId = _areas[_dice.Next(_areas.Count)].Id,
        Urgency = (Urgency)_dice.Next(1, 4),
        Impact = (Impact)_dice.Next(1, 4),
    };

    private Area AreaOf(Filing filing) => _areas.Find(area => area.Id == filing.AreaId)!;

    private DateTimeOffset LastInstantOfMonth(int monthsAgo, SlaBook book)
    {
        var first = new DateOnly(Now.Year, Now.Month, 1).AddMonths(-monthsAgo).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(first, book.Zone)).AddMicroseconds(-_dice.Next(2));
    }

    /// <summary>One desk for all tests of a class that only look.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public LivedDesk Lived { get; private set; } = default!;

        public async Task InitializeAsync() => Lived = await StartAsync();

        public async Task DisposeAsync() => await Lived.DisposeAsync();
    }
}
