using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Catalogue;

public sealed record NamedChoice(int Id, string Name, bool Active = true);

/// <summary>A calendar that support hours can follow.</summary>
public sealed record HoursChoice(string Key, string Name);

/// <summary>What a platform can be given, each list by name.</summary>
public sealed record PlatformChoices(IReadOnlyList<NamedChoice> Areas, IReadOnlyList<NamedChoice> Branches, IReadOnlyList<HoursChoice> Hours, IReadOnlyList<NamedChoice> Products);

public sealed class ReadChoices(IDbContextFactory<DeskDb> desk, SlaShelf sla)
{
    public async Task<PlatformChoices> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(
            ByName(await db.Areas.Select(area => new NamedChoice(area.Id, area.Name, area.Active)).ToListAsync(cancel)),
            ByName(await db.Branches.Select(branch => new NamedChoice(branch.Id, branch.Name, branch.Active)).ToListAsync(cancel)),
            [.. (await sla.BookAsync()).CurrentCalendars.Select(calendar => new HoursChoice(calendar.Key, calendar.Definition.Name)).OrderBy(hours => Ticket.Fold(hours.Name), StringComparer.Ordinal)],
            ByName(await db.Products.Select(product => new NamedChoice(product.Id, product.Name, product.Active)).ToListAsync(cancel)));
    }

    private static IReadOnlyList<NamedChoice> ByName(List<NamedChoice> choices) => [.. choices.OrderBy(choice => Ticket.Fold(choice.Name), StringComparer.Ordinal)];
}
