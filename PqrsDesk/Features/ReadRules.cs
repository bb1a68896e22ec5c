using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>Something that a condition may name.</summary>
public sealed record NamedChoice(int Id, string Name);

/// <summary>All calendars and policies, and what their conditions may name.</summary>
public sealed record Rules(SlaBook Book, IReadOnlyList<NamedChoice> Customers, IReadOnlyList<NamedChoice> Areas, IReadOnlyDictionary<int, ServiceLevel> Levels)
{
    /// <summary>Active members of staff, whom a case can escalate to.</summary>
    public IReadOnlyList<NamedChoice> Staff { get; init; } = [];

    /// <summary>Names of the products that are offered.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];
}

public sealed class ReadRules(IDbContextFactory<DeskDb> desk, SlaShelf shelf)
{
    public async Task<Rules> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var customers = await db.Customers.OrderBy(customer => customer.Name).Select(customer => new { customer.Id, customer.Name, customer.ServiceLevel }).ToListAsync(cancel);
        return new(
            await shelf.BookAsync(),
            [.. customers.Select(customer => new NamedChoice(customer.Id, customer.Name))],
            await db.Areas.OrderBy(area => area.Name).Select(area => new NamedChoice(area.Id, area.Name)).ToListAsync(cancel),
            customers.ToDictionary(customer => customer.Id, customer => customer.ServiceLevel))
        {
            Products = await db.Products.Where(product => product.Active).OrderBy(product => product.Name).Select(product => product.Name).ToListAsync(cancel),
            Staff = await db.Staff.Where(member => member.Active).OrderBy(member => member.Name).Select(member => new NamedChoice(member.Id, member.Name)).ToListAsync(cancel),
        };
    }
}
