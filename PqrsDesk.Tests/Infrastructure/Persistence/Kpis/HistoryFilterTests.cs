using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>The filters that lists behind an indicator need: what happened, and what stood at an instant of the past.</summary>
public sealed class HistoryFilterTests
{
    private static readonly DateTimeOffset MidWinter = new(2026, 1, 15, 5, 0, 0, TimeSpan.Zero);

    private static readonly TicketFilter Any = new() { Scope = TicketScope.Any };

    private static readonly TicketFilter[] Filters =
    [
        new() { AsOf = MidWinter },
        Any with { AsOf = MidWinter },
        new() { AsOf = MidWinter, Scope = TicketScope.Done },
        new() { AsOf = MidWinter, Late = true },
        new() { AsOf = MidWinter, Late = false },
        new() { AsOf = MidWinter, Unreplied = true, ReplyLate = true },
        new() { AsOf = MidWinter, ReplyLate = false },
        new() { Late = true },
        new() { Late = false },
        new() { Unreplied = true, ReplyLate = true },
        Any with { RepliedFrom = MidWinter, RepliedBefore = MidWinter.AddDays(30), ReplyLate = false },
        Any with { RepliedFrom = MidWinter, RepliedBefore = MidWinter.AddDays(30), ReplyLate = true },
        Any with { Reopened = true },
        Any with { NoTopic = true },
    ];

    [SkippableTheory, Engines]
    public async Task A_ticket_matches_by_itself_as_it_does_in_the_store(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        var (now, midnight) = (lived.Now, Period.Month(2026, 3).Start(Facts.Bogota));
        var tickets = await lived.Desk.ReadAsync(db => db.Tickets.AsNoTracking().Include(t => t.Deadlines).ToListAsync());
        foreach (var filter in Filters)
        {
            var byHand = tickets.Where(t => filter.Matches(t, now, midnight)).Select(t => t.Number).Order().ToList();

            Assert.InRange(byHand.Count, 1, tickets.Count - 1);
            Assert.Equal(byHand, await lived.Desk.ReadAsync(db => db.Tickets.Matching(filter, now, midnight).Select(t => t.Number).OrderBy(number => number).ToListAsync()));
        }
    }

    [Fact]
    public void The_desk_at_an_instant_keeps_its_address()
    {
        foreach (var filter in (TicketFilter[])[.. Filters, Any with { AsOf = MidWinter.AddMicroseconds(1) }])
            Assert.Equal(filter, FilterAddress.Read(FilterAddress.Of(filter)));
    }
}
