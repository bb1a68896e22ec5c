using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Features.Queue;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Whatever is put together: the store finds what the predicate says, and counts as many.</summary>
public sealed class FilterProperties
{
    private const int Filters = 150;

    [SkippableTheory, Engines]
    public async Task The_query_and_the_predicate_mean_the_same_whatever_is_filtered(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, ("Desk:Demo:Enabled", "true"));
        await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);
        var filed = (await desk.FileAsync()).Number;
        var book0 = await desk.Get<Features.Casework.Fields.FillFields>().BookAsync();
        await desk.ChangeAsync(filed, (ticket, book, now) => ticket.Tag(["Cobro doble"], [], book, now));
        await desk.ChangeAsync(filed, (ticket, book, now) => ticket.Fill(new Dictionary<int, string?> { [1] = "NORTE" }, book0, book, now));
        var all = await desk.ReadAsync(db => db.Tickets.AsNoTracking().Include(ticket => ticket.Deadlines).ToListAsync());
        var book = await desk.BookAsync();
        var (now, midnight) = (desk.Clock.Now, book.Calendar(book.LegalCalendarVersionId).EndOf(book.DateOf(desk.Clock.Now)).AddSeconds(1));
        var (some, counting) = (0, desk.Get<CountTickets>());

        foreach (var filter in Testing.Filters.Any.Sample(Filters, new Rnd(1755, 1), 50))
        {
            var expected = all.Where(ticket => filter.Matches(ticket, now, midnight)).Select(ticket => ticket.Number).Order(StringComparer.Ordinal).ToList();

            var found = await desk.ReadAsync(db => db.Tickets.Matching(filter, now, midnight).Select(ticket => ticket.Number).ToListAsync());
            var count = await desk.ReadAsync(db => counting.RunAsync(db, filter, CancellationToken.None));

            Assert.True(expected.SequenceEqual(found.Order(StringComparer.Ordinal)), $"{filter}: {found.Count} were found, and {expected.Count} match.");
            Assert.Equal(new TicketCount(expected.Count, false), count);
            if (expected.Count > 0 && expected.Count < all.Count) some++;
        }

        // Filters that all find nothing would prove nothing.
        Assert.InRange(some, Filters / 5, Filters);
    }
}
