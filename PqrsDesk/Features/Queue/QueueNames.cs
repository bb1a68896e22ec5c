using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Somebody a ticket can be given to.</summary>
public sealed record Assignee(int Id, string Name, Role Role, int? AreaId)
{
    /// <summary>They are not there now.</summary>
    public bool IsAway { get; init; }

    /// <summary>Number of whoever stands in for them; null: nobody does.</summary>
    public int? StandInId { get; init; }
}

/// <summary>An area that tickets can be in.</summary>
public sealed record AreaName(int Id, string Name);

/// <summary>The names that the queue's filters and menus offer.</summary>
public sealed record QueueNames(IReadOnlyList<AreaName> Areas, IReadOnlyList<Assignee> Staff)
{
    /// <summary>Queues of areas, each with its area's name.</summary>
    public IReadOnlyList<AreaName> WorkQueues { get; init; } = [];

    /// <summary>Contracts that were signed, each with its customer.</summary>
    public IReadOnlyList<AreaName> Contracts { get; init; } = [];

    /// <summary>Paths of topics, and names of products, as tickets carry them.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The house's own fields, by which cases are found and shown.</summary>
    public FieldBook Fields { get; init; } = FieldBook.Empty;

    public static QueueNames Empty { get; } = new([], []);

    /// <summary>Whose cases the filter asks for; null: nobody's in particular.</summary>
    public string? Petitioner { get; init; }

    /// <summary>The radicado of the case that the filter asks the like of.</summary>
    public string? AlikeTo { get; init; }

    public string AreaOf(int id) => Areas.FirstOrDefault(area => area.Id == id)?.Name ?? $"#{id}";

    public string WorkQueueOf(int id) => WorkQueues.FirstOrDefault(queue => queue.Id == id)?.Name ?? $"#{id}";

    public string ContractOf(int id) => Contracts.FirstOrDefault(contract => contract.Id == id)?.Name ?? $"#{id}";

    public string MemberOf(int id) => Staff.FirstOrDefault(member => member.Id == id)?.Name ?? $"#{id}";
}

public sealed class ReadNames(IDbContextFactory<DeskDb> desk, RoutingShelf routing, ClassificationShelf classification, FieldShelf fields, TimeProvider clock)
{
    /// <summary>Offered in the filter; those of before are reached from their own page.</summary>
    private const int MostContracts = 300;

    /// <param name="number">A radicado.</param>
    /// <returns>Whether there is such a ticket, and the one that <see cref="TicketFilter.AlikeTo"/> names for it; null when nobody knows of others like it.</returns>
    public async Task<(bool Found, long? First)> AlikeAsync(string number, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Tickets.Where(t => t.Number == number).Select(t => new { First = (long?)t.Signature!.GroupId }).SingleOrDefaultAsync(cancel);
        return (found is not null, found?.First);
    }

    /// <summary>The names that a filter alone needs: of one person, and of one case.</summary>
    public async Task<QueueNames> OfFilterAsync(QueueNames names, TicketFilter filter, CancellationToken cancel)
    {
        if (filter is { PetitionerId: null, AlikeTo: null }) return names with { Petitioner = null, AlikeTo = null };
        await using var db = await desk.CreateDbContextAsync(cancel);
        return names with
        {
            Petitioner = filter.PetitionerId is { } id ? await db.Contacts.Where(contact => contact.Id == id && !contact.Reserved).Select(contact => contact.Name).SingleOrDefaultAsync(cancel) : null,
            AlikeTo = filter.AlikeTo is { } first ? await db.Tickets.Where(t => t.Id == first).Select(t => t.Number).SingleOrDefaultAsync(cancel) : null,
        };
    }

    public async Task<QueueNames> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var (book, now) = (await routing.BookAsync(), clock.GetUtcNow());
        var lists = await classification.BookAsync();
        var staff = await db.Staff.Where(m => m.Active).OrderBy(m => m.Name).Select(m => new Assignee(m.Id, m.Name, m.Role, m.AreaId)).ToListAsync(cancel);
        return new QueueNames(
            await db.Areas.Where(a => a.Active).OrderBy(a => a.Name).Select(a => new AreaName(a.Id, a.Name)).ToListAsync(cancel),
            [.. staff.Select(member => book.AbsenceOf(member.Id, now) is null ? member : member with { IsAway = true, StandInId = book.WhoIsThere(member.Id, now).Member?.Id })])
        {
            Topics = [.. lists.Topics.Select(topic => topic.Path)],
            Products = lists.Products,
            Fields = await fields.BookAsync(),
            Contracts = await db.Contracts.Where(contract => contract.State != ContractState.Draft).OrderByDescending(contract => contract.Id).Take(MostContracts)
                .Select(contract => new AreaName(contract.Id, contract.Number + " · " + contract.Customer!.Name)).ToListAsync(cancel),
            WorkQueues = await db.WorkQueues.Where(q => q.Active).OrderBy(q => q.Area!.Name).ThenBy(q => q.Name)
                .Select(q => new AreaName(q.Id, q.Area!.Name + " · " + q.Name)).ToListAsync(cancel),
        };
    }
}
