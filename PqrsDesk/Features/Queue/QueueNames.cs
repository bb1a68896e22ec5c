using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
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

    public string AreaOf(int id) => Areas.FirstOrDefault(area => area.Id == id)?.Name ?? $"#{id}";

    public string MemberOf(int id) => Staff.FirstOrDefault(member => member.Id == id)?.Name ?? $"#{id}";
}

public sealed class ReadNames(IDbContextFactory<DeskDb> desk)
{
    public async Task<QueueNames> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new QueueNames(
            await db.Areas.Where(a => a.Active).OrderBy(a => a.Name).Select(a => new AreaName(a.Id, a.Name)).ToListAsync(cancel),
            await db.Staff.Where(m => m.Active).OrderBy(m => m.Name).Select(m => new Assignee(m.Id, m.Name, m.Role, m.AreaId)).ToListAsync(cancel));
    }
}
