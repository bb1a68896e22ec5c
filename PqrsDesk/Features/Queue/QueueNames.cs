using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Somebody a ticket can be given to.</summary>
public sealed record Assignee(int Id, string Name, Role Role, int? AreaId);

/// <summary>An area that tickets can be in.</summary>
public sealed record AreaName(int Id, string Name);

/// <summary>The names that the queue's filters and menus offer.</summary>
public sealed record QueueNames(IReadOnlyList<AreaName> Areas, IReadOnlyList<Assignee> Staff)
{
    public static QueueNames Empty { get; } = new([], []);

    /// <summary>Whose cases the filter asks for; null: nobody's in particular.</summary>
    public string? Petitioner { get; init; }

    /// <summary>The radicado of the case that the filter asks the like of.</summary>
    public string? AlikeTo { get; init; }

    public string AreaOf(int id) => Areas.FirstOrDefault(area => area.Id == id)?.Name ?? $"#{id}";

    public string MemberOf(int id) => Staff.FirstOrDefault(member => member.Id == id)?.Name ?? $"#{id}";
}

public sealed class ReadNames(IDbContextFactory<DeskDb> desk)
{
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
        return new QueueNames(
            await db.Areas.Where(a => a.Active).OrderBy(a => a.Name).Select(a => new AreaName(a.Id, a.Name)).ToListAsync(cancel),
            await db.Staff.Where(m => m.Active).OrderBy(m => m.Name).Select(m => new Assignee(m.Id, m.Name, m.Role, m.AreaId)).ToListAsync(cancel));
    }
}
