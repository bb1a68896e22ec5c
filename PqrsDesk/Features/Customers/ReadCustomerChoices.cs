using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>An organisation that somebody may belong to.</summary>
public sealed record CustomerChoice(int Id, string Name);

/// <summary>What the form of a person chooses from.</summary>
public sealed class ReadCustomerChoices(IDbContextFactory<DeskDb> desk)
{
    private const int Most = 1_000;

    /// <param name="own">Is among them, also when it is not dealt with any more.</param>
    public async Task<IReadOnlyList<CustomerChoice>> RunAsync(int? own, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Customers.Where(customer => customer.Active || customer.Id == own).OrderBy(customer => customer.Id == own ? 0 : 1).ThenBy(customer => customer.SortName).Take(Most)
            .Select(customer => new CustomerChoice(customer.Id, customer.Name)).ToListAsync(cancel);
    }

    public async Task<string?> NameAsync(int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Name).SingleOrDefaultAsync(cancel);
    }
}
