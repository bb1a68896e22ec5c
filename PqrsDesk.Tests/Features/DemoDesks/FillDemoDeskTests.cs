using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.DemoDesks;

public sealed class FillDemoDeskTests
{
    [Fact]
    public async Task The_demo_desk_is_alive_and_fills_every_page()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Sqlite, ("Desk:Demo:Enabled", "true"));
        Assert.True(await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None));

        var tickets = await desk.ReadAsync(db => db.Tickets.AsNoTracking().ToListAsync());
        Assert.InRange(tickets.Count, 380, 420);
        Assert.All(Enum.GetValues<TicketKind>(), kind => Assert.Contains(tickets, ticket => ticket.Kind == kind));
        Assert.All(Enum.GetValues<TicketStatus>(), status => Assert.Contains(tickets, ticket => ticket.Status == status));
        Assert.All(Enum.GetValues<Priority>(), priority => Assert.Contains(tickets, ticket => ticket.Priority == priority));
        Assert.True(tickets.Select(ticket => (ticket.FiledOn.Year, ticket.FiledOn.Month)).Distinct().Count() >= 13);
        Assert.Contains(tickets, ticket => ticket.IsOpen && ticket.NextDueAt > desk.Clock.Now && ticket.NextDueAt < desk.Clock.Now.AddHours(1));
        Assert.Contains(tickets, ticket => ticket.IsOpen && ticket.NextDueAt < desk.Clock.Now);
        Assert.DoesNotContain(tickets, ticket => ticket.ChangedAt > desk.Clock.Now);

        // What people say of their answers is seen over the months.
        Assert.Contains(tickets.Where(ticket => ticket is { Solved: not null, CustomerId: not null }).GroupBy(ticket => ticket.CustomerId), of => of.Select(ticket => (ticket.AnsweredOn!.Value.Year, ticket.AnsweredOn.Value.Month)).Distinct().Count() >= 4);
        Assert.True(tickets.Exists(ticket => ticket.Solved == false));

        var staff = await desk.ReadAsync(db => db.Staff.AsNoTracking().ToListAsync());
        Assert.Equal((12, 2, 1, 1), (Count(Role.Agent), Count(Role.Lead), Count(Role.Manager), Count(Role.Admin)));
        int Count(Role role) => staff.Count(member => member.Role == role);

        // Its quote was accepted as a person accepts one.
        var quote = await desk.ReadAsync(db => db.Quotes.AsNoTracking().SingleAsync(each => each.ContractId != null));
        var contract = await desk.ReadAsync(db => db.Contracts.AsNoTracking().SingleAsync(each => each.Id == quote.ContractId));
        var agreed = quote.Draft(quote.Chosen!.Value, contract.CustomerId, contract.PlanId, [.. quote.Content.Platforms.Select(platform => platform.Id)], contract.From, contract.Until);
        Assert.Equal((agreed.Price, agreed.Surcharge, agreed.IncludedHours, agreed.IncludedCases), (contract.Price, contract.Surcharge, contract.IncludedHours, contract.IncludedCases));
    }

    [Fact]
    public async Task It_is_the_same_desk_each_time()
    {
        async Task<List<string>> MakeAsync()
        {
            await using var desk = await TestDesk.StartAsync(Engine.Sqlite, ("Desk:Demo:Enabled", "true"));
            await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);
            return await desk.ReadAsync(db => db.Tickets.OrderBy(t => t.Id).Select(t => $"{t.Number} {t.Subject} {t.PetitionerName} {t.Status} {t.FiledAt}").ToListAsync());
        }

        Assert.Equal(await MakeAsync(), await MakeAsync());
    }

    [Fact]
    public async Task Its_radicados_have_no_gap_and_the_next_filing_goes_on()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Sqlite, ("Desk:Demo:Enabled", "true"));
        await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);

        var next = await desk.FileAsync();

        var year = (await desk.TicketAsync(next.Number)).FiledOn.Year;
        var numbers = await desk.ReadAsync(db => db.Tickets.Where(t => t.Number.StartsWith($"PQRS-{year}-")).Select(t => t.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"PQRS-{year}-{n:000000}"), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_desk_where_somebody_works_is_left_alone()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Sqlite, ("Desk:Demo:Enabled", "true"));
        await desk.HireAsync();

        Assert.False(await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task Nothing_is_filled_unless_it_is_wanted()
    {
        await using var desk = await TestDesk.StartAsync();

        Assert.False(await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None));
    }
}
