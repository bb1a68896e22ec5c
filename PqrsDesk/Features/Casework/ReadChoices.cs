using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>One thing to choose, by the value that the form sends.</summary>
public sealed record Choice(string Value, string Name)
{
    /// <summary>Until when somebody is away; null: they are there.</summary>
    public DateTimeOffset? AwayUntil { get; init; }

    /// <summary>Who stands in for them.</summary>
    public Choice? Instead { get; init; }
}

/// <summary>To whom and where a ticket can go.</summary>
public sealed class ReadChoices(IDbContextFactory<DeskDb> desk, RoutingShelf routing, ClassificationShelf classification, TimeProvider clock)
{
    /// <summary>The people of the ticket's own area come first.</summary>
    public async Task<IReadOnlyList<Choice>> MembersAsync(int areaId, int? exceptId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var members = await db.Staff.Where(member => member.Active && member.Id != exceptId)
            .OrderByDescending(member => member.AreaId == areaId).ThenBy(member => member.Name)
            .Select(member => new { member.Id, member.Name, Area = db.Areas.Where(area => area.Id == member.AreaId).Select(area => area.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        var (book, now) = (await routing.BookAsync(), clock.GetUtcNow());
        return
        [
            .. members.Select(member => new Choice(Value(member.Id), member.Area is { } area ? $"{member.Name} · {area}" : member.Name)
            {
                AwayUntil = book.AbsenceOf(member.Id, now)?.To,
                Instead = book.AbsenceOf(member.Id, now) is not null && book.WhoIsThere(member.Id, now).Member is { } other ? new Choice(Value(other.Id), other.Name) : null,
            }),
        ];
    }

    public async Task<IReadOnlyList<Choice>> AreasAsync(int exceptId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var areas = await db.Areas.Where(area => area.Active && area.Id != exceptId).OrderBy(area => area.Name)
            .Select(area => new { area.Id, area.Name }).ToListAsync(cancel);
        return [.. areas.Select(area => new Choice(Value(area.Id), area.Name))];
    }

    /// <summary>The queues of an area, and none.</summary>
    /// <param name="none">What "none" is called.</param>
    public async Task<IReadOnlyList<Choice>> QueuesAsync(int areaId, int? exceptId, string none, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var queues = await db.WorkQueues.Where(queue => queue.AreaId == areaId && queue.Active && queue.Id != exceptId).OrderBy(queue => queue.Name)
            .Select(queue => new { queue.Id, queue.Name }).ToListAsync(cancel);
        return [.. queues.Select(queue => new Choice(Value(queue.Id), queue.Name)), .. exceptId is null ? Array.Empty<Choice>() : [new Choice(Value(0), none)]];
    }

    /// <summary>The desk's catalogue of why a case waits.</summary>
    public async Task<IReadOnlyList<Choice>> PauseCausesAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var causes = await db.PauseCauses.Where(cause => cause.Active).OrderBy(cause => cause.Id).Select(cause => new { cause.Id, cause.Name }).ToListAsync(cancel);
        return [.. causes.Select(cause => new Choice(Value(cause.Id), cause.Name))];
    }

    /// <summary>The house's topics and products.</summary>
    public Task<ClassificationBook> ClassificationAsync() => classification.BookAsync();

    private static string Value(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
